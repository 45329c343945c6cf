-- Bodies that took part in a case see it until it has ended; rows of cases that ended before this rule still named them.
UPDATE cases.case_view SET partners = '{}' WHERE NOT open AND partners <> '{}';
