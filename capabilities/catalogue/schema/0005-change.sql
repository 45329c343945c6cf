-- Changes of items (事项变更), folded from the streams `item-change:…`: a draft on its way to a published version.
CREATE TABLE catalogue.change (
  area_code      text        NOT NULL,
  id             uuid        NOT NULL,
  stream         text        NOT NULL,
  version        int         NOT NULL,
  item           text        NOT NULL,
  state          text        NOT NULL,
  open           boolean     NOT NULL,
  -- The body that drafts it, and the one that approves.
  author_body    text        NOT NULL,
  approves       text        NOT NULL,
  -- The nearest running due day; 9999-12-31 when none runs.
  due_day        date        NOT NULL,
  effective_from date,
  changed_at     timestamptz NOT NULL,
  dossier        jsonb       NOT NULL,
  PRIMARY KEY (area_code, id),
  UNIQUE (area_code, stream)
);
CREATE INDEX change_due ON catalogue.change (area_code, due_day, id) WHERE open;
-- Two drafts of one item would each undo the other when published.
CREATE UNIQUE INDEX change_open_item ON catalogue.change (area_code, item) WHERE open;
CREATE INDEX change_of_item ON catalogue.change (area_code, item, id);
