CREATE SCHEMA party;

-- Applicants (申请人) belong to no area: area_code is always '000000'. Names and numbers are sealed under the party's own key;
-- the blind index finds somebody by number without the number standing anywhere.
CREATE TABLE party.party (
  area_code    text        NOT NULL,
  id           uuid        NOT NULL,
  kind         text        NOT NULL CHECK (kind IN ('person', 'organisation')),
  id_kind      text        NOT NULL,
  blind_number text        NOT NULL,
  details      text        NOT NULL,
  created_at   timestamptz NOT NULL,
  updated_at   timestamptz NOT NULL,
  PRIMARY KEY (area_code, id),
  UNIQUE (area_code, id_kind, blind_number)
);
