-- A certificate from the asking to what became of it: 申请、核实、开具或者不予开具, then lost or void. What was issued before this is issued.
ALTER TABLE agency.certificate
  ALTER COLUMN no DROP NOT NULL,
  ALTER COLUMN year DROP NOT NULL,
  ALTER COLUMN serial DROP NOT NULL,
  ALTER COLUMN issued_on DROP NOT NULL,
  ADD COLUMN version int NOT NULL DEFAULT 1,
  ADD COLUMN standing text COLLATE "C" NOT NULL DEFAULT 'issued',
  ADD COLUMN open boolean NOT NULL DEFAULT false,
  -- The place that guides the one it was asked at: its director watches over it.
  ADD COLUMN guiding text COLLATE "C",
  ADD COLUMN asked_on date,
  -- 9999-12-31 when nobody waits for an answer.
  ADD COLUMN due_day date NOT NULL DEFAULT '9999-12-31',
  -- Every code that was ever printed on it, the one that counts last.
  ADD COLUMN codes text[] COLLATE "C" NOT NULL DEFAULT '{}',
  ADD COLUMN changed_at timestamptz,
  -- Folded from the facts; what was written before this has its facts and is folded by `npm run views:rebuild`.
  ADD COLUMN dossier jsonb;

-- Ones written before: the row says everything the fact does.
UPDATE agency.certificate SET asked_on = issued_on, changed_at = issued_on, dossier = jsonb_build_object(
  'state', 'issued', 'version', 1, 'clocks', '{}'::jsonb, 'id', id, 'area', area_code, 'place', place, 'party', party, 'type', type,
  'typeName', type_name, 'basis', basis, 'states', '', 'purpose', purpose, 'holderMasked', holder_masked, 'details', details,
  'online', false, 'askedOn', issued_on, 'post', post, 'year', year, 'serial', serial, 'no', no, 'issuedOn', issued_on, 'codes', '[]'::jsonb);

ALTER TABLE agency.certificate
  ALTER COLUMN asked_on SET NOT NULL,
  ALTER COLUMN changed_at SET NOT NULL,
  ALTER COLUMN dossier SET NOT NULL,
  -- All of it stands in the dossier.
  DROP COLUMN details,
  DROP COLUMN basis,
  DROP COLUMN purpose,
  DROP COLUMN post;

DROP INDEX agency.certificate_day;
CREATE INDEX certificate_day ON agency.certificate (area_code, asked_on DESC, id DESC);
CREATE INDEX certificate_place ON agency.certificate (area_code, place, asked_on DESC, id DESC);
CREATE INDEX certificate_due ON agency.certificate (area_code, due_day, id) WHERE open;
CREATE INDEX certificate_party ON agency.certificate (area_code, party, id DESC);
CREATE INDEX certificate_code ON agency.certificate USING gin (codes);
-- Whoever has asked is not asked to ask again.
CREATE UNIQUE INDEX certificate_open_once ON agency.certificate (area_code, party, type) WHERE open;
