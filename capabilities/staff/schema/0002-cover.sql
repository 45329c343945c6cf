-- Who stands in for a post while its holder is away (A、B角), and when that is. Both are facts of the post's stream; these are their view.
ALTER TABLE staff.post ADD COLUMN cover text;
ALTER TABLE staff.post ADD COLUMN absences jsonb NOT NULL DEFAULT '[]';
CREATE INDEX post_covered_by ON staff.post (area_code, cover) WHERE cover IS NOT NULL;
