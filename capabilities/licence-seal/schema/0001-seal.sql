CREATE SCHEMA licence_seal;

-- Seals (印章) in use. The stream version is compared when a seal is used, so a seal taken back cannot be used a second later.
CREATE TABLE licence_seal.seal (
  area_code  text    NOT NULL,
  id         text    NOT NULL,
  stream     text    NOT NULL,
  version    integer NOT NULL,
  body       text    NOT NULL,
  name       text    NOT NULL,
  inscription text   NOT NULL,
  purpose    text    NOT NULL CHECK (purpose IN ('decision', 'acceptance')),
  diameter_mm numeric(4, 1) NOT NULL,
  valid_from date    NOT NULL,
  valid_to   date,
  PRIMARY KEY (area_code, id)
);
CREATE INDEX seal_body ON licence_seal.seal (area_code, body);
