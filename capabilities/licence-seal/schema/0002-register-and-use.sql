-- The register of seals (印章): kinds beside a body's own, who holds a numbered one and for which items, and whether it is in use.
ALTER TABLE licence_seal.seal
  ADD COLUMN kind   text NOT NULL DEFAULT 'own' CHECK (kind IN ('own', 'numbered', 'bureau', 'centre')),
  ADD COLUMN holder text,
  ADD COLUMN number integer,
  ADD COLUMN items  text[],
  ADD COLUMN state  text NOT NULL DEFAULT 'in-use' CHECK (state IN ('in-use', 'suspended', 'retired'));
UPDATE licence_seal.seal SET holder = body;
ALTER TABLE licence_seal.seal ALTER COLUMN holder SET NOT NULL;
-- No number twice at a time; a retired seal leaves its number to the one engraved after it (LS-2.1-03).
CREATE UNIQUE INDEX seal_number ON licence_seal.seal (area_code, number) WHERE number IS NOT NULL AND state <> 'retired';

-- Every use of a seal (用印记录), kept from the facts that used it. `on_paper` is the kind of paper, `ref` the case.
CREATE TABLE licence_seal.use (
  area_code text        NOT NULL,
  stream    text        NOT NULL,
  seq       integer     NOT NULL,
  seal      text        NOT NULL,
  number    integer,
  item      text        NOT NULL,
  ref       text        NOT NULL,
  on_paper  text        NOT NULL,
  person    text        NOT NULL,
  post      text        NOT NULL,
  place     text        NOT NULL,
  body      text        NOT NULL,
  at        timestamptz NOT NULL,
  PRIMARY KEY (area_code, stream, seq)
);
CREATE INDEX use_newest ON licence_seal.use (area_code, at DESC, stream DESC, seq DESC);
CREATE INDEX use_seal ON licence_seal.use (area_code, seal, at DESC);
