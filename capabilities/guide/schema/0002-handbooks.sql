-- Handbooks as they were compiled (标准化服务手册、受理手册、事项清单): one line a version, the PDF in the file store. A new version
-- comes only with other content, so that a number says something.
CREATE TABLE guide.handbook (
  area_code text        NOT NULL,
  kind      text        NOT NULL CHECK (kind IN ('service', 'town', 'town-list')),
  number    integer     NOT NULL,
  digest    text        NOT NULL,
  made_on   date        NOT NULL,
  made_at   timestamptz NOT NULL,
  made_by   text        NOT NULL,
  items     integer     NOT NULL,
  file      uuid        NOT NULL,
  sha256    text        NOT NULL,
  PRIMARY KEY (area_code, kind, number)
);
