-- Entries of every book (台账), folded from streams `<book>:<year>:<id>`: one table, because every list of every book
-- asks the same questions.

CREATE SCHEMA books;

CREATE TABLE books.entry (
  area_code  text        NOT NULL,
  book       text COLLATE "C" NOT NULL,
  id         uuid        NOT NULL,
  stream     text        NOT NULL,
  version    int         NOT NULL,
  state      text        NOT NULL,
  open       boolean     NOT NULL,
  title      text        NOT NULL,
  -- At most one open entry of a book has this key.
  key        text COLLATE "C",
  item       text COLLATE "C",
  place      text COLLATE "C",
  -- Whom and where it concerns: bodies and places whose people may see it.
  bodies     text[]      NOT NULL,
  places     text[]      NOT NULL,
  -- The last day for the next step; 9999-12-31 when nothing is awaited.
  due_day    date        NOT NULL,
  -- The days on which it holds, both included; no first day for what never came into force.
  from_day   date,
  to_day     date        NOT NULL,
  changed_at timestamptz NOT NULL,
  dossier    jsonb       NOT NULL,
  PRIMARY KEY (area_code, book, id),
  UNIQUE (area_code, stream)
);
CREATE UNIQUE INDEX entry_open_key ON books.entry (area_code, book, key) WHERE open AND key IS NOT NULL;
CREATE INDEX entry_due ON books.entry (area_code, book, due_day, id) WHERE open;
CREATE INDEX entry_of_item ON books.entry (area_code, book, item) WHERE item IS NOT NULL;
CREATE INDEX entry_of_place ON books.entry (area_code, book, place) WHERE place IS NOT NULL;
CREATE INDEX entry_of_key ON books.entry (area_code, book, key) WHERE key IS NOT NULL;
CREATE INDEX entry_in_force ON books.entry (area_code, book, to_day) WHERE from_day IS NOT NULL;
