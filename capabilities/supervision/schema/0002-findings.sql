-- Files of cases that other systems reported (数据导入监督). The file itself is not kept: its good lines are, and its bad
-- ones are named. One digest is one file, so the same file twice changes nothing.
CREATE TABLE supervision.import_file (
  area_code   text        NOT NULL,
  id          uuid        NOT NULL,
  digest      text        NOT NULL,
  name        text        NOT NULL,
  imported_at timestamptz NOT NULL,
  imported_by text        NOT NULL,
  -- Lines by what became of them.
  kept        integer     NOT NULL,
  removed     integer     NOT NULL,
  unchanged   integer     NOT NULL,
  bad         integer     NOT NULL,
  cases       integer     NOT NULL,
  bad_lines   jsonb       NOT NULL,
  ignored     jsonb       NOT NULL,
  PRIMARY KEY (area_code, id),
  UNIQUE (area_code, digest)
);
CREATE INDEX import_file_at ON supervision.import_file (area_code, imported_at DESC, id DESC);

-- The lines that stand, without anything about who applied.
CREATE TABLE supervision.imported_row (
  area_code  text    NOT NULL,
  dataset    text    NOT NULL,
  row_key    text    NOT NULL,
  project_no text    NOT NULL,
  file       uuid    NOT NULL,
  line       integer NOT NULL,
  fields     jsonb   NOT NULL,
  PRIMARY KEY (area_code, dataset, row_key),
  FOREIGN KEY (area_code, file) REFERENCES supervision.import_file (area_code, id)
);
CREATE INDEX imported_row_case ON supervision.imported_row (area_code, project_no);

-- A reported case as it was judged last; `unjudged` names the rules that could not be asked and why.
CREATE TABLE supervision.imported_case (
  area_code  text  NOT NULL,
  project_no text  NOT NULL,
  item_id    text,
  task_name  text  NOT NULL,
  body       text,
  day        date,
  judged_on  date  NOT NULL,
  unjudged   jsonb NOT NULL,
  PRIMARY KEY (area_code, project_no)
);

-- What the three rules found, in our own cases and in reported ones.
CREATE TABLE supervision.finding (
  area_code text  NOT NULL,
  source    text  NOT NULL CHECK (source IN ('own', 'import')),
  case_no   text  NOT NULL,
  rule      text  NOT NULL,
  code      text  NOT NULL,
  day       date  NOT NULL,
  item_id   text,
  item_name text  NOT NULL,
  body      text,
  place     text,
  facts     jsonb NOT NULL,
  evidence  jsonb NOT NULL,
  PRIMARY KEY (area_code, source, case_no, code)
);
CREATE INDEX finding_day ON supervision.finding (area_code, day DESC, case_no, code);
CREATE INDEX finding_rule ON supervision.finding (area_code, rule, day DESC, case_no, code);
