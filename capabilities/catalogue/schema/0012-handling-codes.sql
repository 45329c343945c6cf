-- The codes a version goes by outside this house (12 signs for the matter, 31 for it at its body, 33 for each of its situations), kept with
-- the version that had them: a paper of 2026 is found by what stood on it then.
ALTER TABLE catalogue.item_version
  ADD COLUMN task_code    text,
  ADD COLUMN handle_codes text[] NOT NULL DEFAULT '{}';

UPDATE catalogue.item_version v SET
  task_code = c.task_code,
  handle_codes = CASE WHEN c.task_code IS NULL THEN '{}' ELSE ARRAY(
    SELECT c.task_code || (s->>'no') FROM jsonb_array_elements(coalesce(v.body->'situations', '[]')) AS s ORDER BY s->>'no') END
FROM catalogue.item_code c
WHERE c.area_code = v.area_code AND c.item = v.id AND c.catalog_code = v.catalog_code;

CREATE INDEX item_version_codes ON catalogue.item_version
  USING gin ((ARRAY[catalog_code, task_code] || handle_codes || legacy_codes));
