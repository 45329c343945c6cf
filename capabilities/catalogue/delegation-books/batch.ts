import { legalDay } from '#engine/day.ts'
import { refusal, type Refusal } from '#engine/refusal.ts'
import { bookAct, defineBook, field, record, type Asked } from '#capabilities/books/model.ts'
import type { Body } from '#capabilities/organisation/contract.ts'
import {
  BATCH,
  bodiesById,
  OPINION_WORKING_DAYS,
  planOf,
  wouldNotGive,
  type DelegationMeans,
  type DelegationPlan,
} from './means.ts'
import { BatchBody, Document, documentOf, powerOf, Proposal, type Batch } from './model/batch.ts'
import { awaitedOf, opposedOf, seatsOf, STANCES, type Seat } from './model/opinions.ts'

interface BatchKnown {
  plan: DelegationPlan | undefined
  bodies: ReadonlyMap<string, Body>
  /** Why the register would not take it down, of what is proposed or about to be approved. */
  unlawful?: Refusal
}

const act = bookAct<Batch, BatchKnown>()

const seats = ({ plan }: BatchKnown, { by }: Pick<Batch, 'by'>): Seat[] => seatsOf(plan, by)

/** 事项下放批次: proposed, judged by every body that is asked, approved by the government, then received town by town. */
export const batchBook = (means: DelegationMeans) =>
  defineBook({
    kind: BATCH,
    words: {
      ...{ title: '事项下放批次', entry: '这个批次' },
      text: '成熟一批、赋予一批：征求权属、司法、编制、审批等单位意见，政府同意后由镇（街道）逐个承接。',
      basis: ['BS-2.1-02', 'BS-2.5-01', 'BS-4.1-10', 'LC-2.3-02', '行政许可法第二十三条、第二十四条'],
    },
    body: BatchBody,
    columns: ['by', 'items', 'towns', 'from', 'opinions'],
    states: {
      asked: { title: '征求意见中', waits: ['head', 'government-head', 'organiser'] },
      agreed: { title: '已同意，逐镇承接', stands: true, tone: 'good' },
      'given-up': { title: '已撤回', final: true, tone: 'bad' },
      over: { title: '已到截止日期', final: true },
    },
    sees: {
      ...{ organiser: 'area', 'government-head': 'area', supervisor: 'area', 'power-registrar': 'area' },
      ...{ head: 'area', director: 'own-body' },
    },
    place: ({ name, by, towns, from, to }) => ({
      ...{ title: name, key: name, bodies: [by, ...towns], from },
      ...(to === undefined ? {} : { to }),
    }),
    byClock: { lapse: { from: 'agreed', to: 'over' } },
    world: (asked) => known(means, asked),
    choices: (name, { bodies }) =>
      name === 'towns'
        ? [...bodies.values()].filter(isTown).map(({ id, shortName }) => ({ value: id, label: shortName }))
        : undefined,
    acts: [
      act({
        ...{ name: 'propose', title: '提出一批', past: '提出一批，征求各单位意见', tone: 'primary' as const },
        ...{ from: [], to: ['asked'], by: ['organiser'], input: Proposal, lawful: 'BS-4.1-10' },
        bars: ({ actor, world }) => countyOnly(actor, world.known),
        refuse: ({ input, world }) => shapeFault(input, world.known) ?? world.known.unlawful,
        due: ({ world }) => replyBy(world),
      }),
      act({
        ...{ name: 'give-opinion', title: '出具意见', past: '出具意见', tone: 'primary' as const },
        ...{ from: ['asked'], to: 'same' as const, by: ['head'], lawful: 'BS-2.1-02' },
        input: record({
          stance: field.choice('意见', STANCES),
          text: field.text('理由', { least: 2, most: 500 }),
        }),
        bars: ({ dossier, actor, world }) => {
          const mine = actor.kind === 'staff' ? actor.body : ''
          const waiting = awaitedOf(seats(world.known, dossier.body), dossier.body.opinions ?? [])
          return waiting.some(({ body }) => body === mine) ? undefined : refusal('delegation-not-asked')
        },
        sets: ({ dossier, actor, input, world }) => {
          const body = actor.kind === 'staff' ? actor.body : ''
          const { seat } = seats(world.known, dossier.body).find((each) => each.body === body)!
          const said = world.known.bodies.get(body)?.shortName ?? body
          const name = `${said}（${seat}）：${STANCES[input.stance]}，${input.text}`
          return {
            opinions: [...(dossier.body.opinions ?? []), { name, seat, body, ...input, on: world.today }],
          }
        },
      }),
      act({
        ...{ name: 'revise', title: '改后重新征求意见', past: '修改，重新征求意见' },
        ...{ from: ['asked'], to: 'same' as const, by: ['organiser'], input: Proposal },
        help: '改动以后，各单位都要重新出具意见。',
        bars: ({ actor, world }) => countyOnly(actor, world.known),
        refuse: ({ input, world }) => shapeFault(input, world.known) ?? world.known.unlawful,
        sets: ({ input }) => ({
          ...{ to: null, conditions: null, stations: null },
          ...input,
          opinions: [],
        }),
        due: ({ world }) => replyBy(world),
      }),
      act({
        ...{
          name: 'agree',
          title: '同意这一批',
          past: '同意',
          tone: 'primary' as const,
          lawful: 'BS-4.1-10',
        },
        ...{ from: ['asked'], to: ['agreed'], by: ['government-head'], otherHand: true, input: Document },
        refuse: ({ dossier, world }) => opinionsFault(dossier.body, world.known) ?? world.known.unlawful,
        sets: ({ input }) => input,
      }),
      act({
        ...{ name: 'give-up', title: '撤回', past: '撤回', tone: 'danger' as const },
        ...{ from: ['asked', 'agreed'], to: ['given-up'], by: ['organiser'] },
        help: '已经承接生效的镇（街道）不受影响；要收回的，在承接台账里办理。',
        bars: ({ actor, world }) => countyOnly(actor, world.known),
        input: record({ reason: field.text('原因', { least: 4, most: 300 }) }),
      }),
    ],
  })

