-- Work lists filter by the legal procedure (承诺件, 即办件, 告知承诺). A withdrawn promise changes it, so it is saved with every act.
ALTER TABLE cases.case_view ADD COLUMN procedure text NOT NULL DEFAULT 'approval';
UPDATE cases.case_view SET procedure = COALESCE(dossier->>'procedure', 'approval')
  WHERE dossier->>'procedure' IS DISTINCT FROM 'approval';
ALTER TABLE cases.case_view ALTER COLUMN procedure DROP DEFAULT;
