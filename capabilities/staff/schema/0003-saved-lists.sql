-- Filters of a list that somebody keeps under a name (常用条件): their own, in one post, for another post sees other work. `search` is the
-- part of the address behind the question mark; nothing of a person stands in it but a masked name. At most one begins the list.
CREATE TABLE staff.saved_list (
  area_code text        NOT NULL,
  post      text COLLATE "C" NOT NULL,
  id        uuid        NOT NULL,
  person    text        NOT NULL,
  page      text        NOT NULL,
  name      text        NOT NULL,
  search    jsonb       NOT NULL,
  first     boolean     NOT NULL DEFAULT false,
  PRIMARY KEY (area_code, post, id),
  UNIQUE (area_code, post, person, page, name)
);
