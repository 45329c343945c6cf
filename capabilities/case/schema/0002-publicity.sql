-- The publicity screen (办件公示屏) asks for the newest changes of one place, state by state, and for today's counts. Without
-- this the closed cases of many years would be read and sorted for a wall that shows sixty lines.
CREATE INDEX case_place_state_changed ON cases.case_view (area_code, accept_place, state, changed_at DESC);
