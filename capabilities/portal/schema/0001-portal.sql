CREATE SCHEMA portal;

-- Drafts (草稿) of applications. Values are sealed under the party's key. A filed draft keeps its number and nothing else, so that
-- the second press of a double click finds the case.
CREATE TABLE portal.draft (
  area_code     text        NOT NULL,
  id            uuid        NOT NULL,
  party         uuid        NOT NULL,
  item          text        NOT NULL,
  -- The version the draft was begun under, and the one whose differences were last shown: that one is filed.
  begun_version integer     NOT NULL,
  shown_version integer     NOT NULL,
  form_values   text,
  region        text,
  accept_place  text,
  delivery      text,
  -- Attachments by material: { "id-card": ["<attachment>"] }.
  files         jsonb       NOT NULL,
  saved_at      timestamptz NOT NULL,
  filed_no      text,
  PRIMARY KEY (area_code, id)
);
CREATE INDEX draft_party ON portal.draft (area_code, party, saved_at DESC) WHERE filed_no IS NULL;
