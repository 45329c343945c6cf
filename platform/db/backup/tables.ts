import type { Queryable } from '../db.ts'

/** A table that holds rows of ours; the partitions of one are part of it. */
export interface Table {
  /** Quoted, with its schema. */
  name: string
  columns: Column[]
}

interface Column {
  name: string
  type: string
}

/** A partition may have been made while the server ran, so no migration knows it. */
export interface Partition {
  name: string
  parent: string
  bound: string
  /** Statement triggers, which a partition does not inherit. */
  triggers: string[]
}

const OURS = `n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg\\_%'`
// Written anew by `migrate` when a backup is restored.
const BOOKKEEPING = 'platform.migration'

export async function listTables(on: Queryable): Promise<Table[]> {
  return on.query<{ name: string; columns: Column[] }>(`
    SELECT format('%I.%I', n.nspname, c.relname) AS name,
           json_agg(json_build_object('name', quote_ident(a.attname), 'type', format_type(a.atttypid, a.atttypmod))
                    ORDER BY a.attnum) AS columns
      FROM pg_class c
      JOIN pg_namespace n ON n.oid = c.relnamespace
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
     WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND ${OURS}
       AND format('%I.%I', n.nspname, c.relname) <> '${BOOKKEEPING}'
     GROUP BY 1 ORDER BY 1`)
}

export async function listPartitions(on: Queryable): Promise<Partition[]> {
  return on.query<Partition & Record<string, unknown>>(`
    SELECT format('%I.%I', n.nspname, c.relname) AS name,
           i.inhparent::regclass::text AS parent,
           pg_get_expr(c.relpartbound, c.oid) AS bound,
           ARRAY(SELECT pg_get_triggerdef(t.oid) FROM pg_trigger t
                  WHERE t.tgrelid = c.oid AND t.tgparentid = 0 AND NOT t.tgisinternal ORDER BY t.tgname) AS triggers
      FROM pg_class c
      JOIN pg_namespace n ON n.oid = c.relnamespace
      JOIN pg_inherits i ON i.inhrelid = c.oid
     WHERE c.relispartition AND c.relkind IN ('r', 'p') AND ${OURS}
     ORDER BY c.oid`)
}

export async function listSequences(on: Queryable): Promise<{ name: string; value: string }[]> {
  return on.query(`
    SELECT format('%I.%I', schemaname, sequencename) AS name, last_value::text AS value
      FROM pg_sequences WHERE last_value IS NOT NULL ORDER BY 1`)
}

/** Nothing but what a new database brings along. */
export async function isEmpty(on: Queryable): Promise<boolean> {
  const [row] = await on.query<{ empty: boolean }>(`
    SELECT NOT EXISTS (SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                        WHERE c.relkind IN ('r', 'p', 'v', 'm', 'S') AND ${OURS}) AS empty`)
  return row!.empty
}

export async function dropEverything(on: Queryable): Promise<void> {
  const schemas = await on.query<{ name: string }>(
    `SELECT quote_ident(n.nspname) AS name FROM pg_namespace n WHERE n.nspname <> 'public' AND ${OURS}`,
  )
  for (const { name } of schemas) await on.query(`DROP SCHEMA ${name} CASCADE`)
}

/** Every value as its own text: JSON alone would lose digits, and the null of jsonb. */
export function selectLines({ name, columns }: Table): string {
  const texts = columns.map((column) => `${column.name}::text AS ${column.name}`).join(', ')
  return `SELECT row_to_json(backup_line.*)::text AS line FROM (SELECT ${texts} FROM ${name}) AS backup_line`
}

/** Takes a JSON array of such lines as $1. */
export function insertLines({ name, columns }: Table): string {
  const names = columns.map((column) => column.name).join(', ')
  const texts = columns.map((column) => `${column.name} text`).join(', ')
  const values = columns.map((column) => `row.${column.name}::${column.type}`).join(', ')
  return `INSERT INTO ${name} (${names}) OVERRIDING SYSTEM VALUE
    SELECT ${values} FROM json_to_recordset($1::json) AS row(${texts})`
}

/**
 * Rows come in no order that foreign keys would accept, and triggers keep tables append-only: both are taken off and
 * put back around `work`, in the same transaction. Putting a key back checks every row against it.
 */
export async function withoutGuards(tx: Queryable, work: () => Promise<void>): Promise<void> {
  const keys = await tx.query<{ on: string; name: string; definition: string }>(`
    SELECT conrelid::regclass::text AS on, quote_ident(conname) AS name, pg_get_constraintdef(oid) AS definition
      FROM pg_constraint WHERE contype = 'f' AND conparentid = 0 ORDER BY oid`)
  const triggers = await tx.query<{ on: string; name: string; enabled: string }>(`
    SELECT tgrelid::regclass::text AS on, quote_ident(tgname) AS name, tgenabled AS enabled
      FROM pg_trigger WHERE NOT tgisinternal AND tgparentid = 0 AND tgenabled <> 'D' ORDER BY oid`)
  for (const key of keys) await tx.query(`ALTER TABLE ${key.on} DROP CONSTRAINT ${key.name}`)
  for (const trigger of triggers) await tx.query(`ALTER TABLE ${trigger.on} DISABLE TRIGGER ${trigger.name}`)
  await work()
  for (const trigger of triggers)
    await tx.query(`ALTER TABLE ${trigger.on} ${ENABLE[trigger.enabled]} TRIGGER ${trigger.name}`)
  for (const key of keys) await tx.query(`ALTER TABLE ${key.on} ADD CONSTRAINT ${key.name} ${key.definition}`)
}

const ENABLE: Record<string, string> = { O: 'ENABLE', A: 'ENABLE ALWAYS', R: 'ENABLE REPLICA' }
