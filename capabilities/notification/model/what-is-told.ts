import type { WorkingCalendar } from '#engine/calendar/calendar.ts'
import { due } from '#engine/clock/clock.ts'
import { legalDay, type Instant } from '#engine/day.ts'
import type { Fact } from '#engine/fact.ts'
import { receiptNumber, type CaseDossier } from '#capabilities/case/model.ts'
import type { MessageKind, MessageParams } from '../contract.ts'
import { collectReminderAt, supplementReminderAt, type ReminderKind } from './reminders.ts'

/** One message about one fact, before names are looked up. */
export interface Told {
  kind: MessageKind
  params: Omit<MessageParams, 'item' | 'place'>
  remind?: { kind: ReminderKind; at: Instant }
  /** Somebody else than the applicant, with the number they know it by; they never learn that of the case. */
  to?: { party: string; no: string }
}

interface Moment {
  fact: Fact
  /** The case as it stood after this fact. */
  dossier: CaseDossier
  calendar: WorkingCalendar
  /** The case and its calendar before this fact, where a rule compares. */
  before?: { dossier: CaseDossier; calendar: WorkingCalendar }
}
type Rule = (moment: Moment) => Told | undefined

/**
 * Which facts a citizen is told of. What the person has just done alone (promising, putting the form right), what the office does
 * inside (reviewing, returning, surveying) and what another message says anyway (granted before sealed, closed after
 * delivered) is noise. A result is told when its paper exists, for only then can it be collected.
 */
const RULES: Readonly<Record<string, Rule>> = {
  received: (moment) => (atTheWindow(moment) ? undefined : told('received', dayOf('notice', moment))),
  'supplement-notified': (moment) => {
    const { day } = dayOf('supplement', moment)
    const at = day && supplementReminderAt(day, moment.fact.at, moment.calendar)
    return {
      ...told('supplement', { ...(day ? { day } : {}) }),
      ...(at ? { remind: { kind: 'supplement-reminder', at } } : {}),
    }
  },
  supplied: papersReceived,
  'paper-added': papersReceived,
  accepted: (moment) => {
    if (atTheWindow(moment)) return undefined
    if (moment.fact.body['tolerated'] !== undefined) return told('accepted-with-gaps', dayOf('gap', moment))
    const deemed = moment.fact.body['deemed'] === true
    return told(deemed ? 'deemed-accepted' : 'accepted', dayOf('promised', moment))
  },
  // A notice of missing papers has said already why the day ended without a decision.
  'visit-ended': ({ dossier }) => (dossier.state === 'supplementing' ? undefined : told('not-finished')),
  'commitment-withdrawn': ({ fact }) => (fact.actor.kind === 'staff' ? told('promise-withdrawn') : undefined),
  withdrawn: ({ fact }) => (fact.actor.kind === 'staff' ? told('withdrawn-at-window') : undefined),
  lapsed: ({ fact }) => told(fact.body['of'] === 'gaps' ? 'gap-lapsed' : 'lapsed'),
  returned: () => told('returned-at-window'),
  terminated: () => told('terminated'),
  forwarded: () => told('forwarded'),
  'handler-changed': ({ dossier: { handler } }) =>
    handler === undefined
      ? undefined
      : told('handler-changed', {
          handler: { name: handler.name, place: handler.place, phone: handler.phone },
        }),
  'gap-reminded': (moment) => told('gap-reminder', dayOf('gap', moment)),
  'gap-verified': (moment) =>
    (moment.fact.body['defective'] as string[]).length > 0
      ? told('gap-defective', dayOf('gap', moment))
      : undefined,
  'special-served': ({ fact, ...moment }) => {
    const limit = fact.clock?.find(({ entry }) => entry === 'start')
    return told('special-begun', limit ? dayOf(limit.clock, { fact, ...moment }) : {})
  },
  'special-ended': () => told('special-over'),
  'hearing-notice-served': (moment) =>
    moment.fact.body['which'] === 'right'
      ? told('hearing-right', dayOf('hearing-request', moment))
      : told('hearing-called', { day: moment.dossier.hearing!.convened!.day }),
  'version-offered': () => told('version-offered'),
  extended: ({ fact }) => told('extended', { day: String(fact.body['after']) }),
  'publicity-opened': (moment) => told('publicity-opened', dayOf('publicity', moment)),
  'publicity-objection-answered': answeredToWhom,
  'clock-recomputed': daysMoved,
  'document-rendered': paperReady,
  'waybill-recorded': ({ fact }) =>
    told('waybill', {
      carrier: String(fact.body['carrier']),
      waybill: String(fact.body['waybill']),
    }),
  'post-returned': (moment) => ({ ...told('post-returned', outcome(moment)), remind: collecting(moment) }),
  delivered: (moment) => {
    const toCheck = moment.fact.body['toCheck'] === true ? { toCheck: true } : {}
    const kind = DELIVERED[String(moment.fact.body['mode'])]
    return kind && told(kind, { ...outcome(moment), ...toCheck })
  },
  checked: ({ fact }) => {
    const kind = CHECKED[String(fact.body['result'])]
    return kind && told(kind)
  },
  // The days to answer, or to put things right, run from the service of the notice.
  'notice-served': (moment) =>
    moment.fact.body['what'] === 'intent'
      ? told('intent-told', dayOf('statement', moment))
      : told('check-rectify', dayOf('rectify', moment)),
  'rectification-lapsed': () => told('rectification-over'),
  revoked: () => told('revoked'),
}

