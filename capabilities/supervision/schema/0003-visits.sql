-- How often the applicant had to come (到现场次数), counted from the facts of the case, beside what its item declares.
-- Lines are folded from facts: they are taken away here and folded again, with their visits, at the next start.
DELETE FROM supervision.case_line;
ALTER TABLE supervision.case_line
  ADD COLUMN visits        integer NOT NULL,
  ADD COLUMN at_most_once  boolean NOT NULL,
  ADD COLUMN declared_once boolean NOT NULL;
CREATE INDEX line_ended ON supervision.case_line (area_code, ended_day, id)
  INCLUDE (accept_place, item_id, ended_how, at_most_once, declared_once) WHERE ended_day IS NOT NULL;
-- Open work in an order that no act changes, so that whoever walks it page by page meets each case once.
CREATE INDEX line_open ON supervision.case_line (area_code, id) WHERE open;
