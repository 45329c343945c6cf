-- A picture that was sent for an entry (上墙照片): whose it is until an act hands it in. The bytes lie in the file store, held by the
-- stream of the entry from then on; what nobody handed in is swept there a day later.
CREATE TABLE books.photo (
  area_code   text        NOT NULL,
  id          uuid        NOT NULL,
  file        uuid        NOT NULL,
  media_type  text        NOT NULL,
  size        bigint      NOT NULL,
  uploaded_by text        NOT NULL,
  uploaded_at timestamptz NOT NULL,
  PRIMARY KEY (area_code, id)
);
