import { addDays, legalDay, startOfDay } from '#engine/day.ts'
import { isRefusal } from '#engine/refusal.ts'
import { held, type Books } from '#capabilities/books/index.ts'
import type { Book } from '#capabilities/books/model.ts'
import { UTILITIES, type Utility, type UtilityGateway } from '#capabilities/exchange/index.ts'
import type { Organisation } from '#capabilities/organisation/index.ts'
import type { Clock } from '#platform/clock.ts'
import type { Queryable } from '#platform/db/db.ts'
import { ensureJob } from '#platform/jobs/schedule.ts'
import type { Worker } from '#platform/jobs/worker.ts'
import { paymentWords as words } from '../words.ts'
import { yuanOfFen } from './money.ts'
import { UTILITY_PAYMENT, type UtilityPaid } from './payment.ts'
import { reconcile, type Difference } from './reconcile.ts'

/** The subscriber that sends a payment to its supplier. */
export const UTILITY_GATEWAY = 'agency.utility-gateway'
const RECONCILING = 'agency.reconcile'

export const paymentSubscribers = (kind: string): readonly string[] =>
  kind === `${UTILITY_PAYMENT}-order` ? [UTILITY_GATEWAY] : []

export interface PaymentMeans {
  db: Queryable
  books: Books
  payment: Book
  reconciliation: Book
  organisation: Pick<Organisation, 'areas'>
  utilities?: UtilityGateway
}

/**
 * A payment travels under the entry's own id: however often it is sent, after a lost answer or a killed server, it is one payment. A
 * gateway that is down makes the task come again; the entry says 正在入账 until then.
 */
export function paymentJobs(worker: Worker, means: PaymentMeans): void {
  worker.onFact(UTILITY_GATEWAY, async (fact, { requestId, now }) => {
    const area = fact.areaCode
    const found = (await payments(means, area)).find(({ id }) => fact.stream.endsWith(id))
    if (found === undefined) throw new Error(`${fact.stream} has no entry`)
    if (found.entry.state !== 'ordered') return
    if (means.utilities === undefined) throw new Error('no utility gateway is connected')
    const { bill, amountFen } = found.entry.body
    const answer = await means.utilities.pay({ order: orderOf(area, found.id), bill, amountFen })
    const [act, input] = answer.taken
      ? ['taken', { supplierNo: answer.supplierNo, takenOn: legalDay(answer.at) }]
      : ['refused', { reason: answer.reason }]
    const doing = { act: act as string, input: input as Record<string, unknown>, now, requestId }
    const noted = await means.books.carry(means.payment, { area, id: found.id }, doing)
    if (isRefusal(noted)) throw new Error(`payment ${found.id}: ${noted.code}`)
  })
  worker.onJob(RECONCILING, async (_, { now }) => {
    const today = legalDay(now)
    for (const { area } of await means.organisation.areas(today))
      for (const utility of means.utilities ? UTILITIES : [])
        await reconcileDay(means, area, utility, today, now)
    return { againAt: startOfDay(addDays(today, 1)) }
  })
}

/** One for the whole installation, at the beginning of every day; it looks into every area. */
export async function keepReconciling(db: Queryable, clock: Clock): Promise<void> {
  const stream = `schedule:${RECONCILING}`
  await ensureJob(db, { areaCode: '000000', stream, kind: RECONCILING, dueAt: clock.now(), body: {} })
}

/** Suppliers serve several areas; an order says whose it is. */
const orderOf = (area: string, id: string): string => `${area}-${id}`

const payments = ({ db }: PaymentMeans, area: string) =>
  held<UtilityPaid>(db, { kind: UTILITY_PAYMENT }, { area })

async function reconcileDay(
  means: PaymentMeans,
  area: string,
  utility: Utility,
  today: string,
  now: string,
): Promise<void> {
  const day = addDays(today, -1)
  const said = await means.utilities!.statement(utility, day)
  const statement = said.filter(({ order }) => order.startsWith(`${area}-`))
  const own = (await payments(means, area)).flatMap(({ id, entry: { body } }) =>
    body.utility === utility && body.takenOn === day
      ? [{ order: orderOf(area, id), supplierNo: body.supplierNo ?? '', amountFen: body.amountFen }]
      : [],
  )
  // A day on which nobody paid anything needs no line.
  if (own.length + statement.length === 0) return
  const { ours, theirs, differences } = reconcile(own, statement)
  const input = {
    ...{ utility, day },
    ours: words.counted(ours.count, yuanOfFen(ours.fen)),
    theirs: words.counted(theirs.count, yuanOfFen(theirs.fen)),
    differences: differences.map((each) => ({ name: textOf(each), order: each.order, kind: each.kind })),
  }
  const requestId = `reconcile:${utility}:${day}`
  const done = await means.books.record(means.reconciliation, {
    ...{ area, act: 'reconcile', input, actor: { kind: 'system', job: RECONCILING }, now },
    ...{ requestId, requestHash: requestId, reliesOn: [] },
  })
  if (isRefusal(done)) throw new Error(`${utility} of ${day} could not be reconciled: ${done.code}`)
}

function textOf({ kind, order, oursFen = 0, theirsFen = 0 }: Difference): string {
  const [ours, theirs] = [yuanOfFen(oursFen), yuanOfFen(theirsFen)]
  if (kind === 'amount') return words.difference.amount(order, ours, theirs)
  return kind === 'ours' ? words.difference.ours(order, ours) : words.difference.theirs(order, theirs)
}
