-- Where the application was taken in: its windows hand papers over, so they see them.
ALTER TABLE licence_seal.licence ADD COLUMN place text NOT NULL GENERATED ALWAYS AS (dossier ->> 'place') STORED;
