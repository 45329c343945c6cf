-- Regions, places, windows, bodies and calendars of an area, each as versions in time: nothing is overwritten.
-- valid_from and valid_to are both days on which the row holds; a null valid_to means it still does.
-- origin says who brought the row (pack:<id> or office), digest makes a second loading of the same pack a no-op.
-- Ids sort by byte so that lists page by key in the same order everywhere.

CREATE SCHEMA organisation;

-- The owning area never changes; the administrative code it has today is dated, because mergers happen.
CREATE TABLE organisation.area (
  area_code text NOT NULL CHECK (area_code ~ '^[0-9]{6}$'),
  valid_from date NOT NULL,
  valid_to date,
  current_admin_code text NOT NULL CHECK (current_admin_code ~ '^[0-9]{12}$'),
  name text NOT NULL,
  PRIMARY KEY (area_code, valid_from)
);

-- A case is pinned to the pack version of its receipt, so versions stay. seq orders them; the version is its content.
CREATE TABLE organisation.pack_version (
  area_code text NOT NULL,
  version text NOT NULL,
  seq integer NOT NULL,
  pack text NOT NULL,
  title text NOT NULL,
  valid_from date NOT NULL,
  body jsonb NOT NULL,
  PRIMARY KEY (area_code, version),
  UNIQUE (area_code, seq)
);

CREATE TABLE organisation.region (
  area_code text NOT NULL,
  id text COLLATE "C" NOT NULL CHECK (id ~ '^[0-9]{12}$'),
  version integer NOT NULL,
  name text NOT NULL,
  type text NOT NULL,
  tier integer NOT NULL CHECK (tier BETWEEN 2 AND 6),
  parent text,
  successor_code text,
  valid_from date NOT NULL,
  valid_to date,
  origin text NOT NULL,
  digest text NOT NULL,
  PRIMARY KEY (area_code, id, version)
);

CREATE TABLE organisation.place (
  area_code text NOT NULL,
  id text COLLATE "C" NOT NULL,
  version integer NOT NULL,
  kind text NOT NULL CHECK (kind IN ('hall', 'centre', 'station', 'point')),
  name text NOT NULL,
  region text NOT NULL,
  parent text,
  owner text NOT NULL,
  address text NOT NULL,
  phone text NOT NULL,
  supervision_phone text NOT NULL,
  synthetic boolean NOT NULL,
  standards jsonb NOT NULL,
  valid_from date NOT NULL,
  valid_to date,
  origin text NOT NULL,
  digest text NOT NULL,
  PRIMARY KEY (area_code, id, version)
);

CREATE TABLE organisation.window_desk (
  area_code text NOT NULL,
  id text COLLATE "C" NOT NULL,
  version integer NOT NULL,
  place text NOT NULL,
  no integer NOT NULL CHECK (no > 0),
  name text NOT NULL,
  kind text NOT NULL,
  undifferentiated boolean NOT NULL,
  valid_from date NOT NULL,
  valid_to date,
  origin text NOT NULL,
  digest text NOT NULL,
  PRIMARY KEY (area_code, id, version)
);
CREATE INDEX window_desk_of_place ON organisation.window_desk (area_code, place);

-- Which place a region counts on. The id is the region, so a region is on one list at a time.
CREATE TABLE organisation.served_region (
  area_code text NOT NULL,
  id text COLLATE "C" NOT NULL,
  version integer NOT NULL,
  place text NOT NULL,
  valid_from date NOT NULL,
  valid_to date,
  origin text NOT NULL,
  digest text NOT NULL,
  PRIMARY KEY (area_code, id, version)
);
CREATE UNIQUE INDEX served_by_one_place ON organisation.served_region (area_code, id) WHERE valid_to IS NULL;
CREATE INDEX served_by_place ON organisation.served_region (area_code, place);

CREATE TABLE organisation.body (
  area_code text NOT NULL,
  id text COLLATE "C" NOT NULL,
  version integer NOT NULL,
  name text NOT NULL,
  short_name text NOT NULL,
  kind text NOT NULL,
  tier integer NOT NULL CHECK (tier BETWEEN 2 AND 6),
  region text NOT NULL,
  parent text,
  credit_code text NOT NULL CHECK (length(credit_code) = 18),
  synthetic_code boolean NOT NULL,
  certainty text NOT NULL CHECK (certainty IN ('stated', 'assumed')),
  valid_from date NOT NULL,
  valid_to date,
  origin text NOT NULL,
  digest text NOT NULL,
  PRIMARY KEY (area_code, id, version)
);

CREATE TABLE organisation.duty (
  area_code text NOT NULL,
  id text COLLATE "C" NOT NULL,
  version integer NOT NULL,
  subject text NOT NULL,
  subject_name text NOT NULL,
  role text NOT NULL,
  body text NOT NULL,
  clauses text[] NOT NULL,
  valid_from date NOT NULL,
  valid_to date,
  origin text NOT NULL,
  digest text NOT NULL,
  PRIMARY KEY (area_code, id, version)
);

-- A due date names the calendar version it was counted with, so a version is never changed; publishing adds one.
CREATE TABLE organisation.calendar (
  area_code text NOT NULL,
  version text NOT NULL,
  seq integer NOT NULL,
  valid_from date NOT NULL,
  years jsonb NOT NULL,
  sources jsonb NOT NULL,
  PRIMARY KEY (area_code, version),
  UNIQUE (area_code, seq)
);