/** Kinds of facts a message may come of; everything else is not even delivered to us. */
export const HEARD: ReadonlySet<string> = new Set(Object.keys(RULES))

/** Messages that asked for papers: once these are handed in, by whatever way and to whomever, nothing in them waits for the reader. */
export const ANSWERED: Readonly<Record<string, readonly MessageKind[]>> = {
  supplied: ['supplement', 'supplement-reminder'],
  'gap-supplied': ['gap-reminder', 'gap-defective'],
}

/** What can be seen of a fact alone, before the whole case is read for it. */
export function mayBeTold({ kind, body }: Pick<Fact, 'kind' | 'body'>): boolean {
  if (kind !== 'document-rendered') return HEARD.has(kind)
  const { kind: paper } = body['paper'] as { kind: string }
  return WAITED_FOR.includes(paper) || TO_FETCH.includes(paper)
}

export function whatIsTold(moment: Moment): Told | undefined {
  return RULES[moment.fact.kind]?.(moment)
}

const DELIVERED: Readonly<Record<string, MessageKind>> = {
  electronic: 'delivered-online',
  post: 'delivered-by-post',
  // Quietly, in the inbox alone: whoever did not collect it themselves learns that somebody did.
  window: 'collected',
}

const CHECKED: Readonly<Record<string, MessageKind>> = {
  met: 'check-met',
  broken: 'check-broken',
}

/** Papers a person waits for. */
const WAITED_FOR = ['grant', 'denial', 'not-accepted', 'revocation']

/** Notices that take effect with their service: whoever chose no electronic delivery has to know that one lies there. */
const TO_FETCH = [
  'special-procedure',
  'special-extension',
  'hearing-right',
  'hearing-notice',
  'rectification',
  'intent-notice',
]

/** Papers sent from home get a word that they came, as the application did; at the counter the clerk says it. */
function papersReceived(moment: Moment): Told | undefined {
  if (moment.fact.actor.kind !== 'citizen') return undefined
  return told('papers-received', moment.dossier.state === 'received' ? dayOf('notice', moment) : {})
}

/** Electronic results need no word of their own: delivery follows at once and says where the paper is. */
function paperReady(moment: Moment): Told | undefined {
  const { dossier, fact } = moment
  const { kind } = fact.body['paper'] as { kind: string }
  if (dossier.delivery === 'electronic' || dossier.ended !== undefined) return undefined
  if (TO_FETCH.includes(kind)) return told('notice-to-fetch')
  if (kind === 'revocation') return told('revocation-ready')
  if (!WAITED_FOR.includes(kind) || dossier.delivered !== undefined) return undefined
  if (dossier.delivery === 'post') return told('result-by-post', outcome(moment))
  if (atTheWindow(moment)) return undefined
  return { ...told('result-at-window', outcome(moment)), remind: collecting(moment) }
}

/** Whoever objected online hears that it was looked into; those who said it at a window left no account to write to. */
function answeredToWhom({ dossier, fact }: Moment): Told | undefined {
  const id = String(fact.body['id'])
  const party = dossier.publicity?.objections.find((each) => each.id === id)?.party
  if (party === undefined) return undefined
  const found = { id, upheld: fact.body['upheld'] === true }
  return {
    ...told('objection-answered', { objection: found }),
    to: { party, no: receiptNumber(dossier, id) },
  }
}

/** A holiday list has come: the day by which the person must act moved, or else the day we promised. */
function daysMoved(moment: Moment): Told | undefined {
  const { before } = moment
  if (before === undefined) return undefined
  const moved = ['supplement', 'gap', 'rectify', 'statement', 'promised'].find((clock) => {
    const running = moment.dossier.clocks[clock]
    if (running === undefined || running.ended !== undefined) return false
    const { day } = dayOf(clock, moment)
    return day !== undefined && day !== dayOf(clock, { ...moment, ...before }).day
  })
  if (moved === undefined) return undefined
  return told(moved === 'promised' ? 'promise-moved' : 'deadline-moved', dayOf(moved, moment))
}

function told(kind: MessageKind, params: Told['params'] = {}): Told {
  return { kind, params }
}

/** Whoever stands at the counter with an on-the-spot matter hears everything from the clerk. */
function atTheWindow({ dossier: { visit }, fact }: Moment): boolean {
  return (
    visit !== undefined &&
    visit.left === undefined &&
    visit.ended === undefined &&
    visit.on === legalDay(fact.at)
  )
}

function outcome({ dossier }: Moment): Pick<MessageParams, 'outcome'> {
  return dossier.decision === undefined ? {} : { outcome: dossier.decision.result }
}

function collecting({ fact, calendar }: Moment): NonNullable<Told['remind']> {
  return { kind: 'collect-reminder', at: collectReminderAt(fact.at, calendar) }
}

function dayOf(clock: string, { dossier, calendar }: Moment): { day?: string } {
  const running = dossier.clocks[clock]
  const day = running && due(running, calendar).day
  return day === undefined ? {} : { day }
}
