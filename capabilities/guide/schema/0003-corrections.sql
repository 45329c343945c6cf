-- Papers that correction notices (一次性补正告知) asked for, one line a notice and paper, heard from the facts of cases: what people
-- often get wrong. No applicant and no case stands in it.
CREATE TABLE guide.correction (
  area_code text    NOT NULL,
  stream    text    NOT NULL,
  seq       integer NOT NULL,
  material  text    NOT NULL,
  item_id   text    NOT NULL,
  day       date    NOT NULL,
  PRIMARY KEY (area_code, stream, seq, material)
);
CREATE INDEX correction_of_item ON guide.correction (area_code, item_id, material, day);
