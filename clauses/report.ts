import type { RowProof } from './proof.ts'
import type { Clause, RowsOfCapability } from './register.ts'
import type { KeptTest } from './results.ts'

export interface CapabilityProof {
  capability: string
  title: string
  proofs: RowProof[]
}

export function byCapability(
  rows: readonly RowsOfCapability[],
  proofOf: (row: RowsOfCapability['rows'][number]) => RowProof,
): CapabilityProof[] {
  return rows.map(({ capability, title, rows: those }) => ({
    capability,
    title,
    proofs: those.map((row) => proofOf(row)),
  }))
}

/** Read by people and by scripts: nothing may follow it, and it always speaks of all rows. */
export function lastLine(all: readonly CapabilityProof[]): string {
  const proofs = all.flatMap((each) => each.proofs)
  return `rows: ${passed(proofs)} of ${proofs.length}`
}

export function asJson(all: readonly CapabilityProof[], age: readonly string[]): string {
  const proofs = all.flatMap((each) => each.proofs)
  const ids = (...states: RowProof['state'][]) =>
    proofs.filter((proof) => states.includes(proof.state)).map((proof) => proof.row.id)
  const document = {
    total: proofs.length,
    passed: ids('passed'),
    partial: ids('partial'),
    // Neither passed nor partial; those with a test that did not pass are named once more.
    missing: ids('missing', 'failed'),
    failed: ids('failed'),
    notes: age,
  }
  return JSON.stringify(document, null, 2)
}

/** One line a capability: proved of declared, and what it is about. */
export function table(shown: readonly CapabilityProof[]): string[] {
  const width = Math.max(...shown.map((each) => each.capability.length))
  return shown.map(({ capability, title, proofs }) => {
    const count = `${passed(proofs)}`.padStart(3)
    return `${capability.padEnd(width)} ${count} of ${`${proofs.length}`.padStart(2)}  ${title}`
  })
}

/** What is not proved yet; with `detail` also the sentence that has to become true. */
export function missing(shown: readonly CapabilityProof[], detail: boolean): string[] {
  return shown.flatMap(({ capability, proofs }) => {
    const open = proofs.filter((proof) => proof.state !== 'passed')
    if (open.length === 0) return []
    if (detail) return [`${capability}:`, ...open.flatMap(openRow), '']
    return [`${capability}: ${open.map(short).join(' ')}`]
  })
}

function short(proof: RowProof): string {
  return proof.state === 'missing' ? proof.row.id : `${proof.row.id}(${remark(proof)})`
}

function remark({ state, parts }: RowProof): string {
  const open = parts.filter((part) => part.state !== 'passed').map((part) => `/${part.part}`)
  return state === 'partial' && open.length > 0 ? `without ${open.join('')}` : 'failed'
}

function openRow(proof: RowProof): string[] {
  const { row, state, parts } = proof
  const head = `  ${row.id} ${row.name} · ${row.english}${state === 'missing' ? '' : ` (${remark(proof)})`}`
  if (parts.length === 0) return [head, `    ${row.worksWhen}`]
  const open = parts.filter((part) => part.state !== 'passed')
  return [head, ...open.map((part) => `    /${part.part} ${part.text}`)]
}

/** Everything about one row: its clauses in full, its parts, and the tests that speak for it. */
export function wholeRow(proof: RowProof, clauses: readonly Clause[]): string[] {
  const { row, state, parts, tests } = proof
  return [
    `${row.id} ${row.name} · ${row.english}: ${state}`,
    `  What it is: ${row.what}`,
    `  Works when: ${row.worksWhen}`,
    ...parts.flatMap((part) => [`  /${part.part} ${part.text}: ${part.state}`, ...part.tests.map(testLine)]),
    ...(tests.length > 0 && parts.length > 0 ? ['  Names no part, so it proves none:'] : []),
    ...tests.map(testLine),
    ...(tests.length === 0 && parts.every((part) => part.tests.length === 0) ? ['  No test names it.'] : []),
    '  Clauses:',
    ...clauses.flatMap((clause) => [`    ${clause.id} ${clause.text}`, `      ${clause.software}`]),
  ]
}

function testLine(test: KeptTest): string {
  const mark = { passed: '✔', failed: '✖', skipped: '–' }[test.status]
  return `    ${mark} ${test.file}: ${test.path.join(' › ')}`
}

function passed(proofs: readonly RowProof[]): number {
  return proofs.filter((proof) => proof.state === 'passed').length
}
