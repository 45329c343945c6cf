-- The data space (个人/企业数据空间): answers a person agreed to keep, by shared data element, sealed under the party's key. `holder`
-- tells what a firm's form said from what the person's own said: both have an address.
CREATE TABLE party.data_value (
  area_code   text        NOT NULL,
  party       uuid        NOT NULL,
  holder      text        NOT NULL CHECK (holder IN ('person', 'organisation')),
  element     text        NOT NULL,
  -- What the form calls it; the answer itself is sealed.
  label       text        NOT NULL,
  value       text        NOT NULL,
  source_case text        NOT NULL,
  saved_at    timestamptz NOT NULL,
  PRIMARY KEY (area_code, party, holder, element),
  FOREIGN KEY (area_code, party) REFERENCES party.party (area_code, id)
);

-- That the person agreed, with which filing, and when they took it back (个人信息保护法 14, 15).
CREATE TABLE party.data_consent (
  area_code    text        NOT NULL,
  party        uuid        NOT NULL,
  source_case  text        NOT NULL,
  given_at     timestamptz NOT NULL,
  withdrawn_at timestamptz,
  PRIMARY KEY (area_code, party, source_case),
  FOREIGN KEY (area_code, party) REFERENCES party.party (area_code, id)
);
