import { Type as T, type Static } from 'typebox'
import { legalDay } from '#engine/day.ts'
import type { ClockEntry } from '#engine/clock/entry.ts'
import type { NewFact } from '#engine/fact.ts'
import { refusal, type Refusal } from '#engine/refusal.ts'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import { caseAction, type CaseAct } from '../../actions/case-action.ts'
import { end, noticeClock, receiptClocks } from '../../model/limits.ts'
import { openOffer } from './dossier.ts'
import { BEFORE_DECISION, gainsOf, itemUnder, lapsing, shortenedClock, type Moving } from './rules.ts'

/** A published version is looked up by the service; no browser sends one. */
const Next = T.Unsafe<ItemVersion>(T.Object({}))

const Offering = T.Object({ next: Next }, { additionalProperties: false })
type Offering = Static<typeof Offering>

const Following = T.Object(
  {
    next: Next,
    /** At a window: the applicant's answer is there in writing, or signed before the clerk. */
    signed: T.Optional(T.Boolean()),
  },
  { additionalProperties: false },
)
type Following = Static<typeof Following>

const Keeping = T.Object({ signed: T.Optional(T.Boolean()) }, { additionalProperties: false })

/**
 * A case goes to its end under the version of its receipt. Where a later one is easier for it, its applicant is asked (法不溯及既往，从旧兼有利: 立法法第一百零四条;
 * until 2023 第九十三条). Nobody is asked about what is stricter in anything.
 */
export const offerVersion = caseAction({
  name: 'offer-version',
  from: BEFORE_DECISION,
  to: 'same',
  by: ['system'],
  input: Offering,
  refuse: (act) =>
    (act.dossier.versions?.at(-1)?.to ?? 0) >= act.input.next.version || gainsOf(movingOf(act)).length === 0
      ? refusal('version-not-easier')
      : undefined,
  facts: (act) => [
    {
      kind: 'version-offered',
      body: {
        ...{ from: act.dossier.item.version, to: act.input.next.version },
        ...{ on: legalDay(act.now), gains: gainsOf(movingOf(act)) },
      },
    },
  ],
})

/** The applicant says yes, online or signed at a window; from here on the case is one of the later version. */
export const followVersion = caseAction({
  name: 'follow-version',
  from: BEFORE_DECISION,
  to: BEFORE_DECISION,
  by: ['applicant', 'window-clerk'],
  input: Following,
  offered: (dossier) => openOffer(dossier) !== undefined,
  refuse: (act) => unsigned(act) ?? notAsOffered(act),
  facts: (act) => [followed(act)],
})

/** The applicant would rather have it as it was: nothing changes, and nobody asks about this version again. */
export const keepVersion = caseAction({
  name: 'keep-version',
  from: BEFORE_DECISION,
  to: 'same',
  by: ['applicant', 'window-clerk'],
  input: Keeping,
  offered: (dossier) => openOffer(dossier) !== undefined,
  refuse: (act) => unsigned(act),
  facts: () => [{ kind: 'version-kept', body: {} }],
})

function movingOf({ dossier, world, input, now }: CaseAct<{ next: ItemVersion }>): Moving {
  return { dossier, world, next: input.next, today: legalDay(now) }
}

function unsigned({ actor, input }: CaseAct<{ signed?: boolean }>): Refusal | undefined {
  return actor.kind === 'staff' && input.signed !== true ? refusal('version-answer-unsigned') : undefined
}

/** What was offered has to be what holds: somebody said yes to these sentences and to no others. */
function notAsOffered(act: CaseAct<Following>): Refusal | undefined {
  const offer = openOffer(act.dossier)!
  const asOffered = offer.to === act.input.next.version && gainsOf(movingOf(act)).length > 0
  return asOffered ? undefined : refusal('version-offer-over')
}

function followed(act: CaseAct<Following>): NewFact {
  const { dossier, world, input, now } = act
  const moving = movingOf(act)
  const day = legalDay(now)
  const lapsed = lapsing(moving)
  const asked = dossier.supplement?.asked ?? []
  // Nothing is left to hand in: the window looks at the application anew, and has its five days for it.
  const back = dossier.state === 'supplementing' && lapsed.length > 0 && lapsed.length === asked.length
  const moment = { day, at: now, world: { ...world, item: itemUnder(moving) } }
  const shortened = shortenedClock(moving)
  const clock: ClockEntry[] = [
    ...(back ? [end('supplement', moment), noticeClock(EVENT, moment), ...receiptClocks(EVENT, moment)] : []),
    ...(shortened.length > 0 ? [end('promised', moment), ...shortened] : []),
  ]
  return {
    kind: 'version-followed',
    body: {
      ...{ from: dossier.item.version, to: input.next.version, gains: gainsOf(moving), lapsed },
      ...(back ? { back } : {}),
      ...(input.signed === undefined ? {} : { signed: input.signed }),
    },
    ...(clock.length > 0 ? { clock } : {}),
  }
}

const EVENT = '同意按新版本办理'
