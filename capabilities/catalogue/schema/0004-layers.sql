-- What each tier says of an item (目录清单 → 实施清单), as it was when a version of the item was published. Upper tiers' lists stand
-- here as copies: no foreign key crosses areas, and a county prints who set a value without asking anybody.
CREATE TABLE catalogue.layer_version (
  area_code      text     NOT NULL,
  item           text     NOT NULL,
  origin_area    text     NOT NULL,
  version        integer  NOT NULL,
  tier           smallint NOT NULL CHECK (tier BETWEEN 1 AND 6),
  effective_from date     NOT NULL,
  effective_to   date,
  body           jsonb    NOT NULL,
  PRIMARY KEY (area_code, item, origin_area, version)
);

-- `layers` names the rows above, topmost first; an item published whole has none and is all its own area's.
ALTER TABLE catalogue.item_version
  ADD COLUMN layers       jsonb,
  ADD COLUMN lineage      jsonb,
  ADD COLUMN exceptions   jsonb,
  ADD COLUMN owner_tier   text CHECK (owner_tier IN ('county', 'county-to-town', 'town')),
  ADD COLUMN catalog_code text,
  ADD COLUMN legacy_codes text[];

-- Before there was an owner tier, the deciding body and the source of its power (2 下放, 3 授权, 5 委托) said it.
UPDATE catalogue.item_version SET
  catalog_code = body->'codes'->>'catalogCode',
  legacy_codes = CASE WHEN body->'codes'->>'legacyCode' IS NULL THEN '{}' ELSE ARRAY[body->'codes'->>'legacyCode'] END,
  owner_tier = coalesce(body->>'ownerTier', CASE
    WHEN body->'decidingBody'->>'kind' <> 'town' THEN 'county'
    WHEN body->>'powerSource' IN ('2', '3', '5') THEN 'county-to-town'
    ELSE 'town' END);
ALTER TABLE catalogue.item_version
  ALTER COLUMN owner_tier SET NOT NULL,
  ALTER COLUMN catalog_code SET NOT NULL,
  ALTER COLUMN legacy_codes SET NOT NULL;
CREATE INDEX item_version_owner_tier ON catalogue.item_version (area_code, owner_tier, name, id);

-- Codes that are in use or were: one body carries out one line of the directory as one item, and a code once given is never given again.
CREATE TABLE catalogue.item_code (
  area_code    text NOT NULL,
  catalog_code text NOT NULL,
  body         text NOT NULL,
  item         text NOT NULL,
  task_code    text,
  PRIMARY KEY (area_code, catalog_code, body),
  CONSTRAINT item_code_task UNIQUE (area_code, task_code)
);
INSERT INTO catalogue.item_code (area_code, catalog_code, body, item)
SELECT DISTINCT ON (area_code, catalog_code, body->'decidingBody'->>'body')
  area_code, catalog_code, coalesce(body->'decidingBody'->>'body', 'towns'), id
FROM catalogue.item_version ORDER BY area_code, catalog_code, body->'decidingBody'->>'body', version;
