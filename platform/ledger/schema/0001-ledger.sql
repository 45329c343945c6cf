-- The ledger: streams of facts, chained by hash, and what follows from them (outbox, jobs).
-- It knows streams and versions, not meanings.
-- Keys are compared byte by byte (COLLATE "C"): cheaper than a language's order, the same order as in Node, and an
-- update of the operating system's collations cannot spoil the indexes.

CREATE SCHEMA ledger;

-- One row per stream. A commit compares and sets it, so two writers of one stream cannot both win.
-- The fill factor leaves room on the page: each act updates the row in place without touching the index.
CREATE TABLE ledger.head (
  area_code text COLLATE "C" NOT NULL,
  stream text COLLATE "C" NOT NULL,
  version integer NOT NULL CHECK (version > 0),
  hash text NOT NULL,
  PRIMARY KEY (area_code, stream)
) WITH (fillfactor = 70);

-- One row per answered request: the same request id gets the same answer, however often it is sent.
CREATE TABLE ledger.request (
  area_code text COLLATE "C" NOT NULL,
  actor text COLLATE "C" NOT NULL,
  request_id text COLLATE "C" NOT NULL,
  body_hash text NOT NULL,
  result text NOT NULL,
  at timestamptz(3) NOT NULL,
  PRIMARY KEY (area_code, actor, request_id)
);
-- Answers are forgotten by age; a BRIN index costs an insert next to nothing.
CREATE INDEX request_at ON ledger.request USING brin (at);

CREATE TABLE ledger.fact (
  area_code text COLLATE "C" NOT NULL,
  born_year integer NOT NULL,
  stream text COLLATE "C" NOT NULL,
  seq integer NOT NULL CHECK (seq > 0),
  kind text COLLATE "C" NOT NULL,
  body text NOT NULL,
  actor text NOT NULL,
  at timestamptz(3) NOT NULL,
  schema_version integer NOT NULL,
  hash_alg text NOT NULL,
  prev_hash text NOT NULL,
  hash text NOT NULL,
  PRIMARY KEY (area_code, born_year, stream, seq)
) PARTITION BY LIST (born_year);

CREATE FUNCTION ledger.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'facts are only appended: % on %.% is refused', TG_OP, TG_TABLE_SCHEMA, TG_TABLE_NAME
    USING ERRCODE = 'YC009';
END $$;

CREATE TRIGGER fact_append_only BEFORE UPDATE OR DELETE ON ledger.fact
  FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();
CREATE TRIGGER fact_no_truncate BEFORE TRUNCATE ON ledger.fact
  FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();

-- Makes the partition of a year when it is missing and says whether it did. The table is made first and
-- attached afterwards: ATTACH lets other transactions go on writing, CREATE … PARTITION OF does not.
CREATE FUNCTION ledger.ensure_partition(p_year integer) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  partition_name text := 'fact_' || p_year;
BEGIN
  IF p_year NOT BETWEEN 1949 AND 2999 THEN
    RAISE EXCEPTION 'no ledger partition for the year %', p_year;
  END IF;
  PERFORM pg_advisory_xact_lock(hashtext('ledger.ensure_partition'));
  IF to_regclass('ledger.' || partition_name) IS NOT NULL THEN
    RETURN false;
  END IF;
  EXECUTE format('CREATE TABLE ledger.%I (LIKE ledger.fact INCLUDING DEFAULTS INCLUDING CONSTRAINTS)', partition_name);
  EXECUTE format('ALTER TABLE ledger.fact ATTACH PARTITION ledger.%I FOR VALUES IN (%s)', partition_name, p_year);
  -- Row triggers are inherited from the parent, TRUNCATE triggers are not.
  EXECUTE format('CREATE TRIGGER fact_no_truncate BEFORE TRUNCATE ON ledger.%I '
    || 'FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change()', partition_name);
  RETURN true;
END $$;

SELECT ledger.ensure_partition(year) FROM generate_series(2015, 2035) AS year;

