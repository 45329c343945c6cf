// `npm run mutate [-- folder …] [--every N]`: turns the rules wrong one at a time and asks whether a test notices.
// Without a folder: engine. With `--every N` only each N-th mutant, for a quick look. Exit code 1 below 90 in a hundred killed.
import fs from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { explained, nthOf, reasonFor } from './explained.ts'
import { laboratory } from './laboratory.ts'
import { mutantsOf, type Mutant } from './mutants.ts'

const GOAL = 0.9
const root = path.resolve(import.meta.dirname, '../..')
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { every: { type: 'string', default: '1' }, tests: { type: 'string', multiple: true } },
})
const folders = positionals.length > 0 ? positionals : ['engine']

const mutants = sources(folders).reduce<Mutant[]>(
  (found, file) => [
    ...found,
    ...mutantsOf(file, fs.readFileSync(path.join(root, file), 'utf8'), found.length),
  ],
  [],
)
const lab = await laboratory(root, values.tests ?? folders, mutants)
const tried = mutants.filter((_, index) => index % Number(values.every) === 0)
const known = explained()
const survivors: Mutant[] = []
let killed = 0
const began = Date.now()
for (const [index, mutant] of tried.entries()) {
  if (lab.reach.get(mutant.id)!.length > 0 && (await lab.kills(mutant))) killed += 1
  else survives(mutant)
  if (index % 100 === 99) console.error(`${index + 1} of ${tried.length}, ${survivors.length} survive`)
}
await lab.close()
report()

/** Said at once, so that whoever waits for the rest can begin to look. */
function survives(mutant: Mutant): void {
  survivors.push(mutant)
  const seen = lab.reach.get(mutant.id)!.length > 0 ? '' : ' (no test reaches it)'
  const turn = `${oneLine(mutant.was)} → ${oneLine(mutant.becomes) || 'left out'}`
  console.log(`${mutant.file}:${mutant.line}#${nthOf(mutants, mutant)} ${turn}${seen}`)
  console.log(`    ${reasonFor(known, mutants, mutant) ?? 'NOT EXPLAINED'}`)
}

function report(): void {
  const byPart = Map.groupBy(tried, ({ file }) => path.dirname(file))
  for (const [part, here] of byPart) {
    const left = survivors.filter(({ file }) => path.dirname(file) === part).length
    console.log(`${part}: ${here.length - left} of ${here.length} killed`)
  }
  const share = killed / tried.length
  const unexplained = survivors.filter((mutant) => reasonFor(known, mutants, mutant) === undefined).length
  const seconds = Math.round((Date.now() - began) / 1000)
  console.log(
    `mutants: ${killed} of ${tried.length} killed (${(share * 100).toFixed(1)} %), ${survivors.length} survive, ${unexplained} not explained, ${seconds} s`,
  )
  process.exitCode = share < GOAL ? 1 : 0
}

function oneLine(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  return line.length > 90 ? `${line.slice(0, 87)}…` : line
}

/** The sources of the folders, without tests and what only tests use. */
function sources(names: readonly string[]): string[] {
  return names
    .flatMap((name) =>
      name.endsWith('.ts')
        ? [name]
        : fs
            .readdirSync(path.join(root, name), { recursive: true, encoding: 'utf8' })
            .map((file) => path.join(name, file)),
    )
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !/(^|\/)testing\//.test(file))
    .toSorted()
}
