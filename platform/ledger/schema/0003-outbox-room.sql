-- A row of the outbox is written, leased and deleted within a moment. With room for its second version on the same page the
-- lease touches no index.
ALTER TABLE ledger.outbox SET (fillfactor = 45);
