CREATE SCHEMA files;

-- One row per different content in an area. The bytes lie on disk under the id, encrypted with the file's own
-- data key; the address is a keyed fingerprint of the content, so equal uploads are stored once and outsiders
-- cannot test for a file.
CREATE TABLE files.file (
  area_code text NOT NULL,
  id uuid NOT NULL,
  address text NOT NULL,
  size bigint NOT NULL CHECK (size > 0),
  media_type text NOT NULL,
  wrapped_key text NOT NULL,
  scan text NOT NULL CHECK (scan IN ('quarantined', 'clean', 'rejected')),
  rejected_for text,
  ref_count integer NOT NULL DEFAULT 0 CHECK (ref_count >= 0),
  unreferenced_since timestamptz(3),
  created_at timestamptz(3) NOT NULL,
  PRIMARY KEY (area_code, id),
  UNIQUE (area_code, address),
  CHECK ((ref_count = 0) = (unreferenced_since IS NOT NULL))
);

-- What the sweep and the second scan look for; both are empty nearly always.
CREATE INDEX file_unreferenced ON files.file (area_code, unreferenced_since) WHERE ref_count = 0;
CREATE INDEX file_quarantined ON files.file (area_code, created_at) WHERE scan = 'quarantined';

-- Who holds a file. Naming the holder makes retaining twice (a job delivered twice) the same as once.
CREATE TABLE files.reference (
  area_code text NOT NULL,
  file uuid NOT NULL,
  holder text NOT NULL,
  at timestamptz(3) NOT NULL,
  PRIMARY KEY (area_code, file, holder),
  FOREIGN KEY (area_code, file) REFERENCES files.file (area_code, id)
);
