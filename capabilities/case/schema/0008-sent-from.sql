-- The station that took a case in for its town (代受理): its agent follows the cases that were sent from there.
ALTER TABLE cases.case_view ADD COLUMN sent_from text;
CREATE INDEX case_sent_from ON cases.case_view (area_code, sent_from, id DESC) WHERE sent_from IS NOT NULL;
-- Cases whose deciding body lost its power are looked for by item and body.
CREATE INDEX case_item_body ON cases.case_view (area_code, item_id, deciding_body, id) WHERE open;
