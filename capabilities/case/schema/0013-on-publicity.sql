-- What hangs in public now (公示, 听证公告): the few open cases that anybody may read a line of. The page for it walks this
-- index instead of every open case.
CREATE INDEX case_on_publicity ON cases.case_view (area_code, changed_at DESC)
  WHERE open AND (
    (dossier -> 'publicity' IS NOT NULL AND dossier -> 'publicity' -> 'closedOn' IS NULL)
    OR (dossier -> 'hearing' -> 'convened' IS NOT NULL AND dossier -> 'hearing' -> 'over' IS NULL)
  );
