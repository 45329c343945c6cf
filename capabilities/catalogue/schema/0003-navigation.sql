-- How people of an area find their way: scenes, undertakings and what they say, as its pack has them. It is policy as data
-- and not a fact of a case, so only what stands is kept; what stood before is in the history of the pack.
CREATE TABLE catalogue.navigation (
  area_code text NOT NULL PRIMARY KEY,
  body jsonb NOT NULL,
  loaded_at timestamptz NOT NULL
);
