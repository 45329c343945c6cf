-- A change for a later day waits here until its day comes: the rows themselves are written on that day, so nobody reads tomorrow's name
-- today. What was asked is kept whole, because it is judged once more when it takes effect.
ALTER TABLE organisation.ground_change
  DROP CONSTRAINT ground_change_subject_check,
  ADD CONSTRAINT ground_change_subject_check CHECK (subject IN ('place', 'body', 'region', 'served')),
  ADD COLUMN act text NOT NULL DEFAULT '',
  ADD COLUMN wish jsonb NOT NULL DEFAULT '{}',
  -- What it is about, as `place:…`, `body:…`, `region:…`: two changes to come about one thing must not meet.
  ADD COLUMN touches text[] NOT NULL DEFAULT '{}',
  ADD COLUMN state text NOT NULL DEFAULT 'in-force'
    CHECK (state IN ('coming', 'in-force', 'withdrawn', 'stopped')),
  -- Why it was withdrawn, or which rule kept it from taking effect.
  ADD COLUMN ended_because text;

CREATE INDEX ground_change_coming ON organisation.ground_change (area_code, from_day) WHERE state = 'coming';
