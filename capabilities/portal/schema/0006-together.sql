-- Several applications made together (几件事一起办): one form over ordinary drafts, filed in one go. It holds nothing but which drafts.
CREATE TABLE portal.together (
  area_code text        NOT NULL,
  id        uuid        NOT NULL,
  party     uuid        NOT NULL,
  -- The scene or undertaking it was begun from, and what it is called there.
  scene     text        NOT NULL,
  title     text        NOT NULL,
  drafts    uuid[]      NOT NULL,
  made_at   timestamptz NOT NULL,
  PRIMARY KEY (area_code, id)
);
CREATE INDEX together_party ON portal.together (area_code, party, made_at DESC);