-- What a subscriber has still to hear. Delivered rows are deleted, so the table stays small.
-- `next_at` is on the platform's clock, `lease_until` on the database's.
CREATE TABLE ledger.outbox (
  area_code text COLLATE "C" NOT NULL,
  stream text COLLATE "C" NOT NULL,
  seq integer NOT NULL,
  subscriber text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  next_at timestamptz(3) NOT NULL,
  lease_until timestamptz,
  parked_at timestamptz(3),
  last_error text,
  PRIMARY KEY (area_code, stream, seq, subscriber)
) WITH (fillfactor = 70, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);
CREATE INDEX outbox_due ON ledger.outbox (next_at) WHERE parked_at IS NULL;
CREATE INDEX outbox_parked ON ledger.outbox (area_code, parked_at) WHERE parked_at IS NOT NULL;

-- Work that becomes due. The key begins with stream and kind because that is how an act cancels it.
CREATE TABLE ledger.job (
  area_code text COLLATE "C" NOT NULL,
  stream text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  due_at timestamptz(3) NOT NULL,
  body jsonb NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  next_at timestamptz(3) NOT NULL,
  lease_until timestamptz,
  parked_at timestamptz(3),
  last_error text,
  PRIMARY KEY (area_code, stream, kind, id)
) WITH (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 2000);
CREATE INDEX job_due ON ledger.job (next_at) WHERE parked_at IS NULL;
CREATE INDEX job_parked ON ledger.job (area_code, parked_at) WHERE parked_at IS NOT NULL;

-- One act, one call. NULL comes back when the act was written, otherwise the stored answer of the same request.
-- The first stream and its first fact are scalars, all others arrays: most acts write one fact, and then only
-- three plain statements run. An absent array is NULL, never empty. The arrays are walked in loops: a keyed plain
-- statement costs 3 µs, starting an `unnest` join 26 µs, and an act relies on or writes a handful of rows.
--   YC001 a stream has moved on · YC002 a relied-on stream has moved on · YC003 request id used for another body
CREATE FUNCTION ledger.commit(
  p_area text, p_actor_key text, p_request_id text, p_request_hash text, p_result text,
  p_actor text, p_at timestamptz, p_hash_alg text,
  p_stream text, p_born_year integer, p_expected integer, p_prev_hash text, p_version integer, p_head_hash text,
  p_kind text, p_body text, p_schema_version integer, p_hash text,
  head_stream text[], head_expected integer[], head_prev_hash text[], head_version integer[], head_hash text[],
  fact_stream text[], fact_born_year integer[], fact_seq integer[], fact_kind text[], fact_body text[],
  fact_schema_version integer[], fact_prev_hash text[], fact_hash text[],
  outbox_stream text[], outbox_seq integer[], outbox_subscriber text[], outbox_kind text[],
  relied_stream text[], relied_version integer[],
  cancel_stream text[], cancel_kind text[],
  job_id uuid[], job_kind text[], job_stream text[], job_due_at timestamptz[], job_body text[]
) RETURNS text LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
  stored ledger.request;
  found_version integer;
  moved text;
