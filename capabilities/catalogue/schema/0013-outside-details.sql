-- What an outside system says of its item beside the name, so that a later list can be held against it (YY-3.2.1-04).
ALTER TABLE catalogue.outside_item ADD COLUMN details jsonb NOT NULL DEFAULT '{}';
