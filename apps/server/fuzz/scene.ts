import { MissingGlyph } from '#platform/documents/faults.ts'
import { parkedTasks } from '#platform/jobs/backlog.ts'
import { verifyLedger } from '#platform/ledger/verify.ts'
import { Walker } from '../../citizen-web/walk.ts'
import { demoPerson } from '../demo/people.ts'
import { AREA, startStage, type Citizen, type Stage } from '../matrix/stage.ts'
import { hearingTold } from '../matrix/taking.ts'
import { callersOf, type CaseRow, type FuzzCaller } from './callers.ts'
import {
  examplesOf,
  fillTown,
  ITEM,
  itemOf,
  onlineFiling,
  ratePoorly,
  secretOf,
  TOWNS,
  windowFiling,
} from './cases.ts'
import { readDescription } from './description.ts'
import { furnish } from './desk.ts'
import { urlsOf } from './pages.ts'
import { judge, judgePages, type Secrets } from './flaws.ts'
import { knownOf, placesOf } from './known.ts'
import { suppliers } from './stations.ts'
import type { Json } from './values.ts'

export interface Standing extends CaseRow {
  version: number
  facts: number
}

/** A house with two citizens, two towns and cases in every state, and everybody who sends requests to it. */
export async function startScene() {
  const stage = await startStage({ outside: suppliers })
  const citizen = await stage.citizen()
  const other = await stage.citizen()
  await fillTown(stage, 'shantou', citizen)
  await fillTown(stage, 'boshan', other)
  await hearingTold(stage, citizen, secretOf('shantou'))
  await stage.settle()
  await ratePoorly(stage, 'shantou', citizen)
  await ratePoorly(stage, 'boshan', other)
  await stage.settle()
  const rights = await furnish(stage, citizen)
  const known = await knownOf(stage, [citizen, other])
  const description = await readDescription(stage.app)
  const item = await itemOf(stage, ITEM)
  const secrets: Secrets = {
    of: (caller, revealed) => secretsFor(caller, revealed, citizen, other),
    rowOf: (no) => rowOf(stage, no),
  }
  const places = await placesOf(stage, [citizen, other])
  // Last, because an account holds three sessions at once and the oldest makes room.
  const callers = await callersOf(stage, [citizen, other])
  return {
    ...{ stage, callers, places, rights, known, urlsOfPages: () => urlsOf(places) },
    operations: description.operations,
    licences: known('number') as readonly string[],
    inputs: examplesOf(item, citizen.person),
    filings: await filingsOf(stage, [citizen, other]),
    flawsOf: judge(description, secrets),
    pageFlawsOf: judgePages(secrets),
    /** The cookie of somebody who has only opened the sign-in page. */
    async strangersCookie() {
      const walker = new Walker(stage.app)
      await walker.get('/sign-in')
      return {
        cookie: Object.entries(walker.cookies)
          .map(([name, value]) => `${name}=${value}`)
          .join('; '),
      }
    },
    standing: () => standingOf(stage),
    factsInAll: async () => (await stage.house.db.query<{ count: number }>(FACTS))[0]!.count,
    /** What must be so when everybody has gone. */
    async aftermath() {
      const { failed } = await stage.house.worker.runUntilIdle()
      const { brokenStreams } = await verifyLedger(stage.house.db)
      return {
        failed: failed
          .filter(({ error }) => !isUnprintable(error))
          .map(({ task, error }) => `${task}: ${String(error)}`),
        parked: await parkedTasks(stage.house.db, AREA),
        faults: stage.faults.splice(0).filter((fault) => !isUnprintable(fault)),
        brokenStreams,
      }
    },
  }
}

/** A paper waits until the fonts hold every sign somebody wrote, and the task says which is missing. */
const isUnprintable = (error: unknown) => error instanceof MissingGlyph

export type Scene = Awaited<ReturnType<typeof startScene>>

/** Whole filings, each with uploads of its own, that go through as they are. */
async function filingsOf(
  stage: Stage,
  citizens: readonly Citizen[],
): Promise<ReadonlyMap<string, readonly Json[]>> {
  const spot = await itemOf(stage, 'birth-service-registration')
  const towns = Object.keys(TOWNS) as (keyof typeof TOWNS)[]
  const online = await Promise.all(citizens.map((who, index) => onlineFiling(stage, who, towns[index]!)))
  const walkIns = towns.map((town, index) => windowFiling(spot, demoPerson(900 + index), town))
  return new Map<string, readonly Json[]>([
    ['a citizen', [online[0]! as Json]],
    ['another citizen', [online[1]! as Json]],
    ['the clerk of the town', [walkIns[0]! as Json]],
    ['the clerk of another town', [walkIns[1]! as Json]],
  ])
}

/** What this caller is never told. Numbers of an applicant are shown unmasked to officers only by `reveal`. */
function secretsFor(
  caller: FuzzCaller,
  revealed: boolean,
  citizen: Citizen,
  other: Citizen,
): readonly string[] {
  const people = [
    { town: 'shantou', owner: 'a citizen', person: citizen.person },
    { town: 'boshan', owner: 'another citizen', person: other.person },
  ] as const
  return people.flatMap(({ town, owner, person }) => {
    if (caller.name === owner) return []
    const sees = caller.sees({
      no: '',
      stream: '',
      party: '',
      acceptPlace: TOWNS[town].place,
      decidingBody: bodyOf(town),
    })
    const numbers = [person.citizenId, person.phone]
    if (sees) return revealed ? [] : numbers
    return [...numbers, person.name, secretOf(town)]
  })
}

const bodyOf = (town: keyof typeof TOWNS) => TOWNS[town].body

const FACTS = 'SELECT count(*)::int AS count FROM ledger.fact'
const COLUMNS = `v.no, v.stream, v.party, v.accept_place AS "acceptPlace", v.deciding_body AS "decidingBody"`

async function rowOf({ house }: Stage, no: string): Promise<CaseRow | undefined> {
  const [row] = await house.db.query<CaseRow>(
    `SELECT ${COLUMNS} FROM cases.case_view v WHERE v.area_code = $1 AND v.no = $2`,
    [AREA, no],
  )
  return row
}

function standingOf({ house }: Stage): Promise<Standing[]> {
  return house.db.query<Standing>(
    `SELECT ${COLUMNS}, h.version, (SELECT count(*)::int FROM ledger.fact f WHERE f.area_code = v.area_code AND f.stream = v.stream) AS facts
     FROM cases.case_view v JOIN ledger.head h ON h.area_code = v.area_code AND h.stream = v.stream
     WHERE v.area_code = $1 ORDER BY v.no`,
    [AREA],
  )
}
