-- In a scene the most wanted matter comes first, and in an undertaking the step's first way: `jsonb` puts keys in an order of its own.
ALTER TABLE catalogue.navigation ALTER COLUMN body TYPE json USING body::json;
