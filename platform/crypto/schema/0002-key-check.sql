-- A value made from the installation's master key, so that a server with another key refuses to start instead of
-- sealing new values that nobody could open together with the old ones. It says nothing about the key.
create table crypto.key_check (
  area_code text primary key,
  keyed text not null
);
