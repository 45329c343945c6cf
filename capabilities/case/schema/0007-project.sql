-- The project a case belongs to (重大投资项目直通车): cases that carry the same code are found together, and a list can show only those.
ALTER TABLE cases.case_view ADD COLUMN project text NOT NULL DEFAULT '';
CREATE INDEX case_project ON cases.case_view (area_code, project, id) WHERE project <> '';
