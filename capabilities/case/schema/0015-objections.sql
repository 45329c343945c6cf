-- What somebody said online of a publicity (公示异议) is listed for them: found by who said it among the few cases that were objected to.
CREATE INDEX case_objected ON cases.case_view USING gin ((dossier -> 'publicity' -> 'objections') jsonb_path_ops)
  WHERE dossier -> 'publicity' -> 'objections' -> 0 IS NOT NULL;

-- People name a publicity by its own number (公示编号), the last fifteen signs of the case number.
CREATE INDEX case_public_number ON cases.case_view (area_code, right(no, 15))
  WHERE dossier -> 'publicity' IS NOT NULL;
