import fs from 'node:fs'
import path from 'node:path'
import type { MigrationSet } from './db/migrate.ts'

/** Who owns tables, in the order their migrations run. A later owner may refer to the tables of an earlier one. */
const OWNERS = [
  'platform/ledger',
  'platform/auth',
  'platform/files',
  'platform/crypto',
  'platform/documents',
  'capabilities/books',
  'capabilities/organisation',
  'capabilities/staff',
  'capabilities/party',
  'capabilities/catalogue',
  'capabilities/licence-seal',
  'capabilities/guide',
  'capabilities/case',
  'capabilities/agency',
  'capabilities/notification',
  'capabilities/evaluation',
  'capabilities/supervision',
  'capabilities/portal',
]

const root = path.dirname(import.meta.dirname)

export function migrationSets(): MigrationSet[] {
  return OWNERS.map((owner) => ({ owner, directory: path.join(root, owner, 'schema') })).filter((set) =>
    fs.existsSync(set.directory),
  )
}
