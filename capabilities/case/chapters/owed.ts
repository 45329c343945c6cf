import type { WorkingCalendar } from '#engine/calendar/calendar.ts'
import { due, type Clock } from '#engine/clock/clock.ts'
import { legalDay, type LegalDay } from '#engine/day.ts'
import type { CaseDossier } from '../model/dossier.ts'
import type { ListedDossier } from '../store/rows.ts'
import { asHead, GOVERNMENT_QUEUE, headQueue } from './extension/queue.ts'
import { toVerify, windowQueue } from './gaps/dossier.ts'
import { toServe } from './intent/rules.ts'
import { BEFORE_DECISION, clockOf, openQuestions } from './joint/dossier.ts'
import { clockOfTask, MEETING_CLOCK, openMeeting, openTasks } from './meetings/dossier.ts'
import { openObjections } from './publicity/rules.ts'
import { againQueue } from './special/again.ts'
import { COUNTERSIGN_CLOCK, openSigners } from './queue/dossier.ts'
import { isUrgedName, openUrges, urgedNames, urgedQueues, type Urge } from './urging/dossier.ts'

/** Who reads a case: the posts they act for, and where these stand. */
export interface Officer {
  posts: readonly string[]
  roles: readonly string[]
  place: string
  body: string
}

/** What is asked of an officer beside the step the case is in, and the clock that says until when. */
export interface Owed {
  what: string
  clock: string
}

/** The same with who owes it: a post, a body, a head or a window, by the names that stand in the lists `asked` and `signers`. */
export interface Debt extends Owed {
  debtor: string
}

type DebtsOf = (dossier: ListedDossier) => Debt[]

/** A proposal has no limit of its own; past the law's limit there is nothing left to extend. */
const toHeads: DebtsOf = (dossier) =>
  asHead(dossier).map((debtor) => ({ debtor, what: '批准或不批准延长期限', clock: 'statutory' }))

const toSigners: DebtsOf = (dossier) =>
  openSigners(dossier).map((debtor) => ({ debtor, what: '会签', clock: COUNTERSIGN_CLOCK }))

const toBodiesAsked: DebtsOf = (dossier) =>
  openQuestions(dossier).map(({ body }) => ({
    ...{ debtor: body, what: '代表本单位提出意见', clock: clockOf({ body }) },
  }))

const toBodiesWithTasks: DebtsOf = (dossier) =>
  openTasks(dossier).map((task) => ({
    ...{ debtor: task.body, what: '办理会议交办的事项', clock: clockOfTask(task) },
  }))

const toThoseInvited: DebtsOf = (dossier) =>
  (openMeeting(dossier)?.participants ?? [])
    .filter(({ body }) => body !== dossier.decidingBody)
    .map(({ body }) => ({ debtor: body, what: '参加会议', clock: MEETING_CLOCK }))

const toTheWindow: DebtsOf = (dossier) =>
  toVerify(dossier).length > 0
    ? [{ debtor: windowQueue(dossier.acceptPlace), what: '核对补交的材料', clock: 'gap' }]
    : []

/** Nothing runs against the party before its notice is served, and the office's own limit runs on. */
const toWhoServes: DebtsOf = (dossier) => {
  const open = toServe(dossier)
  const debtor = windowQueue(dossier.acceptPlace)
  if (open === undefined) return []
  return open.what === 'rectification'
    ? [{ debtor, what: '送达责令限期整改通知书', clock: 'delivery' }]
    : [
        {
          debtor,
          what: '送达拟处理告知书',
          clock: dossier.state === 'check-failed' ? 'revocation' : 'promised',
        },
      ]
}

/** The decision waits for every objection to be looked into, so its day is the last one for that too. */
const toWhoDecides: DebtsOf = (dossier) =>
  openObjections(dossier).length > 0
    ? [{ debtor: dossier.decidingBody, what: '核实公示异议', clock: 'promised' }]
    : []

const toHeadsAgain: DebtsOf = (dossier) =>
  againQueue(dossier).map((debtor) => ({ debtor, what: '批准或不批准再次进行特别程序', clock: 'statutory' }))

const WAYS = [
  ...[
    toHeads,
    toHeadsAgain,
    toSigners,
    toBodiesAsked,
    toBodiesWithTasks,
    toThoseInvited,
    toTheWindow,
    toWhoServes,
  ],
  toWhoDecides,
]

