// `npm run clauses`: which rows have a test that ran and passed, and what is missing.
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { ageOf } from './age.ts'
import { idsWithoutEffect, proofOf, testsById } from './proof.ts'
import { clauseRegisters, rowsByCapability } from './register.ts'
import { asJson, byCapability, lastLine, missing, table, wholeRow, type CapabilityProof } from './report.ts'
import { kept } from './results.ts'
import { rowOf } from './titles.ts'

const USAGE = `npm run clauses                         the table, and the rows that are missing
npm run clauses -- --missing            the missing rows with the sentence each has to fulfil
npm run clauses -- --capability case    one capability
npm run clauses -- --row CAS-24         one row: clauses, parts, tests
npm run clauses -- --json               for scripts: passed, partial, missing
npm run clauses -- --run [path …]       runs the suite first, or a part of it
npm run clauses -- --part               counts the last run of a part of the suite`

const root = path.dirname(import.meta.dirname)
const { asked, paths } = askedFor()
if (asked.help) {
  console.log(USAGE)
  process.exit(0)
}
if (asked.run) runTests()
const whole = !asked.part && paths.length === 0
const results = kept(root, whole)
if (results === undefined)
  refuse(
    whole
      ? 'There are no results of the whole suite yet: run `npm test`, or `npm run clauses -- --run`.'
      : 'There are no results of a part of the suite yet: run `npm run clauses -- --run <path of tests>`.',
  )

const byId = testsById(results.tests)
const registered = rowsByCapability()
const all = byCapability(registered, (row) => proofOf(row, byId))
const age = ageOf(root, results)

if (asked.json) console.log(asJson(all, age))
else
  console.log(
    [...age, '', ...(asked.row === undefined ? overview() : row(asked.row)), lastLine(all)].join('\n'),
  )

function overview(): string[] {
  const rows = registered.flatMap((each) => each.rows)
  const shown = asked.capability === undefined ? all : [capability(asked.capability)]
  const idle = idsWithoutEffect(byId.keys(), rows).map(({ id, reason }) => `  ${id}: ${reason}`)
  return [
    ...(asked.missing ? [] : [...table(shown), '']),
    ...(idle.length === 0 ? [] : ['Ids in titles that count for nothing:', ...idle, '']),
    ...(asked.missing ? [] : ['Not proved:']),
    ...missing(shown, asked.missing),
    ...(asked.missing ? [] : ['']),
  ]
}

function row(id: string): string[] {
  const proof = all.flatMap((each) => each.proofs).find((each) => each.row.id === rowOf(id))
  if (proof === undefined) refuse(`There is no row ${id}: \`npm run clauses -- --missing\` lists rows.`)
  const clauses = clauseRegisters().flatMap((register) => register.clauses)
  const cited = proof.row.clauses.flatMap((each) => clauses.filter((clause) => clause.id === each))
  return [...wholeRow(proof, cited), '']
}

function capability(name: string): CapabilityProof {
  const names = all.map((each) => each.capability).join(', ')
  return (
    all.find((each) => each.capability === name) ??
    refuse(`There is no capability ${name}; there are ${names}.`)
  )
}

/** Tests that fail are part of the answer, so their exit code is not ours. */
function runTests(): void {
  const program = path.join(root, 'tools/run-tests.mjs')
  // With --json standard output belongs to the document alone.
  const stdout = asked.json ? process.stderr.fd : 'inherit'
  spawnSync(process.execPath, [program, ...paths], { cwd: root, stdio: ['ignore', stdout, 'inherit'] })
}

function askedFor() {
  const flag = { type: 'boolean', default: false } as const
  const options = {
    capability: { type: 'string' },
    row: { type: 'string' },
    ...{ missing: flag, json: flag, run: flag, part: flag, help: flag },
  } as const
  try {
    const { values, positionals } = parseArgs({ options, allowPositionals: true })
    if (positionals.length > 0 && !values.run) refuse(`Paths go with --run.\n${USAGE}`)
    return { asked: values, paths: positionals }
  } catch (error) {
    refuse(`${error instanceof Error ? error.message : error}\n${USAGE}`)
  }
}

function refuse(sentence: string): never {
  console.error(sentence)
  process.exit(1)
}
