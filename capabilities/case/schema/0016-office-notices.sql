-- What happened to an officer's cases since they last looked (工作提醒): assigned, asked to sign, supplemented, objected to. One row for each
-- post told; the fact is the key, so that hearing it again tells nothing twice. `told_at` orders the list, because a fact may be heard
-- later than one that happened after it, and whatever is heard later must not count as seen.
CREATE TABLE cases.office_notice (
  area_code text        NOT NULL,
  post      text COLLATE "C" NOT NULL,
  stream    text        NOT NULL,
  seq       integer     NOT NULL,
  no        text        NOT NULL,
  kind      text        NOT NULL,
  item_name text        NOT NULL,
  at        timestamptz NOT NULL,
  told_at   timestamptz NOT NULL,
  read_at   timestamptz,
  PRIMARY KEY (area_code, post, stream, seq)
);
CREATE INDEX office_notice_newest ON cases.office_notice (area_code, post, told_at DESC, stream DESC, seq DESC);
CREATE INDEX office_notice_unread ON cases.office_notice (area_code, post) WHERE read_at IS NULL;
