import { isRefusal } from '#engine/refusal.ts'
import { SAVE_MANY } from '#capabilities/case/store.ts'
import { counter } from '#capabilities/testing/counter.ts'
import type { Db } from '#platform/db/db.ts'
import { newId } from '#platform/id.ts'
import type { Json } from '#platform/ledger/canonical.ts'
import { createLedger, type StoredFact } from '#platform/ledger/ledger.ts'
import { streamId } from '#platform/ledger/stream.ts'
import type { Town } from '../../simulation/town.ts'
import { clerkOf } from './clerk.ts'

/** A real case, read back whole: its facts, its row of the view, its due jobs. */
interface Model {
  facts: readonly StoredFact[]
  row: Readonly<Record<string, unknown>> & { stream: string; no: string }
  jobs: readonly { dueAt: string; body: Json }[]
}

const AT_ONCE = 100
const ITEMS = [
  'elderly-allowance',
  'individual-household-cancellation',
  'legal-aid',
  'extreme-poverty-support',
]

/**
 * Takes in one case of each of a few items and accepts every second, then commits the same facts again and again on
 * streams of their own: each clone has its chain, head, view row and jobs like any case. How many kinds there were comes
 * back.
 */
export async function seedCases(town: Town, db: Db, count: number): Promise<number> {
  const models = await realCases(town, db)
  const ledger = createLedger({ db, subscribers: () => [] })
  for (let done = 0; done < count; done += AT_ONCE) {
    const size = Math.min(AT_ONCE, count - done)
    const model = models[(done / AT_ONCE) % models.length]!
    const clones = Array.from({ length: size }, (_, index) => cloneOf(model, done + index))
    const first = model.facts[0]!
    const outcome = await ledger.commit(
      SAVE_MANY,
      {
        ...{ areaCode: town.area, actorKey: 'bench', requestId: `seed:${done}`, requestHash: 'seed' },
        ...{ actor: first.actor, at: first.at, reliesOn: [], cancelJobs: [], result: {} },
        streams: clones.map(({ stream, facts }) => ({ stream, expectedVersion: 0, prevHash: null, facts })),
        jobs: clones.flatMap(({ jobs }) => jobs),
      },
      [JSON.stringify(clones.map(({ row }) => row))],
    )
    if (outcome.outcome !== 'done') throw new Error(`seeding: ${outcome.outcome}`)
  }
  return models.length
}

function cloneOf({ facts, row, jobs }: Model, index: number) {
  const id = newId()
  const stream = streamId('case', id, facts[0]!.at)
  const no = `${row.no.slice(0, 16)}${String(index).padStart(8, '0')}X`
  const renamed = <V>(value: V): V =>
    JSON.parse(JSON.stringify(value).replaceAll(row.stream, stream).replaceAll(row.no, no)) as V
  return {
    stream,
    facts: facts.map(({ kind, body, schemaVersion }) => ({ kind, body: renamed(body), schemaVersion })),
    row: { ...renamed(row), id },
    jobs: jobs.map(({ dueAt, body }) => ({ id: newId(), kind: 'case.act', stream, dueAt, body })),
  }
}

async function realCases(town: Town, db: Db): Promise<Model[]> {
  const { house, area } = town
  const actor = clerkOf(town)
  const looking = async () => ({ actor, now: town.clock.now(), reliesOn: [] })
  const desk = counter({ ...house, looking }, area)
  const models: Model[] = []
  for (const item of ITEMS) {
    for (const accepted of [false, true]) {
      const no = await desk.tryAtWindow('', item)
      if (isRefusal(no)) continue
      if (accepted) {
        const input = await desk.goodChecklist('', no as string)
        const requestId = newId()
        await house.cases.act({
          ...(await looking()),
          ...{ no: no as string, act: 'accept', input, requestId, requestHash: requestId },
        })
      }
      models.push(await readBack(town, db, no as string))
    }
  }
  if (models.length === 0) throw new Error('no item of the pack is taken in at the hall')
  return models
}

async function readBack({ house, area }: Town, db: Db, no: string): Promise<Model> {
  const [found] = await db.query<{ row: Model['row'] }>(
    'SELECT to_jsonb(v) AS row FROM cases.case_view v WHERE v.area_code = $1 AND v.no = $2',
    [area, no],
  )
  const { row } = found!
  const jobs = await db.query<Model['jobs'][number]>(
    `SELECT due_at AS "dueAt", body FROM ledger.job WHERE area_code = $1 AND stream = $2 AND kind = 'case.act'`,
    [area, row.stream],
  )
  return { facts: await house.ledger.facts(area, row.stream), row, jobs }
}
