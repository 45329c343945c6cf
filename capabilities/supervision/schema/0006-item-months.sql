-- How many cases of an item were received, accepted, decided … in each month (办理情况), kept beside the lines so that the page of an item
-- counts a dozen rows and never its history. Every change of a line moves the counts with it, whoever makes it.
CREATE TABLE supervision.item_month (
  area_code text    NOT NULL,
  item_id   text    NOT NULL,
  month     date    NOT NULL,
  received  integer NOT NULL DEFAULT 0,
  accepted  integer NOT NULL DEFAULT 0,
  decided   integer NOT NULL DEFAULT 0,
  granted   integer NOT NULL DEFAULT 0,
  in_time   integer NOT NULL DEFAULT 0,
  PRIMARY KEY (area_code, item_id, month)
);

CREATE FUNCTION supervision.count_line(line supervision.case_line, sign integer) RETURNS void LANGUAGE sql AS $$
  INSERT INTO supervision.item_month AS held (area_code, item_id, month, received, accepted, decided, granted, in_time)
  SELECT (line).area_code, (line).item_id, date_trunc('month', counted.day)::date, sign * sum(counted.received), sign * sum(counted.accepted),
    sign * sum(counted.decided), sign * sum(counted.granted), sign * sum(counted.in_time)
  FROM (VALUES
    ((line).received_day, 1, 0, 0, 0, 0),
    ((line).accepted_day, 0, 1, 0, 0, 0),
    ((line).decided_day, 0, 0, 1, CASE WHEN (line).outcome = 'granted' THEN 1 ELSE 0 END, CASE WHEN (line).in_time THEN 1 ELSE 0 END)
  ) AS counted (day, received, accepted, decided, granted, in_time)
  WHERE counted.day IS NOT NULL
  GROUP BY date_trunc('month', counted.day)
  ON CONFLICT (area_code, item_id, month) DO UPDATE SET received = held.received + excluded.received,
    accepted = held.accepted + excluded.accepted, decided = held.decided + excluded.decided,
    granted = held.granted + excluded.granted, in_time = held.in_time + excluded.in_time
$$;

CREATE FUNCTION supervision.keep_item_month() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Most facts move none of these days.
  IF TG_OP = 'UPDATE' AND (OLD.item_id, OLD.received_day, OLD.accepted_day, OLD.decided_day, OLD.outcome, OLD.in_time)
    IS NOT DISTINCT FROM (NEW.item_id, NEW.received_day, NEW.accepted_day, NEW.decided_day, NEW.outcome, NEW.in_time) THEN
    RETURN NULL;
  END IF;
  IF TG_OP <> 'INSERT' THEN PERFORM supervision.count_line(OLD, -1); END IF;
  IF TG_OP <> 'DELETE' THEN PERFORM supervision.count_line(NEW, 1); END IF;
  RETURN NULL;
END
$$;

CREATE TRIGGER item_month AFTER INSERT OR UPDATE OR DELETE ON supervision.case_line
  FOR EACH ROW EXECUTE FUNCTION supervision.keep_item_month();

-- What stands already.
DO $$
DECLARE line supervision.case_line;
BEGIN
  FOR line IN SELECT * FROM supervision.case_line LOOP
    PERFORM supervision.count_line(line, 1);
  END LOOP;
END
$$;
