CREATE SCHEMA guide;

-- What a guide says to everybody, in words (统一内容), once for each wording of it. Nothing in it belongs to a place or a person.
CREATE TABLE guide.sheet (
  area_code text  NOT NULL,
  digest    text  NOT NULL,
  body      jsonb NOT NULL,
  PRIMARY KEY (area_code, digest)
);

-- Which wording each channel has now: the portal (place ''), and kiosk, screen and paper of every place that offers the item.
-- `synced_digest` is what was handed to it last, so a copy somebody changed by hand is one where the two differ.
CREATE TABLE guide.copy (
  area_code     text        NOT NULL,
  channel       text        NOT NULL CHECK (channel IN ('portal', 'kiosk', 'screen', 'paper')),
  place         text        NOT NULL,
  item_id       text        NOT NULL,
  item_version  integer     NOT NULL,
  digest        text        NOT NULL,
  synced_digest text        NOT NULL,
  synced_at     timestamptz NOT NULL,
  edited_at     timestamptz,
  edited_by     text,
  PRIMARY KEY (area_code, channel, place, item_id),
  FOREIGN KEY (area_code, digest) REFERENCES guide.sheet (area_code, digest)
);