/** What is owed beside the step, of those who owe it. */
export const debtsOf: DebtsOf = (dossier) => WAYS.flatMap((way) => way(dossier))

/** The opinions and signatures a decision waits for: of those under the nearest limit, who owes them and until when. */
export function awaitedFirst(
  dossier: CaseDossier,
  calendar: WorkingCalendar,
): (Owed & { debtors: string[]; day?: LegalDay }) | undefined {
  if (!BEFORE_DECISION.includes(dossier.state)) return undefined
  const clocks = Object.values(dossier.clocks)
  const open = [...toSigners(dossier), ...toBodiesAsked(dossier)]
    .map((debt) => ({ ...debt, day: dayOf(clocks, debt.clock, calendar) }))
    .toSorted((a, b) => (a.day ?? NO_DAY).localeCompare(b.day ?? NO_DAY))
  const [first] = open
  if (first === undefined) return undefined
  const { what, clock, day } = first
  const debtors = open.filter((one) => one.what === what && one.day === day).map(({ debtor }) => debtor)
  return { what, clock, debtors, ...(day === undefined ? {} : { day }) }
}

/** Urges that nobody has answered yet, by word or by doing the work. */
export const urgesOpen = (dossier: ListedDossier): readonly Urge[] => openUrges(dossier, debtsOf(dossier))

/** Whoever is urged (催办) owes the work and a word about it. */
const toUrged: DebtsOf = (dossier) =>
  urgesOpen(dossier).flatMap(({ who, limit: clock }) =>
    urgedNames(who).map((debtor) => ({ debtor, what: '办理，并答复催办', clock })),
  )

const withUrged: DebtsOf = (dossier) => [...debtsOf(dossier), ...toUrged(dossier)]

/** The names under which an officer owes something. */
function debtorsOf({ posts, roles, place, body }: Officer): ReadonlySet<string> {
  const speaks = roles.includes('reviewer') || roles.includes('approver')
  return new Set([
    ...posts,
    ...(speaks ? [body] : []),
    ...(roles.includes('head') ? [headQueue(body)] : []),
    ...(roles.includes('government-head') ? [GOVERNMENT_QUEUE] : []),
    ...(roles.includes('window-clerk') ? [windowQueue(place)] : []),
    ...urgedQueues({ posts, roles, place, body }),
  ])
}

/** What this officer owes the case first, and by when; nothing when it waits for the step alone. */
export function owedBy(
  dossier: ListedDossier,
  clocks: readonly Clock[],
  officer: Officer,
  calendar: WorkingCalendar,
): (Owed & { day?: LegalDay; urged?: true }) | undefined {
  const debtors = debtorsOf(officer)
  const [first] = withUrged(dossier)
    .filter(({ debtor }) => debtors.has(debtor))
    .map(({ debtor, what, clock }) => ({
      ...{ what, clock, day: dayOf(clocks, clock, calendar) },
      ...(isUrgedName(debtor) ? { urged: true as const } : {}),
    }))
    .toSorted(
      (a, b) =>
        Number(b.urged === true) - Number(a.urged === true) ||
        (a.day ?? NO_DAY).localeCompare(b.day ?? NO_DAY),
    )
  if (first === undefined) return undefined
  const { day, ...owed } = first
  return { ...owed, ...(day === undefined ? {} : { day }) }
}

/** By when each debtor of a case has to keep its nearest limit, for the order of their lists. */
export function owedDays(dossier: CaseDossier, calendar: WorkingCalendar): Record<string, LegalDay> {
  const clocks = Object.values(dossier.clocks)
  const days: Record<string, LegalDay> = {}
  for (const { debtor, clock } of withUrged(dossier)) {
    const day = dayOf(clocks, clock, calendar) ?? NO_DAY
    if (day <= (days[debtor] ?? NO_DAY)) days[debtor] = day
  }
  return days
}

/** Sorts after every day there will be: what is owed under no running limit. */
const NO_DAY = '9999-12-31'

function dayOf(clocks: readonly Clock[], clock: string, calendar: WorkingCalendar): LegalDay | undefined {
  const running = clocks.find(({ name, ended }) => name === clock && ended === undefined)
  const now = running && due(running, calendar)
  return now?.state === 'running' ? (now.day ?? (now.at && legalDay(now.at))) : undefined
}
