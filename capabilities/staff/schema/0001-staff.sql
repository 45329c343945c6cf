-- People and the posts they hold. The history of a post is its stream in the ledger; this is the view of today.

CREATE SCHEMA staff;

-- People belong to no area: area_code is always 000000.
CREATE TABLE staff.person (
  area_code text NOT NULL CHECK (area_code = '000000'),
  id text COLLATE "C" NOT NULL,
  name text NOT NULL,
  PRIMARY KEY (area_code, id)
);

CREATE TABLE staff.post (
  area_code text NOT NULL,
  id text COLLATE "C" NOT NULL,
  person text NOT NULL,
  title text NOT NULL,
  roles text[] NOT NULL,
  place text NOT NULL,
  body text NOT NULL,
  window_desk text,
  valid_from date NOT NULL,
  valid_to date,
  stream text NOT NULL,
  version integer NOT NULL,
  -- What the pack said when it last brought this post; null for posts an office appointed. A later loading of the same pack
  -- leaves alone what an office has changed or ended since.
  pack_digest text,
  PRIMARY KEY (area_code, id)
);
CREATE INDEX post_of_person ON staff.post (area_code, person);
CREATE INDEX post_at_place ON staff.post (area_code, place);
CREATE INDEX post_of_body ON staff.post (area_code, body);

-- In which areas a person holds posts, so that sign-in finds them without asking every area.
CREATE TABLE staff.person_area (
  area_code text NOT NULL CHECK (area_code = '000000'),
  person text NOT NULL,
  post_area text NOT NULL,
  PRIMARY KEY (area_code, person, post_area)
);
