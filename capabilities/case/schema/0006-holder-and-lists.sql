-- Who holds a case (认领): a post, or nobody; and who is still asked to sign it (会签). Both end with the state they belong to.
ALTER TABLE cases.case_view ADD COLUMN holder text NOT NULL DEFAULT '';
ALTER TABLE cases.case_view ADD COLUMN signers text[] NOT NULL DEFAULT '{}';
CREATE INDEX case_holder_due ON cases.case_view (area_code, holder, due_day, id) WHERE open AND holder <> '';
-- Most lists of a case are empty, and an index of what is empty costs each act and finds nothing.
CREATE INDEX case_signers ON cases.case_view USING gin (signers) WHERE open AND signers <> '{}';
DROP INDEX cases.case_partners;
CREATE INDEX case_partners ON cases.case_view USING gin (partners) WHERE partners <> '{}';
DROP INDEX cases.case_asked;
CREATE INDEX case_asked ON cases.case_view USING gin (asked) WHERE open AND asked <> '{}';

-- Work by due day. The index of a place gets the state as the one of a body has it, so that a queue reads only what waits for it.
DROP INDEX cases.case_place_due;
CREATE INDEX case_place_due ON cases.case_view (area_code, accept_place, state, due_day, id) WHERE open;
CREATE INDEX case_item_due ON cases.case_view (area_code, item_id, due_day, id) WHERE open;

-- Everything there ever was, newest first, for each way to see it. State and procedure have few values, so a list that leaves them
-- open looks into each; with ten million rows a filter that had to walk past what it does not want would read for seconds.
CREATE INDEX case_state_newest ON cases.case_view (area_code, state, procedure, id DESC);
CREATE INDEX case_body_newest ON cases.case_view (area_code, deciding_body, state, procedure, id DESC);
CREATE INDEX case_place_newest ON cases.case_view (area_code, accept_place, state, procedure, id DESC);
CREATE INDEX case_item_newest ON cases.case_view (area_code, item_id, state, id DESC) INCLUDE (deciding_body, accept_place, procedure);
