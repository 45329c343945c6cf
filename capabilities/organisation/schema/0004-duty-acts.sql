-- What of the house's own acts a duty carries (场所和机构信息, 标准和制度, 改革登记, …): an act outside a unit's duty is refused.
ALTER TABLE organisation.duty ADD COLUMN acts text[] NOT NULL DEFAULT '{}';
