-- The licence a draft is about (变更、延续、注销): { "licence": "<number>", "kind": "renew" }.
ALTER TABLE portal.draft ADD COLUMN about jsonb;
