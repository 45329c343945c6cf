-- A broken promise is looked for by whoever made it, whose case it may not be; there are few of them in a county.
CREATE INDEX case_broken_promise ON cases.case_view (area_code) WHERE state IN ('check-failed', 'revoking', 'revoked');
