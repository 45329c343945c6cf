-- Licences on the register (证照台账), folded from the streams `licence:…`. A licence is found by its number, its holder, its item and
-- its state; who holds it stands here masked only, in full sealed under the holder's key inside `dossier`.
CREATE TABLE licence_seal.licence (
  area_code     text        NOT NULL,
  id            uuid        NOT NULL,
  stream        text        NOT NULL,
  version       integer     NOT NULL,
  state         text        NOT NULL,
  number        text        NOT NULL,
  item_id       text        NOT NULL,
  party         uuid        NOT NULL,
  holder_masked text        NOT NULL,
  body          text        NOT NULL,
  -- The case that granted it; one grant opens one licence.
  case_no       text        NOT NULL,
  granted_on    date        NOT NULL,
  -- 9999-12-31 where no last day was set.
  valid_until   date        NOT NULL,
  open          boolean     NOT NULL,
  changed_at    timestamptz NOT NULL,
  dossier       jsonb       NOT NULL,
  PRIMARY KEY (area_code, id),
  UNIQUE (area_code, stream),
  UNIQUE (area_code, number),
  UNIQUE (area_code, case_no)
);
CREATE INDEX licence_party ON licence_seal.licence (area_code, party, id DESC);
CREATE INDEX licence_body ON licence_seal.licence (area_code, body, state, id DESC);
CREATE INDEX licence_state ON licence_seal.licence (area_code, state, id DESC);
CREATE INDEX licence_until ON licence_seal.licence (area_code, valid_until) WHERE state = 'valid';
