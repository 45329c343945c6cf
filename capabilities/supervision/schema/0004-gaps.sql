-- What keeps an open case from going on (卡住的办件): nobody holds the role it waits for, no clock runs, a paper is not made.
-- A gap that is found again only moves `seen_at`; one that is not found any more is closed and stays on record.
CREATE TABLE supervision.gap (
  area_code text        NOT NULL,
  stream    text        NOT NULL,
  code      text        NOT NULL,
  opened_at timestamptz NOT NULL,
  seen_at   timestamptz NOT NULL,
  closed_at timestamptz,
  case_no   text        NOT NULL,
  item_id   text        NOT NULL,
  item_version integer  NOT NULL,
  place     text        NOT NULL,
  body      text        NOT NULL,
  facts     jsonb       NOT NULL,
  PRIMARY KEY (area_code, stream, code, opened_at)
);
CREATE UNIQUE INDEX gap_open ON supervision.gap (area_code, stream, code) WHERE closed_at IS NULL;
CREATE INDEX gap_list ON supervision.gap (area_code, opened_at, stream, code) WHERE closed_at IS NULL;

-- Where the checker stands in its walk over the open cases, so that a restart goes on instead of beginning again.
CREATE TABLE supervision.watch_round (
  area_code   text        NOT NULL,
  started_at  timestamptz NOT NULL,
  after_id    uuid,
  looked_at   integer     NOT NULL,
  -- The last walk that came to its end, and how many open cases it met.
  finished_at timestamptz,
  open_cases  integer,
  PRIMARY KEY (area_code)
);
