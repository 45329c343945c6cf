-- What an applicant has got together for an open notice (补正通知) and not handed in yet. Nobody else sees it; it goes when it is
-- handed in, or with the notice.
CREATE TABLE portal.supplement_file (
  area_code text        NOT NULL,
  -- The upload; ids are made in the order of time.
  id        uuid        NOT NULL,
  party     uuid        NOT NULL,
  case_no   text        NOT NULL,
  material  text        NOT NULL,
  saved_at  timestamptz NOT NULL,
  PRIMARY KEY (area_code, id)
);
CREATE INDEX supplement_file_case ON portal.supplement_file (area_code, party, case_no);
CREATE INDEX supplement_file_saved ON portal.supplement_file (area_code, saved_at);
