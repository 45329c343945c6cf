-- How items are split into situations (拆分标准): each situation names the version it was split under.
CREATE TABLE catalogue.split_standard (
  area_code      text    NOT NULL,
  id             text    NOT NULL,
  version        integer NOT NULL,
  effective_from date    NOT NULL,
  body           jsonb   NOT NULL,
  PRIMARY KEY (area_code, id, version)
);
