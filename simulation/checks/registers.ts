import { fold } from '#engine/procedure/decide.ts'
import type { Fact } from '#engine/fact.ts'
import { readFact } from '#capabilities/acts/stored-fact.ts'
import { itemChange } from '#capabilities/catalogue/model.ts'
import { poorRating } from '#capabilities/evaluation/model/poor-rating.ts'
import { licence } from '#capabilities/licence-seal/model.ts'
import { storedFact, type FactRow } from '#platform/ledger/ledger.ts'
import { noUpcasters } from '#platform/ledger/upcasters.ts'
import type { Run } from '../run.ts'
import { same } from './same.ts'

interface Row {
  stream: string
  version: number
  state: string
  open: boolean
  dossier: unknown
}

/** What lies beside the cases and is folded from facts as they are. */
const REGISTERS = [
  { name: 'licence', table: 'licence_seal.licence', procedure: licence },
  { name: 'poor rating', table: 'evaluation.rectification', procedure: poorRating },
  { name: 'change of an item', table: 'catalogue.change', procedure: itemChange },
] as const

/** Licences, poor ratings and changes of items are what their facts fold to: those that changed since they were looked at last, or all. */
export async function wrongRegisters(run: Run, whole = false): Promise<string[]> {
  const found: string[] = []
  for (const register of REGISTERS) found.push(...(await wrongRegister(run, register, whole)))
  return found
}

async function wrongRegister(
  { town, registered }: Run,
  { name, table, procedure }: (typeof REGISTERS)[number],
  whole: boolean,
): Promise<string[]> {
  const versions = await town.truth.query<Pick<Row, 'stream' | 'version'>>(
    `SELECT stream, version FROM ${table} WHERE area_code = $1 ORDER BY stream`,
    [town.area],
  )
  const moved = versions.filter(({ stream, version }) => whole || registered.get(stream) !== version)
  if (moved.length === 0) return []
  const of = [town.area, moved.map(({ stream }) => stream)]
  const rows = await town.truth.query<Row>(
    `SELECT stream, version, state, open, dossier FROM ${table} WHERE area_code = $1 AND stream = ANY($2)`,
    of,
  )
  const facts = Map.groupBy(await town.truth.query<FactRow>(FACTS, of), ({ stream }) => stream)
  for (const { stream, version } of rows) registered.set(stream, version)
  return rows.flatMap((row) => {
    const folded = (facts.get(row.stream) ?? []).map((fact) => readFact(storedFact(fact, noUpcasters)))
    return wrongRow(row, folded, procedure).map((problem) => `${name} ${row.stream}: ${problem}`)
  })
}

function wrongRow(
  row: Row,
  facts: readonly Fact[],
  procedure: (typeof REGISTERS)[number]['procedure'],
): string[] {
  const dossier = folded(procedure, facts)
  const final = procedure.states[dossier.state]?.final === true
  return [
    ...(same(row.dossier, dossier) ? [] : ['the stored view is not what its facts fold to']),
    ...(row.version === dossier.version
      ? []
      : [`its view says version ${row.version}, not ${dossier.version}`]),
    ...(row.state === dossier.state ? [] : [`its view says ${row.state}, its facts ${dossier.state}`]),
    ...(row.open === !final ? [] : ['its view is wrong about whether it is open']),
  ]
}

function folded(procedure: (typeof REGISTERS)[number]['procedure'], facts: readonly Fact[]) {
  if (procedure === licence) return fold(licence, facts)
  return procedure === poorRating ? fold(poorRating, facts) : fold(itemChange, facts)
}

const FACTS = `SELECT area_code, stream, seq, kind, body, actor, at, schema_version, prev_hash, hash
  FROM ledger.fact WHERE area_code = $1 AND stream = ANY($2) ORDER BY stream, seq`
