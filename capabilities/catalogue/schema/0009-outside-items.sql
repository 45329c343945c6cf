-- Systems of departments that run items of their own (自建系统), and which of their items is which of ours: one to one (YY-3.2.1-04).
CREATE TABLE catalogue.outside_system (
  area_code text NOT NULL,
  id        text NOT NULL,
  name      text NOT NULL,
  owner     text NOT NULL,
  -- 未对接, 前端整合, 接口对接 (YY-3.1-01).
  mode      text NOT NULL CHECK (mode IN ('none', 'front-end', 'interface')),
  PRIMARY KEY (area_code, id)
);
CREATE TABLE catalogue.outside_item (
  area_code text        NOT NULL,
  system    text        NOT NULL,
  code      text        NOT NULL,
  name      text        NOT NULL,
  item      text,
  mapped_by text,
  mapped_at timestamptz,
  PRIMARY KEY (area_code, system, code),
  FOREIGN KEY (area_code, system) REFERENCES catalogue.outside_system (area_code, id),
  CHECK ((item IS NULL) = (mapped_at IS NULL))
);
-- One item of the platform is one item outside, whichever system runs it.
CREATE UNIQUE INDEX outside_item_one_to_one ON catalogue.outside_item (area_code, item) WHERE item IS NOT NULL;
