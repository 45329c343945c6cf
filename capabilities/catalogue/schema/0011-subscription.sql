-- When a version came out, for whoever wants to hear of it (订阅); versions from before are news to nobody.
ALTER TABLE catalogue.item_version ADD COLUMN published_at timestamptz;
-- The body that drafted it and answers for it (DW-3.3.11-03); a version of a pack is its deciding body's.
ALTER TABLE catalogue.item_version ADD COLUMN author_body text;
CREATE INDEX item_version_published ON catalogue.item_version (area_code, published_at) WHERE published_at IS NOT NULL;

-- A body hears of new versions of an item or of a whole domain, in its own area or a neighbour's; guides are public there as here.
CREATE TABLE catalogue.subscription (
  -- Of the body that listens.
  area_code text        NOT NULL,
  body      text        NOT NULL,
  of_area   text        NOT NULL,
  kind      text        NOT NULL CHECK (kind IN ('item', 'domain')),
  subject   text        NOT NULL,
  -- The post that asked for it.
  post      text        NOT NULL,
  since     timestamptz NOT NULL,
  PRIMARY KEY (area_code, body, of_area, kind, subject)
);

-- Up to when a post has looked.
CREATE TABLE catalogue.news_read (
  area_code text        NOT NULL,
  post      text        NOT NULL,
  up_to     timestamptz NOT NULL,
  PRIMARY KEY (area_code, post)
);
