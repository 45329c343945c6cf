CREATE SCHEMA agency;

-- Certificates (开具的证明) given at stations, in order without gaps: one series a place and year. What it says of a person is sealed.
CREATE TABLE agency.certificate (
  area_code  text        NOT NULL,
  id         uuid        NOT NULL,
  stream     text        NOT NULL,
  no         text        COLLATE "C" NOT NULL,
  place      text        COLLATE "C" NOT NULL,
  year       int         NOT NULL,
  serial     int         NOT NULL,
  type       text        COLLATE "C" NOT NULL,
  type_name  text        NOT NULL,
  basis      text        NOT NULL,
  party      uuid        NOT NULL,
  holder_masked text     NOT NULL,
  purpose    text        NOT NULL,
  details    jsonb       NOT NULL,
  issued_on  date        NOT NULL,
  post       text        NOT NULL,
  PRIMARY KEY (area_code, id),
  UNIQUE (area_code, stream),
  UNIQUE (area_code, no),
  UNIQUE (area_code, place, year, serial)
);
CREATE INDEX certificate_day ON agency.certificate (area_code, issued_on DESC, id DESC);

-- The last number given at a place in a year; its row is held until the certificate is written.
CREATE TABLE agency.certificate_series (
  area_code text COLLATE "C" NOT NULL,
  place     text COLLATE "C" NOT NULL,
  year      int  NOT NULL,
  last      int  NOT NULL,
  PRIMARY KEY (area_code, place, year)
);
