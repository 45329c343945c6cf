CREATE SCHEMA catalogue;

-- Published versions of implementation lists (实施清单). A case stays on the version of its receipt, so none is ever deleted.
CREATE TABLE catalogue.item_version (
  area_code      text    NOT NULL,
  id             text    NOT NULL,
  version        integer NOT NULL,
  stream         text    NOT NULL,
  stream_version integer NOT NULL,
  name           text    NOT NULL,
  domain         text    NOT NULL,
  item_type      text    NOT NULL,
  project_type   text    NOT NULL,
  effective_from date    NOT NULL,
  effective_to   date,
  body           jsonb   NOT NULL,
  PRIMARY KEY (area_code, id, version)
);
CREATE INDEX item_version_in_force ON catalogue.item_version (area_code, effective_from);

-- Powers (授权): body × item × place × dates. Checked at the moment of the act by stream version.
CREATE TABLE catalogue.power_grant (
  area_code  text    NOT NULL,
  id         text    NOT NULL,
  stream     text    NOT NULL,
  version    integer NOT NULL,
  item       text    NOT NULL,
  body       text    NOT NULL,
  place      text    NOT NULL,
  kind       text    NOT NULL CHECK (kind IN ('own', 'delegated', 'entrusted')),
  powers     text[]  NOT NULL,
  valid_from date    NOT NULL,
  valid_to   date,
  basis      text    NOT NULL,
  PRIMARY KEY (area_code, id)
);
CREATE INDEX power_grant_item ON catalogue.power_grant (area_code, item, body);
