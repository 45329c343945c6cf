-- The bench procedure's own view of its cases, as a capability would keep it.
CREATE SCHEMA bench;

CREATE TABLE bench.item (
  area_code text COLLATE "C" NOT NULL,
  code      text COLLATE "C" NOT NULL,
  name      text NOT NULL,
  department text NOT NULL,
  legal_days integer NOT NULL,
  promise_days integer NOT NULL,
  keywords  text NOT NULL,
  guide     text NOT NULL,
  stream    text COLLATE "C" NOT NULL,
  PRIMARY KEY (area_code, code)
);

CREATE TABLE bench.case_view (
  area_code   text COLLATE "C" NOT NULL,
  id          uuid NOT NULL,
  stream      text COLLATE "C" NOT NULL,
  no          text COLLATE "C" NOT NULL,
  version     integer NOT NULL,
  state       text COLLATE "C" NOT NULL,
  item        text COLLATE "C" NOT NULL,
  body        text COLLATE "C" NOT NULL,
  title       text NOT NULL,
  assignee    text,
  decision    text,
  received_at timestamptz(3) NOT NULL,
  due_day     date NOT NULL,
  changed_at  timestamptz(3) NOT NULL,
  dossier     jsonb NOT NULL,
  PRIMARY KEY (area_code, id),
  UNIQUE (area_code, no)
);
CREATE INDEX case_list ON bench.case_view (area_code, state, due_day);

-- The running term (tier B): started by acceptance, stopped by the decision.
CREATE TABLE bench.clock (
  area_code  text COLLATE "C" NOT NULL,
  case_id    uuid NOT NULL,
  started_on date NOT NULL,
  due_on     date NOT NULL,
  stopped_on date,
  PRIMARY KEY (area_code, case_id)
);

-- Who has to do what next (tier B); `seq` is the version of the case that opened the item.
CREATE TABLE bench.work_item (
  area_code text COLLATE "C" NOT NULL,
  case_id   uuid NOT NULL,
  seq       integer NOT NULL,
  kind      text COLLATE "C" NOT NULL,
  assignee  text,
  opened_at timestamptz(3) NOT NULL,
  done_at   timestamptz(3),
  PRIMARY KEY (area_code, case_id, seq)
);
CREATE INDEX work_item_queue ON bench.work_item (area_code, kind, opened_at) WHERE done_at IS NULL;
