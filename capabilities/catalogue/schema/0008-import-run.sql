-- A catalogue from elsewhere on its way in (目录导入): received, read in the background, worked through by a person, taken in.
CREATE TABLE catalogue.import_run (
  area_code    text        NOT NULL,
  id           uuid        NOT NULL,
  name         text        NOT NULL,
  digest       text        NOT NULL,
  bytes        bigint      NOT NULL,
  state        text        NOT NULL CHECK (state IN ('reading', 'open', 'taking-in', 'done', 'failed', 'dropped')),
  failure      text,
  encoding     text,
  -- Progress of what runs now: n of m rows.
  reached      integer     NOT NULL DEFAULT 0,
  total        integer     NOT NULL DEFAULT 0,
  -- Columns and sheets that nothing reads.
  beside       jsonb       NOT NULL DEFAULT '[]',
  by_post      text        NOT NULL,
  at           timestamptz NOT NULL,
  confirmed_by text,
  confirmed_at timestamptz,
  ended_at     timestamptz,
  PRIMARY KEY (area_code, id)
);
CREATE INDEX import_run_list ON catalogue.import_run (area_code, at DESC, id DESC);

-- The file as it came, in pieces, until its rows stand beside; no server ever holds it twice.
CREATE TABLE catalogue.import_piece (
  area_code text    NOT NULL,
  run       uuid    NOT NULL,
  n         integer NOT NULL,
  bytes     bytea   NOT NULL,
  PRIMARY KEY (area_code, run, n)
);

-- Every row of the file with its own words, what it was read as, and what became of it. None is ever deleted.
CREATE TABLE catalogue.import_row (
  area_code  text    NOT NULL,
  run        uuid    NOT NULL,
  n          integer NOT NULL,
  sheet      text    NOT NULL,
  row        integer NOT NULL,
  outcome    text    NOT NULL CHECK (outcome IN ('new', 'changed', 'unchanged', 'needs-a-human', 'not-a-row')),
  -- Lines of one file with the same key are the same item.
  line_key   text,
  item       text,
  name       text    NOT NULL,
  code       text    NOT NULL,
  -- What stood in the cells, by field, where it was read as something else; of a row that is no line, its text.
  written    json    NOT NULL,
  plan       json    NOT NULL,
  -- The line as it was first read, once it has been judged again.
  first_line json,
  -- What a person put right, by field, and who.
  mended     jsonb,
  mended_by  text,
  set_aside  text,
  set_aside_by text,
  result     text    CHECK (result IN ('drafted', 'moved-on', 'listed', 'line-updated', 'already-so', 'conflict')),
  -- The change of the item, or the line of the directory, and why it is a conflict.
  result_ref text,
  result_code text,
  PRIMARY KEY (area_code, run, n)
);
CREATE INDEX import_row_outcome ON catalogue.import_row (area_code, run, outcome, n);
CREATE INDEX import_row_key ON catalogue.import_row (area_code, run, line_key) WHERE line_key IS NOT NULL;

-- Lines of the directory that are no item here yet (待编制目录): what the last confirmed file said of each.
CREATE TABLE catalogue.directory_line (
  area_code    text        NOT NULL,
  id           uuid        NOT NULL,
  line_key     text        NOT NULL,
  catalog_code text        NOT NULL,
  name         text        NOT NULL,
  line         jsonb       NOT NULL,
  run          uuid        NOT NULL,
  row          integer     NOT NULL,
  changed_at   timestamptz NOT NULL,
  -- The draft that somebody began from it.
  change       uuid,
  PRIMARY KEY (area_code, id),
  UNIQUE (area_code, line_key)
);
CREATE INDEX directory_line_code ON catalogue.directory_line (area_code, catalog_code);
