import type { Partition, Table } from './tables.ts'
import type { Migration } from '../migrate.ts'

/** The first entry of the archive: what one must know before reading on. */
export interface Label {
  format: 1
  madeAt: string
  mode: string
  migrations: Omit<Migration, 'sql'>[]
  tables: Table[]
  partitions: Partition[]
  sequences: { name: string; value: string }[]
}

/** The last entry: what must have arrived. */
export interface Manifest {
  tables: Record<string, { rows: number; sha256: string }>
  files: { count: number; bytes: number; sha256: string }
}
