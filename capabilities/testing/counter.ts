import { legalDay } from '#engine/day.ts'
import { isRefusal, type Refusal } from '#engine/refusal.ts'
import type { Actor } from '#engine/actor.ts'
import type { Catalogue } from '#capabilities/catalogue/index.ts'
import type { DeliveryMode } from '#capabilities/catalogue/contract.ts'
import type { CaseDetail, Filing, PaperName } from '#capabilities/case/contract.ts'
import type { Cases } from '#capabilities/case/index.ts'
import { variantOf } from '#capabilities/case/model.ts'
import type { Clock } from '#platform/clock.ts'
import type { Queryable } from '#platform/db/db.ts'
import { readText } from '#platform/documents/reading.ts'
import { newId } from '#platform/id.ts'
import { creditCodeCheck } from '#ui/form/credit-code.ts'
import { bornAsNumbered, plausible, VILLAGE } from './citizens.ts'
import type { Looking } from './actors.ts'

interface Means {
  db: Queryable
  cases: Cases
  catalogue: Catalogue
  clock: Clock
  looking(who: string): Promise<Looking>
}

export interface CounterWish {
  region?: string
  delivery?: DeliveryMode
  /** Answers beside the plausible ones. */
  values?: Readonly<Record<string, string | readonly string[]>>
  /** The applicant signs the promise (告知承诺书). */
  commitment?: boolean
  /** The licence it is about (变更、延续、注销). */
  about?: Filing['about']
  requestId?: string
  /** A required paper that does not lie on the counter. */
  without?: string
  /** Papers that lie there beside the required ones. */
  also?: readonly string[]
}

const POSTAL = { receiver: '张示例', phone: '19900000001', address: '山东省淄博市博山区示例路1号' }

/** What happens at a window with papers on the counter, and what is read back from the case. */
export function counter({ db, cases, catalogue, clock, looking }: Means, area: string) {
  /** Every required paper lies on the counter, except those a promise stands in for. */
  async function tryAtWindow(who: string, itemId: string, wish: CounterWish = {}): Promise<string | Refusal> {
    const { actor, now, reliesOn } = await looking(who)
    const { item } = (await catalogue.itemInForce(area, itemId, legalDay(now)))!
    const region = wish.region ?? VILLAGE
    const spared = wish.commitment ? (item.process.commitment?.replaces ?? []) : []
    const needed = variantOf(item, wish.about?.kind).materials.filter(
      ({ id, necessity, fromForm, shared }) =>
        necessity === 'required' && !fromForm && !shared && !spared.includes(id) && id !== wish.without,
    )
    const delivery = wish.delivery ?? 'window'
    const requestId = wish.requestId ?? newId()
    const done = await cases.file({
      ...{ area, actor, now, reliesOn, requestId, requestHash: requestId },
      filing: {
        ...{ item: itemId, itemVersion: item.version, acceptPlace: actor.place, region, delivery },
        form: bornAsNumbered(item.form, { ...plausible(item.form.fields, region), ...wish.values }) as Record<
          string,
          string | string[]
        >,
        materials: [...needed.map(({ id }) => id), ...(wish.also ?? [])].map((id) => ({
          material: id,
          files: [],
          paperOriginals: 1,
          paperCopies: 0,
        })),
        ...(wish.commitment ? { commitment: { confirmed: true as const } } : {}),
        ...(wish.about ? { about: wish.about } : {}),
        ...(delivery === 'post' ? { postal: POSTAL } : {}),
      },
    })
    return isRefusal(done) ? done : (done.answer as { no: string }).no
  }
  async function detailFor(actor: Actor, no: string): Promise<CaseDetail> {
    const detail = await cases.detail(no, { actor, now: clock.now(), reliesOn: [] })
    if (isRefusal(detail)) throw new Error(`${no} is out of sight: ${detail.code}`)
    return detail
  }
  async function detailOf(who: string, no: string): Promise<CaseDetail> {
    return detailFor((await looking(who)).actor, no)
  }
  return {
    tryAtWindow,
    detailOf,
    /** The number of a case taken in at a window. */
    async fileAtWindow(who: string, itemId: string, wish: CounterWish = {}): Promise<string> {
      const no = await tryAtWindow(who, itemId, wish)
      if (typeof no !== 'string') throw new Error(`${who}: ${no.code} ${JSON.stringify(no.facts ?? {})}`)
      return no
    },
    /** A checklist that finds everything in order. */
    async goodChecklist(who: string, no: string) {
      const { materials } = await detailOf(who, no)
      return {
        checklist: materials.map(({ id, necessity }) => ({
          material: id,
          verdict: necessity === 'required' ? ('ok' as const) : ('not-applicable' as const),
        })),
      }
    },
    /** The case as its applicant reads it, whether or not they have an account. */
    async applicantsView(no: string): Promise<CaseDetail> {
      const [row] = await db.query<{ party: string }>(
        'SELECT party FROM cases.case_view WHERE area_code = $1 AND no = $2',
        [area, no],
      )
      return detailFor({ kind: 'citizen', person: row!.party, party: row!.party }, no)
    },
    /** What stands on the newest paper of a kind. */
    async paperText(who: string, no: string, kind: PaperName): Promise<string> {
      const { actor } = await looking(who)
      const { papers } = await detailFor(actor, no)
      const held = papers.findLast((paper) => paper.kind === kind)
      if (held === undefined) throw new Error(`${no} has no ${kind}`)
      const got = await cases.paper(actor, no, held.id)
      if (isRefusal(got)) throw new Error(got.code)
      const chunks: Buffer[] = []
      for await (const chunk of got.stream) chunks.push(chunk as Buffer)
      return readText(Buffer.concat(chunks))
    },
    /** The numbers in somebody's own work list. */
    async workList(who: string): Promise<string[]> {
      const { actor, now } = await looking(who)
      const { items } = await cases.list(actor, now, { queue: 'mine', limit: 100 })
      return items.map(({ no }) => no)
    },
  }
}

/** A household or a firm that nobody registered: the digits check. */
export function syntheticCreditCode(count: number): string {
  const body = `91370304M${String(count).padStart(8, '0')}`
  return body + creditCodeCheck(body)
}
