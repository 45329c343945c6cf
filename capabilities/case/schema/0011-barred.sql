-- Whoever concealed or deceived may not apply again for a time (行政许可法第七十八条、第七十九条). Asked at every filing of such an item; there are few.
CREATE INDEX case_barred ON cases.case_view (area_code, item_id) WHERE dossier->'barred' IS NOT NULL;
