CREATE SCHEMA evaluation;

-- One rating (评价) per closed case; `id` is the id of the case. Who rated is not kept here: whoever may see the case as its
-- applicant gave it, and lists of ratings must not tell.
CREATE TABLE evaluation.rating (
  area_code       text        NOT NULL,
  id              uuid        NOT NULL,
  stream          text        NOT NULL,
  no              text        NOT NULL,
  item            text        NOT NULL,
  stars           smallint    NOT NULL CHECK (stars BETWEEN 1 AND 5),
  options         text[]      NOT NULL,
  anonymous       boolean     NOT NULL,
  -- Sealed under the applicant's key.
  comment         text,
  deciding_body   text        NOT NULL,
  accept_place    text        NOT NULL,
  accept_post     text,
  rated_at        timestamptz NOT NULL,
  needs_follow_up boolean     NOT NULL,
  PRIMARY KEY (area_code, id),
  UNIQUE (area_code, no),
  UNIQUE (area_code, stream)
);
CREATE INDEX rating_body ON evaluation.rating (area_code, deciding_body, rated_at);
CREATE INDEX rating_place ON evaluation.rating (area_code, accept_place, rated_at);
