-- Tables of the two targets without a platform: plain SQL and the hand-written server.
CREATE TABLE service_item (
  id           int PRIMARY KEY,
  code         text NOT NULL UNIQUE,
  name         text NOT NULL,
  department   text NOT NULL,
  legal_days   int NOT NULL,
  promise_days int NOT NULL,
  keywords     text NOT NULL,
  guide        text NOT NULL
);

CREATE TABLE dossier (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  no          text NOT NULL UNIQUE,
  county      text NOT NULL,
  item        int NOT NULL REFERENCES service_item (id),
  applicant   text NOT NULL,
  title       text NOT NULL,
  form        jsonb NOT NULL,
  state       text NOT NULL,
  version     int NOT NULL DEFAULT 1,
  assignee    int,
  decision    text,
  received_at timestamptz NOT NULL DEFAULT now(),
  due_at      timestamptz,
  changed_at  timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX dossier_list ON dossier (county, state, due_at);

CREATE TABLE audit_row (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  dossier    bigint NOT NULL REFERENCES dossier (id),
  seq        int NOT NULL,
  action     text NOT NULL,
  from_state text,
  to_state   text NOT NULL,
  officer    int NOT NULL,
  note       text,
  changes    jsonb NOT NULL,
  at         timestamptz NOT NULL DEFAULT now(),
  UNIQUE (dossier, seq)
);

CREATE TABLE term (
  dossier    bigint PRIMARY KEY REFERENCES dossier (id),
  started_at timestamptz NOT NULL,
  due_at     timestamptz NOT NULL,
  stopped_at timestamptz
);

CREATE TABLE task (
  id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  dossier   bigint NOT NULL REFERENCES dossier (id),
  kind      text NOT NULL,
  county    text NOT NULL,
  assignee  int,
  opened_at timestamptz NOT NULL DEFAULT now(),
  done_at   timestamptz
);
CREATE INDEX task_queue ON task (county, kind, opened_at) WHERE done_at IS NULL;
CREATE INDEX task_of_dossier ON task (dossier) WHERE done_at IS NULL;

INSERT INTO service_item
SELECT n, 'SI' || lpad(n::text, 6, '0'), 'Service ' || n, 'Department ' || (1 + n % 37), 20 + n % 40, 5 + n % 15,
  format('kw%s kw%s kw%s', n % 97, n % 53, n % 11), rpad('', 560, 'How to apply, what to bring, when to come. ')
FROM generate_series(1, 3000) AS n;

INSERT INTO dossier (no, county, item, applicant, title, form, state, due_at, received_at)
SELECT 'S' || lpad(n::text, 10, '0'), '3301' || lpad((1 + n % 40)::text, 2, '0'), 1 + n % 3000, 'Applicant ' || n,
  'Standing case ' || n, jsonb_build_object('address', n || ' Willow Bridge Road', 'wishes', rpad('', 720, 'standing data ')),
  (ARRAY['submitted', 'accepted', 'in_review', 'decided'])[1 + (n / 40) % 4],
  now() + (n % 1000) * interval '1 hour', now() - (n % 1000) * interval '1 minute'
FROM generate_series(1, 20000) AS n;

INSERT INTO audit_row (dossier, seq, action, to_state, officer, changes)
SELECT id, 1, 'create', state, 1, '{}' FROM dossier;
