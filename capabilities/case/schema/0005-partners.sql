-- Bodies beside the deciding one that take part in a case (联审联办): all that see it, and those that owe something on it now.
ALTER TABLE cases.case_view ADD COLUMN partners text[] NOT NULL DEFAULT '{}';
ALTER TABLE cases.case_view ADD COLUMN asked text[] NOT NULL DEFAULT '{}';
CREATE INDEX case_partners ON cases.case_view USING gin (partners);
CREATE INDEX case_asked ON cases.case_view USING gin (asked) WHERE open;
