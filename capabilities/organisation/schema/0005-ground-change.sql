-- What an office changed by hand: who, when, from which day and what was there before. The facts lie in streams `ground-change:…`.
CREATE TABLE organisation.ground_change (
  area_code text        NOT NULL,
  id        uuid        NOT NULL,
  stream    text        NOT NULL,
  subject   text        NOT NULL CHECK (subject IN ('place', 'body', 'served')),
  of        text        COLLATE "C" NOT NULL,
  from_day  date        NOT NULL,
  at        timestamptz NOT NULL,
  post      text        NOT NULL,
  changes   jsonb       NOT NULL,
  basis     text        NOT NULL,
  PRIMARY KEY (area_code, id),
  UNIQUE (area_code, stream)
);
CREATE INDEX ground_change_of ON organisation.ground_change (area_code, subject, of, at);
