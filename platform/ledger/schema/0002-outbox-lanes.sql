-- A queue for each subscriber, in the order in which it is taken from. By moment alone all that one commit or one holiday list
-- brought about had to be sorted for every look.
CREATE INDEX outbox_lane ON ledger.outbox (subscriber, next_at, stream) WHERE parked_at IS NULL;
DROP INDEX ledger.outbox_due;