BEGIN
  -- The request comes first: a second click waits here until the first has committed, and then reads its answer.
  INSERT INTO ledger.request (area_code, actor, request_id, body_hash, result, at)
    VALUES (p_area, p_actor_key, p_request_id, p_request_hash, p_result, p_at)
    ON CONFLICT DO NOTHING;
  IF NOT FOUND THEN
    SELECT * INTO STRICT stored FROM ledger.request
      WHERE area_code = p_area AND actor = p_actor_key AND request_id = p_request_id;
    IF stored.body_hash <> p_request_hash THEN
      RAISE EXCEPTION 'request id used for another body' USING ERRCODE = 'YC003';
    END IF;
    RETURN stored.result;
  END IF;

  IF p_expected = 0 THEN
    INSERT INTO ledger.head (area_code, stream, version, hash) VALUES (p_area, p_stream, p_version, p_head_hash)
      ON CONFLICT DO NOTHING;
  ELSE
    UPDATE ledger.head SET version = p_version, hash = p_head_hash
      WHERE area_code = p_area AND stream = p_stream AND version = p_expected AND hash = p_prev_hash;
  END IF;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'stream has moved on' USING ERRCODE = 'YC001', DETAIL = p_stream;
  END IF;

  IF head_stream IS NOT NULL THEN
    -- One by one in the order given (sorted by the caller), so that two acts on the same streams never deadlock.
    FOR i IN 1 .. cardinality(head_stream) LOOP
      IF head_expected[i] = 0 THEN
        INSERT INTO ledger.head (area_code, stream, version, hash)
          VALUES (p_area, head_stream[i], head_version[i], head_hash[i]) ON CONFLICT DO NOTHING;
      ELSE
        UPDATE ledger.head SET version = head_version[i], hash = head_hash[i]
          WHERE area_code = p_area AND stream = head_stream[i]
            AND version = head_expected[i] AND hash = head_prev_hash[i];
      END IF;
      IF NOT FOUND THEN
        RAISE EXCEPTION 'stream has moved on' USING ERRCODE = 'YC001', DETAIL = head_stream[i];
      END IF;
    END LOOP;
  END IF;

  -- No lock on what was relied on: these reads see everything committed so far, and a revocation that commits
  -- after them never reads this case, so "act, then revocation" is a true order of events. (README, "Relied-on streams".)
  IF relied_stream IS NOT NULL THEN
    FOR i IN 1 .. cardinality(relied_stream) LOOP
      SELECT h.version INTO found_version FROM ledger.head h WHERE h.area_code = p_area AND h.stream = relied_stream[i];
      IF coalesce(found_version, 0) <> relied_version[i] THEN
        moved := concat_ws(E'\n', moved, relied_stream[i]);
      END IF;
    END LOOP;
    IF moved IS NOT NULL THEN
      RAISE EXCEPTION 'a relied-on stream has moved on' USING ERRCODE = 'YC002', DETAIL = moved;
    END IF;
  END IF;

  INSERT INTO ledger.fact (area_code, born_year, stream, seq, kind, body, actor, at,
      schema_version, hash_alg, prev_hash, hash)
    VALUES (p_area, p_born_year, p_stream, p_expected + 1, p_kind, p_body, p_actor, p_at,
      p_schema_version, p_hash_alg, p_prev_hash, p_hash);
  IF fact_stream IS NOT NULL THEN
    FOR i IN 1 .. cardinality(fact_stream) LOOP
      INSERT INTO ledger.fact (area_code, born_year, stream, seq, kind, body, actor, at,
          schema_version, hash_alg, prev_hash, hash)
        VALUES (p_area, fact_born_year[i], fact_stream[i], fact_seq[i], fact_kind[i], fact_body[i], p_actor, p_at,
          fact_schema_version[i], p_hash_alg, fact_prev_hash[i], fact_hash[i]);
    END LOOP;
  END IF;

  IF outbox_stream IS NOT NULL THEN
    FOR i IN 1 .. cardinality(outbox_stream) LOOP
      INSERT INTO ledger.outbox (area_code, stream, seq, subscriber, kind, next_at)
        VALUES (p_area, outbox_stream[i], outbox_seq[i], outbox_subscriber[i], outbox_kind[i], p_at);
    END LOOP;
  END IF;
  IF cancel_stream IS NOT NULL THEN
    FOR i IN 1 .. cardinality(cancel_stream) LOOP
      DELETE FROM ledger.job j WHERE j.area_code = p_area AND j.stream = cancel_stream[i] AND j.kind = cancel_kind[i];
    END LOOP;
  END IF;
  IF job_id IS NOT NULL THEN
    FOR i IN 1 .. cardinality(job_id) LOOP
      INSERT INTO ledger.job (area_code, stream, kind, id, due_at, next_at, body)
        VALUES (p_area, job_stream[i], job_kind[i], job_id[i], job_due_at[i], job_due_at[i], job_body[i]::jsonb);
    END LOOP;
  END IF;
  RETURN NULL;
END $$;
