-- What has become of the licence behind a paper, for whoever verifies it: in force, or since when expired, revoked (撤销), withdrawn (撤回) or
-- cancelled (注销).
ALTER TABLE cases.paper ADD COLUMN licence_state text;
ALTER TABLE cases.paper ADD COLUMN licence_until date;
CREATE INDEX paper_no ON cases.paper (area_code, no);
