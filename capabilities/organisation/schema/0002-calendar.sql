-- A calendar version is whole: beside the national lists the days off of the area alone, the office hours that limits in hours
-- may count, and how a year without a list is counted. Versions from before keep counting by weekends, as they did.
ALTER TABLE organisation.calendar
  ADD COLUMN local jsonb NOT NULL DEFAULT '[]',
  ADD COLUMN hours jsonb NOT NULL DEFAULT '[]',
  ADD COLUMN unpublished text NOT NULL DEFAULT 'weekends' CHECK (unpublished IN ('weekends', 'statutory-2024'));
