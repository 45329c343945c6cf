-- Under which calendar version the clocks of a case that have not ended were last counted: one version, 'several', or
-- nothing. When a holiday list is published, the open cases to be counted anew are found by it without reading a dossier.
-- Compared byte by byte, so that "before this version" and "after it" are two walks along the index.
ALTER TABLE cases.case_view ADD COLUMN calendar text COLLATE "C" NOT NULL DEFAULT '';
UPDATE cases.case_view SET calendar = (
  SELECT CASE count(DISTINCT c.value->>'calendar') WHEN 0 THEN '' WHEN 1 THEN min(c.value->>'calendar') ELSE 'several' END
  FROM jsonb_each(dossier->'clocks') AS c WHERE c.value->'ended' IS NULL)
WHERE open;
CREATE INDEX case_calendar ON cases.case_view (area_code, calendar, id) WHERE open;
