create schema if not exists crypto;

-- One data key per subject (person, firm), wrapped by the installation's master key, which never stands in
-- the database. Deleting the rows of a subject erases everything ever sealed for it, in facts as in views.
create table crypto.subject_key (
  area_code text not null,
  subject text not null,
  key_id text not null,
  wrapped text not null,
  created_at timestamptz not null,
  primary key (area_code, subject, key_id)
);
