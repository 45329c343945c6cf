CREATE SCHEMA supervision;

-- One row per case (办件) as supervision sees it, folded from the case's facts. Indicators count these rows and open to
-- them, so everything an indicator asks about is a typed column. Days are legal days. 9999-12-31 stands for "not yet", so
-- that an index over days finds open work at its end.
CREATE TABLE supervision.case_line (
  area_code      text        NOT NULL,
  id             uuid        NOT NULL,
  stream         text        NOT NULL,
  -- How many facts are folded in; a delivery that comes twice or late finds nothing to do.
  version        integer     NOT NULL,
  no             text        NOT NULL,
  item_id        text        NOT NULL,
  item_version   integer     NOT NULL,
  procedure      text        NOT NULL,
  channel        text        NOT NULL,
  accept_place   text        NOT NULL,
  window_id      text,
  window_kind    text,
  deciding_body  text        NOT NULL,
  received_day   date        NOT NULL,
  received_at    timestamptz NOT NULL,
  accepted_day   date,
  accepted_at    timestamptz,
  decided_day    date,
  decided_at     timestamptz,
  outcome        text,
  ended_day      date,
  ended_at       timestamptz,
  ended_how      text,
  promised_due   date,
  statutory_due  date,
  -- The day the promise stopped mattering: decided, withdrawn or lapsed.
  resolved_day   date        NOT NULL,
  -- Decided within the promise; false for everything else.
  in_time        boolean     NOT NULL,
  -- Decided on the day of receipt, which is the visit of an on-the-spot matter (即办件).
  in_visit       boolean     NOT NULL,
  left_open      text,
  -- The promise has been kept so far, and yet a step took longer than its own limit (环节超时).
  step_late      boolean     NOT NULL,
  step_due       date        NOT NULL,
  -- Days of running clocks: from when on it is near, overdue by promise or step (黄牌), overdue by law (红牌).
  warn_day       date        NOT NULL,
  yellow_due     date        NOT NULL,
  red_due        date        NOT NULL,
  next_due       date        NOT NULL,
  open           boolean     NOT NULL,
  -- Every run of every clock with start, due day and end.
  clocks         jsonb       NOT NULL,
  PRIMARY KEY (area_code, id),
  UNIQUE (area_code, stream),
  UNIQUE (area_code, no)
);
CREATE INDEX line_received ON supervision.case_line (area_code, received_day, id)
  INCLUDE (channel, accept_place, item_id, window_kind, procedure, in_visit);
CREATE INDEX line_accepted ON supervision.case_line (area_code, accepted_day, id)
  INCLUDE (accept_place, item_id, step_late, step_due) WHERE accepted_day IS NOT NULL;
CREATE INDEX line_decided ON supervision.case_line (area_code, decided_day, id)
  INCLUDE (accept_place, item_id, in_time, promised_due) WHERE decided_day IS NOT NULL;
-- What was or is late: on the first day of any period, only open work and later failures lie behind it.
CREATE INDEX line_unkept ON supervision.case_line (area_code, resolved_day, promised_due) WHERE NOT in_time;
CREATE INDEX line_due ON supervision.case_line (area_code, next_due, id) WHERE open;

-- Recorded refusals: acting beyond one's power (越权), passing a decision up (上推).
CREATE TABLE supervision.attempt (
  area_code   text        NOT NULL,
  stream      text        NOT NULL,
  seq         integer     NOT NULL,
  at          timestamptz NOT NULL,
  day         date        NOT NULL,
  kind        text        NOT NULL,
  code        text        NOT NULL,
  action      text        NOT NULL,
  actor_kind  text        NOT NULL,
  post        text,
  place       text,
  body        text,
  case_stream text,
  item_id     text,
  facts       jsonb       NOT NULL,
  PRIMARY KEY (area_code, stream, seq)
);
CREATE INDEX attempt_at ON supervision.attempt (area_code, day, at, stream, seq);
CREATE INDEX attempt_kind ON supervision.attempt (area_code, kind, day, at, stream, seq);
