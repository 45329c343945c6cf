import type { SystemActor } from '#engine/actor.ts'
import { addDays, legalDay, startOfDay, type Instant } from '#engine/day.ts'
import { isRefusal, type Refusal } from '#engine/refusal.ts'
import { actorKey, actorRecord } from '#capabilities/acts/actor-record.ts'
import { onRegister, type RegisterRequest } from '#capabilities/acts/on-register.ts'
import type { Clock } from '#platform/clock.ts'
import type { Db, Queryable } from '#platform/db/db.ts'
import { ensureJob } from '#platform/jobs/schedule.ts'
import type { Worker } from '#platform/jobs/worker.ts'
import { sm3 } from '#platform/ledger/canonical.ts'
import type { Ledger } from '#platform/ledger/ledger.ts'
import { refuse } from '../contract/refusal.ts'
import { actProblem } from '../model/duties.ts'
import { forgetGround, organisationReader } from '../store/reader.ts'
import { changeBody, changePlace, changeServed, changeStandard, foundOffice } from './acts.ts'
import { judge, oneByOne, stillNeeded, type GroundMeans } from './change.ts'
import { changeById, comingRows, SETTLE_CHANGE, type ChangeRow } from './change-rows.ts'
import { WHOLE_AREA, type GroundAct } from './ground-act.ts'
import { reform } from './reform.ts'

const JOB = 'organisation.coming'
const SYSTEM: SystemActor = { kind: 'system', job: JOB }

// A stored wish is what its own act took down, so each act reads its own shape.
const ACTS: ReadonlyMap<string, GroundAct<never>> = new Map(
  [changePlace, changeBody, changeStandard, changeServed, foundOffice, reform].map((act) => [act.name, act]),
)

interface SettledFact {
  kind: string
  body: Record<string, string>
}

interface Means extends Pick<GroundMeans, 'stillUsed'> {
  db: Db
  ledger: Ledger
  organisation: { areas(day: string): Promise<readonly { area: string }[]> }
}

/** Changes that were entered for a later day take effect just after midnight of that day. */
export function groundJobs(worker: Worker, means: Means): void {
  worker.onJob(JOB, async (_, { now }) => {
    for (const { area } of await means.organisation.areas(legalDay(now))) await takeEffect(means, area, now)
    return { againAt: startOfDay(addDays(legalDay(now), 1)) }
  })
}

/** One for the whole installation; it looks into every area. */
export async function keepComing(db: Queryable, clock: Clock): Promise<void> {
  const stream = `schedule:${JOB}`
  await ensureJob(db, { areaCode: '000000', stream, kind: JOB, dueAt: clock.now(), body: {} })
}

async function takeEffect(means: Means, area: string, now: Instant): Promise<void> {
  const today = legalDay(now)
  for (const row of await comingRows(means.db, area)) {
    if (row.from > today) return
    await settle(means, area, row, now)
  }
}

/** Judged once more as the ground stands today; a rule that says no now stops it, and whoever entered it reads why. */
async function settle(means: Means, area: string, row: ChangeRow, now: Instant): Promise<void> {
  const { ledger } = means
  const act = ACTS.get(row.act)
  if (act === undefined) throw new Error(`nobody knows how to ${row.act}`)
  await ledger.commitAfter(async (tx) => {
    await oneByOne(tx, area)
    // Its wish was checked against the schema of this very act when it was entered.
    const asked = { act, area, of: row.of, wish: row.wish as never, today: legalDay(now), itself: row.id }
    // People and powers may have come to it since it was decided.
    const refused = (await stillNeeded(means, area, asked.wish)) ?? (await tried(tx, asked))
    const fact: SettledFact = refused
      ? { kind: 'ground-change-stopped', body: { code: refused.code } }
      : { kind: 'ground-change-began', body: { from: row.from } }
    return {
      ...(await settling(ledger, { area, row, fact, actor: SYSTEM, now })),
      viewValues: [area, row.id, refused ? 'stopped' : 'in-force', refused?.code ?? null],
    }
  })
  forgetGround()
}

/** Written, or nothing of it: a rule that says no halfway takes back what was written before it. */
async function tried(tx: Queryable, asked: Parameters<typeof judge<never>>[1]): Promise<Refusal | undefined> {
  const judged = await judge(tx, asked)
  if (isRefusal(judged)) return judged
  await tx.query('SAVEPOINT ground_change')
  const refused = await judged.write()
  if (refused) await tx.query('ROLLBACK TO SAVEPOINT ground_change')
  return refused
}

async function settling(
  ledger: Ledger,
  given: { area: string; row: ChangeRow; fact: SettledFact; actor: SystemActor; now: Instant },
) {
  const { area, row, fact, actor, now } = given
  return {
    statement: SETTLE_CHANGE,
    commit: {
      ...{
        areaCode: area,
        actorKey: actorKey(actor),
        requestId: `ground:${row.id}`,
        requestHash: sm3(row.id),
      },
      ...{
        actor: actorRecord(actor),
        at: now,
        reliesOn: [],
        jobs: [],
        cancelJobs: [],
        result: { id: row.id },
      },
      streams: [await appending(ledger, area, row, fact)],
    },
  }
}

async function appending(
  ledger: Ledger,
  area: string,
  { stream }: Pick<ChangeRow, 'stream'>,
  fact: SettledFact,
) {
  const head = await ledger.head(area, stream)
  return {
    ...{ stream, expectedVersion: head?.version ?? 0, prevHash: head?.hash ?? null },
    facts: [{ ...fact, schemaVersion: 1 }],
  }
}

/** Called off before its day; afterwards only another change undoes it. */
export function withdraw(
  means: GroundMeans,
  request: RegisterRequest,
  id: string,
  { reason }: { reason: string },
): Promise<{ id: string } | Refusal> {
  const { actor, now } = request
  const asked = { act: 'withdraw', asked: { id, reason } }
  return onRegister<{ id: string }>(means.ledger, request, asked, async (tx) => {
    await oneByOne(tx, actor.area)
    const row = await changeById(tx, actor.area, id)
    if (row === undefined) return refuse('change-unknown')
    if (row.state !== 'coming' || row.from <= legalDay(now))
      return refuse('change-not-coming', { from: row.from })
    const refused = await notTheirs(tx, request, row)
    if (refused) return refused
    return {
      statement: SETTLE_CHANGE,
      viewValues: [actor.area, id, 'withdrawn', reason],
      streams: [
        await appending(means.ledger, actor.area, row, { kind: 'ground-change-withdrawn', body: { reason } }),
      ],
      result: { id },
    }
  })
}

/** Whoever could enter it may withdraw it. */
async function notTheirs(
  tx: Queryable,
  { actor, now }: RegisterRequest,
  row: ChangeRow,
): Promise<Refusal | undefined> {
  const act = ACTS.get(row.act)
  const judged = await act?.judge(tx, { area: actor.area, of: row.of, wish: row.wish as never })
  const read = organisationReader(tx)
  const [body] = await read.bodiesByIds(actor.area, [actor.body])
  if (act === undefined || body === undefined) return refuse('body-unknown', { id: actor.body })
  const duties = await read.duties(actor.area, legalDay(now))
  // What a rule forbids by now says no more whose it is: then it is for whoever entered it, or looks after the whole area.
  const unsaid = row.post === actor.post ? undefined : WHOLE_AREA
  const grounds = judged === undefined || isRefusal(judged) ? [unsaid] : judged.grounds
  return grounds
    .map((ground) => actProblem(duties, body, act.duty, ground))
    .find((problem) => problem !== undefined)
}
