import { Type as T, type Static } from 'typebox'
import { legalDay } from '#engine/day.ts'
import { refusal, type Refusal } from '#engine/refusal.ts'
import { isPastNotice } from '../../actions/accept.ts'
import { caseAction, type CaseAct } from '../../actions/case-action.ts'
import { paperOf } from '../../actions/paper-of.ts'
import type { ChecklistLine } from '../../contract.ts'
import { acceptanceClocks, end, licensing } from '../../model/limits.ts'
import { checklistBody, isHeld } from '../../model/materials.ts'
import { servedDay } from '../../model/served.ts'
import type { GapWay } from './dossier.ts'
import { gapClock } from './limits.ts'
import { offersGaps } from './offer.ts'
import { GapTerms, mainMissing, termsRefused } from './promise.ts'

/** [K] Somebody who hears it three working days before can still fetch a paper and send it. */
const REMINDER_WORKING_DAYS = 3

const Accepted = T.Object(
  {
    gaps: T.Optional(GapTerms.gaps),
    days: T.Optional(GapTerms.days),
    how: T.Optional(GapTerms.how),
    /** Promised on the spot in writing, and the clerk states so; left out, the promise the applicant made online counts. */
    signed: T.Optional(T.Literal('on-paper')),
    /** Everything else was looked at line by line: what applies is here and in order. */
    inOrder: T.Boolean(),
    remark: T.Optional(T.String({ maxLength: 300 })),
    /** Looked up by the service: an earlier promise of this applicant was not kept. */
    blocked: T.Optional(T.Boolean()),
  },
  { additionalProperties: false },
)
type Accepted = Static<typeof Accepted>

interface Terms {
  gaps: string[]
  days: number
  how: GapWay
  signed: 'online' | 'on-paper'
}

/**
 * Acceptance with tolerated gaps (容缺受理, BS-2.6-04): the main conditions are met, and what may follow was promised in
 * writing by a day. It is an acceptance like any other, with the same clocks, and the review may begin; only the decision
 * waits. What is still missing, by when, how to hand it in and what follows otherwise is told once, in its own paper.
 */
export const acceptWithGaps = caseAction({
  name: 'accept-with-gaps',
  from: ['received'],
  to: ['accepted'],
  by: ['window-clerk'],
  power: 'accept',
  input: Accepted,
  bars: ({ world }) =>
    offersGaps(world) ? undefined : refusal('gap-not-offered', { facts: { item: world.item.name } }),
  refuse,
  facts: (act) => {
    const { input, now, world } = act
    const { gaps, days, how, signed } = termsOf(act)!
    const day = legalDay(now)
    const moment = { day, at: now, world }
    const limit = gapClock(days, '容缺受理', moment)
    return [
      {
        kind: 'gaps-tolerated',
        body: {
          ...{ signed, how, materials: gaps, paper: world.newId() },
          remindBefore: world.parameters.gapReminderWorkingDays ?? REMINDER_WORKING_DAYS,
          served: servedDay(limit, world.calendar),
        },
        clock: [limit],
      },
      {
        kind: 'accepted',
        body: {
          ...{ on: day, deemed: false, tolerated: gaps },
          ...paperOf(world),
          checklist: checklistBody(checklistOf(act, gaps), world.seal),
          ...(input.remark ? { remark: world.seal(input.remark) } : {}),
        },
        clock: [end('notice', { day, at: now }), ...acceptanceClocks(moment, '受理')],
      },
    ]
  },
})

function refuse(act: CaseAct<Accepted>): Refusal | undefined {
  const { dossier, input, now, world } = act
  if (isPastNotice(dossier, world, legalDay(now)))
    return refusal('notice-too-late', {
      facts: { receivedOn: dossier.receivedOn },
      basis: licensing(world.item, '第三十二条第一款第四项'),
    })
  const terms = termsOf(act)
  if (terms === undefined) return refusal('gap-not-promised')
  const { gaps, days } = terms
  const refused = termsRefused(act, { gaps, days, ...(input.blocked ? { blocked: true } : {}) })
  if (refused) return refused
  const missing = mainGaps(act)
  if (missing.length > 0) return mainMissing(missing)
  return input.inOrder ? undefined : refusal('checklist-incomplete')
}

/** On paper as the clerk writes it down, or as the applicant promised online. */
function termsOf({ dossier: { gapPromise, materials }, input }: CaseAct<Accepted>): Terms | undefined {
  const { gaps, days, how, signed } = input
  if (signed !== undefined) return gaps && days && how ? { gaps, days, how, signed: 'on-paper' } : undefined
  if (gapPromise === undefined) return undefined
  // What was handed in since is no gap any more.
  const open = gapPromise.materials.filter((id) => !isHeld(materials[id]))
  return open.length > 0
    ? { gaps: open, days: gapPromise.days, how: gapPromise.how, signed: 'online' }
    : undefined
}

/** Required papers that are not here. */
function mainGaps({ dossier, world }: CaseAct<Accepted>): string[] {
  return world.item.materials
    .filter(
      ({ id, necessity, fromForm }) =>
        necessity === 'required' && !fromForm && !isHeld(dossier.materials[id]),
    )
    .map(({ id }) => id)
}

/** The checklist of the acceptance: what may follow is missing, what nobody brought does not apply, all else is in order. */
function checklistOf({ dossier, world }: CaseAct<Accepted>, gaps: readonly string[]): ChecklistLine[] {
  return world.item.materials.map(({ id, fromForm }) => {
    const here = fromForm === true || isHeld(dossier.materials[id])
    return { material: id, verdict: gaps.includes(id) ? 'missing' : here ? 'ok' : 'not-applicable' }
  })
}
