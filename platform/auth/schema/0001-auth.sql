CREATE SCHEMA auth;

-- People belong to no area, so their rows use 000000. Citizens' logins are keyed fingerprints, never a phone
-- in the clear.
CREATE TABLE auth.account (
  area_code text NOT NULL CHECK (area_code = '000000'),
  id uuid NOT NULL,
  login text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('staff', 'citizen')),
  subject text NOT NULL,
  password_hash text NOT NULL,
  must_change boolean NOT NULL,
  demo boolean NOT NULL DEFAULT false,
  disabled_at timestamptz(3),
  password_set_at timestamptz(3) NOT NULL,
  created_at timestamptz(3) NOT NULL,
  PRIMARY KEY (area_code, id),
  UNIQUE (area_code, login),
  UNIQUE (area_code, kind, subject)
);

-- Failed sign-ins by login (fingerprint) and by address. A login nobody has is counted and locked just like a
-- real one, so that the answers do not tell which logins exist.
CREATE TABLE auth.attempt (
  area_code text NOT NULL CHECK (area_code = '000000'),
  what text NOT NULL,
  failures integer NOT NULL,
  since timestamptz(3) NOT NULL,
  blocked_until timestamptz(3),
  PRIMARY KEY (area_code, what)
);

CREATE TABLE auth.session (
  area_code text NOT NULL CHECK (area_code = '000000'),
  token_hash text NOT NULL,
  id uuid NOT NULL,
  account uuid NOT NULL,
  kind text NOT NULL,
  subject text NOT NULL,
  post text,
  must_change boolean NOT NULL,
  csrf_secret text NOT NULL,
  created_at timestamptz(3) NOT NULL,
  seen_at timestamptz(3) NOT NULL,
  expires_at timestamptz(3) NOT NULL,
  absolute_expires_at timestamptz(3) NOT NULL,
  ip text NOT NULL,
  agent text NOT NULL,
  PRIMARY KEY (area_code, token_hash),
  UNIQUE (area_code, id),
  FOREIGN KEY (area_code, account) REFERENCES auth.account (area_code, id)
) WITH (fillfactor = 80);
CREATE INDEX session_account ON auth.session (area_code, account, created_at);

-- 三员分立: the key allows one person one administrator role in the whole installation, so the three cannot be
-- one person.
CREATE TABLE auth.administrator (
  area_code text NOT NULL CHECK (area_code = '000000'),
  subject text NOT NULL,
  role text NOT NULL CHECK (role IN ('system-admin', 'security-admin', 'audit-admin')),
  granted_at timestamptz(3) NOT NULL,
  granted_by text NOT NULL,
  PRIMARY KEY (area_code, subject)
);

-- The mode an installation was born in; the key allows one row.
CREATE TABLE auth.installation (
  area_code text NOT NULL CHECK (area_code = '000000'),
  born_mode text NOT NULL CHECK (born_mode IN ('demo', 'production')),
  born_at timestamptz(3) NOT NULL,
  PRIMARY KEY (area_code)
);

-- One chain of hashes per area and day; a day starts from the last hash of the day before.
CREATE TABLE auth.audit_head (
  area_code text NOT NULL,
  day date NOT NULL,
  count integer NOT NULL,
  prev_hash text NOT NULL,
  hash text NOT NULL,
  PRIMARY KEY (area_code, day)
);

CREATE TABLE auth.audit (
  area_code text NOT NULL,
  day date NOT NULL,
  seq integer NOT NULL,
  id uuid NOT NULL,
  at timestamptz(3) NOT NULL,
  actor text NOT NULL,
  event text NOT NULL,
  success boolean NOT NULL,
  ip text,
  object text,
  before text,
  after text,
  prev_hash text NOT NULL,
  hash text NOT NULL,
  PRIMARY KEY (area_code, day, seq),
  UNIQUE (area_code, id)
);
CREATE INDEX audit_actor ON auth.audit (area_code, actor, day, seq);
CREATE INDEX audit_event ON auth.audit (area_code, event, day, seq);

-- 网络安全法 21 条: at least six months. Measured from the newest day on record, because the database's own clock
-- is not the office's.
CREATE FUNCTION auth.keep_audit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND OLD.day < (
    SELECT max(h.day) - interval '6 months' FROM auth.audit_head h WHERE h.area_code = OLD.area_code
  ) THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'audit records are never changed, and kept for six months';
END
$$;
CREATE TRIGGER keep_audit BEFORE UPDATE OR DELETE ON auth.audit FOR EACH ROW EXECUTE FUNCTION auth.keep_audit();
CREATE TRIGGER keep_audit_whole BEFORE TRUNCATE ON auth.audit FOR EACH STATEMENT EXECUTE FUNCTION auth.keep_audit();
