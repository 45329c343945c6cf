-- A draft remembers the way that was chosen (一般办理 or 告知承诺) and the version whose promise was confirmed, where a result by
-- post goes, and which answers were taken over from earlier filings. Addresses and answers are sealed under the party's key.
ALTER TABLE portal.draft
  ADD COLUMN way              text,
  ADD COLUMN promised_version integer,
  ADD COLUMN postal           text,
  ADD COLUMN reuse_asked      boolean NOT NULL DEFAULT false,
  ADD COLUMN reused           text,
  -- The place whose clerk saved the draft for the person.
  ADD COLUMN saved_at_place   text,
  -- The clerk's request that saved it, so that a double click is one draft.
  ADD COLUMN saved_request    text,
  -- While a counter works on the draft nobody else changes or files it.
  ADD COLUMN at_post          text,
  ADD COLUMN at_person        text,
  ADD COLUMN at_place         text,
  -- Which channel is filing it at this moment: a draft becomes one case.
  ADD COLUMN claimed_by       text,
  ADD COLUMN claimed_at       timestamptz;
CREATE UNIQUE INDEX draft_saved_request ON portal.draft (area_code, saved_request);

-- The code with which a counter picks a draft up (到窗口接着办). Only its keyed hash is stored; the nonce lets the owner see it again.
CREATE TABLE portal.handover (
  area_code   text        NOT NULL,
  draft       uuid        NOT NULL,
  code_hash   text        NOT NULL,
  nonce       text        NOT NULL,
  expires_at  timestamptz NOT NULL,
  wrong_tries integer     NOT NULL DEFAULT 0,
  PRIMARY KEY (area_code, draft),
  UNIQUE (area_code, code_hash),
  FOREIGN KEY (area_code, draft) REFERENCES portal.draft (area_code, id) ON DELETE CASCADE
);

-- How many questions a filing asked and how many were answered from earlier filings (YY-2.2.2-07): counts only.
CREATE TABLE portal.reuse (
  area_code text        NOT NULL,
  case_no   text        NOT NULL,
  party     uuid        NOT NULL,
  item      text        NOT NULL,
  asked     integer     NOT NULL,
  reused    integer     NOT NULL,
  filed_at  timestamptz NOT NULL,
  PRIMARY KEY (area_code, case_no)
);
CREATE INDEX reuse_filed ON portal.reuse (area_code, filed_at);
