-- The register of data elements (数据元) of an area: those of all packs with what its own pack adds. Policy as data: what stands is kept.
CREATE TABLE catalogue.data_element (
  area_code text        NOT NULL PRIMARY KEY,
  body      jsonb       NOT NULL,
  loaded_at timestamptz NOT NULL
);
