/**
 * The version of an item that holds on a day, as a condition on its row: the latest that has begun by then, unless it has ended (停用). A
 * version published ahead of its first day leaves the one before it in force, and where the latest has ended none comes back.
 */
export const inForce = (row: string, day: string): string => `${row}.effective_from <= ${day}
      AND (${row}.effective_to IS NULL OR ${row}.effective_to >= ${day})
      AND NOT EXISTS (SELECT FROM catalogue.item_version later WHERE later.area_code = ${row}.area_code AND later.id = ${row}.id
        AND later.version > ${row}.version AND later.effective_from <= ${day})`
