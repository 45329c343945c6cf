-- What lies on a counter is listed for whoever picked it up.
CREATE INDEX draft_at_post ON portal.draft (area_code, at_post) WHERE at_post IS NOT NULL AND filed_no IS NULL;
