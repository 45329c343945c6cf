-- Poor ratings being followed up (差评整改), folded from the streams `rectification:…`. The id is not the case's: a director who
-- reads it must not find the giver of an anonymous rating by it.
CREATE TABLE evaluation.rectification (
  area_code      text        NOT NULL,
  id             uuid        NOT NULL,
  stream         text        NOT NULL,
  version        int         NOT NULL,
  state          text        NOT NULL,
  open           boolean     NOT NULL,
  -- The rating it answers; one rating is followed up once.
  no             text        NOT NULL,
  -- The place that was rated, and the one whose director does the work.
  place          text        NOT NULL,
  handling_place text        NOT NULL,
  rated_on       date        NOT NULL,
  -- The nearest running due day of anybody, and the nearest of the place itself; 9999-12-31 when none runs.
  due_day        date        NOT NULL,
  limit_day      date        NOT NULL,
  -- The first limit of the place that was overrun.
  missed_day     date,
  settled_on     date,
  changed_at     timestamptz NOT NULL,
  dossier        jsonb       NOT NULL,
  PRIMARY KEY (area_code, id),
  UNIQUE (area_code, stream),
  UNIQUE (area_code, no)
);
CREATE INDEX rectification_due ON evaluation.rectification (area_code, due_day, id) WHERE open;
CREATE INDEX rectification_handling ON evaluation.rectification (area_code, handling_place, due_day, id) WHERE open;
CREATE INDEX rectification_settled ON evaluation.rectification (area_code, settled_on);
