-- The register of powers (权责清单): who gave a power, by which document, bound to what, and since when it is taken back (收回).
ALTER TABLE catalogue.power_grant
  ADD COLUMN given_by   text,
  ADD COLUMN document   jsonb,
  ADD COLUMN conditions text[],
  ADD COLUMN taken_back date;
CREATE INDEX power_grant_list ON catalogue.power_grant (area_code, item, body, id);
