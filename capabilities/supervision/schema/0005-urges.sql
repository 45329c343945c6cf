-- How often somebody was urged to act on a case (催办), the last day it happened, and whether each time something came of it.
-- Lines are folded from facts: they are taken away here and folded again, with their urges, at the next start.
DELETE FROM supervision.case_line;
ALTER TABLE supervision.case_line
  ADD COLUMN urges          integer NOT NULL,
  ADD COLUMN urged_day      date,
  ADD COLUMN urges_answered boolean NOT NULL;
CREATE INDEX line_urged ON supervision.case_line (area_code, urged_day, id)
  INCLUDE (accept_place, item_id, urges_answered) WHERE urged_day IS NOT NULL;
