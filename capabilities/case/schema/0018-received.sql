-- What came in on certain days (收件), the newest first. The other columns let a list pass over what it does not show without opening the
-- table: a day of a county is some hundred cases.
CREATE INDEX case_received ON cases.case_view (area_code, received_at DESC, id DESC)
  INCLUDE (deciding_body, accept_place, state, procedure, item_id, open);