async function known(means: DelegationMeans, { area, now, entry, input }: Asked<Batch>): Promise<BatchKnown> {
  const day = legalDay(now)
  const [plan, bodies] = await Promise.all([planOf(means, area), bodiesById(means, area, day)])
  const said = { ...entry.body, ...input } as Partial<Batch>
  // Looking at an entry asks nothing of the law; proposing, revising and agreeing do.
  const asksLaw = 'items' in input || 'number' in input
  const unlawful = asksLaw ? await lawFault(means, { area, now }, said as Batch) : undefined
  return { plan, bodies, ...(unlawful ? { unlawful } : {}) }
}

/** What law says against any of its items and receivers, as the register of powers will say it. */
async function lawFault(
  means: DelegationMeans,
  when: { area: string; now: string },
  batch: Batch,
): Promise<Refusal | undefined> {
  const { number = '未编号', title = batch.name, on = legalDay(when.now) } = batch
  // Before the paper is there an entrustment counts as announced in time; with the paper it has to be.
  const { announcedOn = batch.number === undefined ? batch.from : undefined } = batch
  const { announcedWhere = batch.number === undefined ? '拟公告' : undefined } = batch
  const document = documentOf({
    ...{ title, number, on },
    ...(announcedOn === undefined ? {} : { announcedOn }),
    ...(announcedWhere === undefined ? {} : { announcedWhere }),
  })
  for (const receiver of await receiversOf(means, when.area, batch)) {
    const refused = await wouldNotGive(
      means,
      when,
      powerOf(batch, { ...receiver, from: batch.from }, document),
    )
    if (refused) return refused
  }
  return undefined
}

async function receiversOf({ organisation }: DelegationMeans, area: string, { towns, stations = [] }: Batch) {
  if (stations.length === 0) return towns.map((town) => ({ town }))
  const places = await organisation.placesByIds(area, stations)
  return places.map(({ id, owner }) => ({ town: owner, station: id }))
}

function shapeFault(input: Batch, { bodies }: BatchKnown): Refusal | undefined {
  const stranger = input.towns.find((id) => !isTown(bodies.get(id)))
  if (stranger !== undefined)
    return refusal('delegation-no-town', { facts: { body: bodies.get(stranger)?.shortName ?? stranger } })
  if (input.stations && input.powers.some((power) => power !== 'accept'))
    return refusal('delegation-station-accepts', { basis: '行政许可法第二十三条、第二十四条' })
  // A decision without its seal is no decision anybody holds in hand.
  return input.powers.includes('decide') === input.powers.includes('seal')
    ? undefined
    : refusal('delegation-decide-and-seal')
}

/** Nothing takes effect while one opinion is missing or against it (CAT-21). */
function opinionsFault(batch: Batch, known: BatchKnown): Refusal | undefined {
  const nameOf = ({ body, seat }: Seat) => `${known.bodies.get(body)?.shortName ?? body}（${seat}）`
  const opinions = batch.opinions ?? []
  const missing = awaitedOf(seats(known, batch), opinions)
  if (missing.length > 0)
    return refusal('delegation-opinion-missing', {
      facts: { who: missing.map(nameOf).join('、') },
      basis: 'BS-2.1-02',
    })
  const against = opposedOf(opinions)
  return against.length > 0
    ? refusal('delegation-opposed', { facts: { who: against.map(nameOf).join('、') }, basis: 'BS-2.1-02' })
    : undefined
}

const isTown = (body: Body | undefined): boolean => body?.tier === 5

/** Whoever leads puts batches together; where the plan names nobody, any body above the towns. */
const countyOnly = (
  actor: { kind: string; body?: string },
  { bodies, plan }: BatchKnown,
): Refusal | undefined => {
  const { body = '' } = actor
  return (plan ? body === plan.lead : !isTown(bodies.get(body)))
    ? undefined
    : refusal('delegation-county-only')
}

function replyBy({
  calendar,
  today,
  known: { plan },
}: {
  calendar: { addWorkingDays(day: string, count: number): string }
  today: string
  known: BatchKnown
}): string {
  return calendar.addWorkingDays(today, plan?.opinionWorkingDays ?? OPINION_WORKING_DAYS)
}
