CREATE SCHEMA notification;

-- What citizens were told (我的消息). The id is derived from stream, fact and kind, so that hearing a fact twice tells once.
-- Particulars (item, place, days, waybill) are sealed under the party's key; what stands in the clear says nothing but that
-- a case had news.
CREATE TABLE notification.message (
  area_code  text        NOT NULL,
  id         uuid        NOT NULL,
  party      uuid        NOT NULL,
  stream     text        NOT NULL,
  seq        integer     NOT NULL,
  case_no    text        NOT NULL,
  kind       text        NOT NULL,
  params     text        NOT NULL,
  created_at timestamptz NOT NULL,
  read_at    timestamptz,
  PRIMARY KEY (area_code, id)
);
CREATE INDEX message_party ON notification.message (area_code, party, created_at DESC, seq DESC, id DESC);
CREATE INDEX message_unread ON notification.message (area_code, party) WHERE read_at IS NULL;

-- One row for each message and way out of the house (短信、邮件), with what became of it: waiting, sent, refused by the gateway,
-- switched off or unreachable meanwhile, or too old to be of use.
CREATE TABLE notification.dispatch (
  area_code  text        NOT NULL,
  message    uuid        NOT NULL,
  channel    text        NOT NULL CHECK (channel IN ('sms', 'email')),
  state      text        NOT NULL CHECK (state IN ('waiting', 'sent', 'refused', 'switched-off', 'stale')),
  settled_at timestamptz,
  PRIMARY KEY (area_code, message, channel)
);

-- How a party wants to be told. People belong to no area: area_code is always '000000'. Without a row short messages go out.
CREATE TABLE notification.preference (
  area_code  text        NOT NULL,
  party      uuid        NOT NULL,
  sms        boolean     NOT NULL,
  email      text,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (area_code, party)
);
