-- Further names a citizen signs in with (手机号、身份证号), keyed fingerprints like the account's own. A phone that a family shares
-- belongs to whoever registered with it first; the others sign in with their id number.
CREATE TABLE auth.login_name (
  area_code text NOT NULL CHECK (area_code = '000000'),
  login text NOT NULL,
  account uuid NOT NULL,
  PRIMARY KEY (area_code, login),
  FOREIGN KEY (area_code, account) REFERENCES auth.account (area_code, id)
);
CREATE INDEX login_name_account ON auth.login_name (area_code, account);
