-- Supervision asks which places were rated in a period, whatever the place.
CREATE INDEX rating_at ON evaluation.rating (area_code, rated_at) INCLUDE (accept_place);
