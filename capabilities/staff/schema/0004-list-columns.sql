-- Which columns of a list somebody wants, and in what order: their own, in one post, as with the filters they keep. No row means the usual ones.
CREATE TABLE staff.list_columns (
  area_code text  NOT NULL,
  post      text COLLATE "C" NOT NULL,
  person    text  NOT NULL,
  page      text  NOT NULL,
  columns   jsonb NOT NULL,
  PRIMARY KEY (area_code, post, person, page)
);
