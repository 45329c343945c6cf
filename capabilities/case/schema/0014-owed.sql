-- By when each of those who stand in `asked` and `signers` owes their part, as {"who": "day"}: the order of their own lists, where
-- `due_day` is that of the step somebody else has to take. Rows written before this column are ordered by `due_day` until their
-- next act, or until `views:rebuild`. Found by the indexes of the two lists, so it needs none of its own.
ALTER TABLE cases.case_view ADD COLUMN owed jsonb NOT NULL DEFAULT '{}';
