-- What follows what when a region, a place or a body is renamed, merged, split, put under another or given another code.
-- The rows themselves are versions in time and stay; these lines lead from the old one to the new one by date.
CREATE TABLE organisation.succession (
  area_code text NOT NULL,
  subject text NOT NULL CHECK (subject IN ('region', 'place', 'body')),
  id text COLLATE "C" NOT NULL,
  successor text COLLATE "C" NOT NULL,
  -- The first day of what follows.
  on_day date NOT NULL,
  kind text NOT NULL CHECK (kind IN ('rename', 'merge', 'split', 'transfer', 'recode')),
  origin text NOT NULL,
  PRIMARY KEY (area_code, subject, id, successor, on_day)
);
