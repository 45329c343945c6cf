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
  dossier     json NOT NULL,
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

-- What an act leaves in the view, called in the same statement as the ledger's commit.
CREATE FUNCTION bench.opened(
  p_area text, p_id uuid, p_stream text, p_no text, p_item text, p_body text, p_title text, p_now timestamptz, p_dossier json
) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO bench.case_view (area_code, id, stream, no, version, state, item, body, title, received_at, due_day, changed_at, dossier)
    VALUES (p_area, p_id, p_stream, p_no, 1, 'submitted', p_item, p_body, p_title, p_now, '9999-12-31', p_now, p_dossier);
  INSERT INTO bench.work_item (area_code, case_id, seq, kind, opened_at) VALUES (p_area, p_id, 1, 'accept', p_now);
END $$;

CREATE FUNCTION bench.stepped(
  p_area text, p_id uuid, p_version integer, p_now timestamptz, p_day date, p_post text, p_due_day date, p_state text,
  p_title text, p_assignee text, p_decision text, p_task text, p_dossier json
) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  UPDATE bench.case_view SET version = p_version, state = p_state, title = p_title, assignee = p_assignee,
      decision = p_decision, due_day = p_due_day, changed_at = p_now, dossier = p_dossier
    WHERE area_code = p_area AND id = p_id;
  UPDATE bench.work_item SET done_at = p_now, assignee = p_post
    WHERE area_code = p_area AND case_id = p_id AND seq = p_version - 1;
  IF p_task IS NOT NULL THEN
    INSERT INTO bench.work_item (area_code, case_id, seq, kind, assignee, opened_at)
      VALUES (p_area, p_id, p_version, p_task, p_post, p_now);
  END IF;
  IF p_state = 'accepted' THEN
    INSERT INTO bench.clock (area_code, case_id, started_on, due_on) VALUES (p_area, p_id, p_day, p_due_day);
  ELSIF p_state = 'decided' THEN
    UPDATE bench.clock SET stopped_on = p_day WHERE area_code = p_area AND case_id = p_id;
  END IF;
END $$;
