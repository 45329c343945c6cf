import { Type as T } from 'typebox'
import type { Actor } from '#engine/actor.ts'
import { legalDay, type Instant } from '#engine/day.ts'
import { isRefusal, refusal, type Refusal } from '#engine/refusal.ts'
import { barredBy } from '../chapters/endings/barred.ts'
import { termOf, untilOf } from '../chapters/licences/term.ts'
import type { CaseDossier } from '../model/dossier.ts'
import {
  checkClock,
  deliveryClock,
  endRunning,
  hasStep,
  ITEM_CLOCKS,
  licensing,
  stepClock,
} from '../model/limits.ts'
import { reasonOwed } from '../model/visit.ts'
import type { CaseWorld } from '../model/world.ts'
import { beyondLetter } from './by-letter.ts'
import { byWindow } from './by-window.ts'
import { caseAction, type CaseAct } from './case-action.ts'
import { paperOf } from './paper-of.ts'

/** Sent back for another look; promised and statutory clocks run on. */
export const returnToReview = caseAction({
  name: 'return-to-review',
  from: ['reviewed'],
  to: ['accepted'],
  by: ['approver'],
  power: 'decide',
  input: T.Object({ reason: T.String({ minLength: 4, maxLength: 1000 }) }, { additionalProperties: false }),
  bars: byWindow.decides,
  facts: ({ dossier, input, now, world }) => {
    const day = legalDay(now)
    return [
      {
        kind: 'returned-to-review',
        body: { reason: world.seal(input.reason) },
        clock: [
          ...endRunning(dossier.clocks, ['step-decide'], { day, at: now }),
          ...stepClock('review', '退回重审', { day, at: now, world }),
        ],
      },
    ]
  },
})

/** The two decisions, from the state in which a procedure comes to one: after a review, or at once. */
export const decideFrom = (state: 'reviewed' | 'accepted') => [grantFrom(state), denyFrom(state)]

/** 准予: the decision carries the grant it used. */
const grantFrom = (state: string) =>
  caseAction({
    name: 'grant',
    from: [state],
    to: ['decided'],
    by: ['approver'],
    power: 'decide',
    input: T.Object(
      {
        conclusion: T.String({ minLength: 2, maxLength: 2000 }),
        validUntil: T.Optional(T.String({ format: 'date' })),
      },
      { additionalProperties: false },
    ),
    bars: (act) => byWindow.decides(act) ?? beyondLetter(act) ?? foundWanting(act),
    refuse: (act) => {
      const term = termOf(ofTerm(act))
      return mayNotDecide(act) ?? (isRefusal(term) ? term : undefined)
    },
    facts: (act) => [
      {
        kind: 'granted',
        body: grantedBody(act),
        clock: decisionClocks('granted', act.dossier, act.now, act.world),
      },
    ],
  })

/** What was looked at and found wanting is not granted; another look may find it put right (第三十四条第三款、第七十四条第一项). */
function foundWanting({
  dossier: { survey },
  world: { item },
}: Omit<Granting, 'input'>): Refusal | undefined {
  return hasStep(item, 'survey') && survey?.result === 'not-met'
    ? refusal('survey-not-met', { basis: licensing(item, '第三十八条第一款') })
    : undefined
}

type Granting = CaseAct<{ conclusion: string; validUntil?: string }>

/** The term is the item's unless the approver wrote another that its rule allows. */
function ofTerm({ dossier: { about }, input: { validUntil }, now, world: { item } }: Granting) {
  return {
    ...{ item, today: legalDay(now) },
    ...(about === undefined ? {} : { about }),
    ...(validUntil === undefined ? {} : { validUntil }),
  }
}

/** The last day stands in the clear too: the register must know it even where the person's key is gone. */
function grantedBody(act: Granting) {
  const { input, grant: power, world } = act
  const { until } = untilOf(ofTerm(act))
  const term = until === undefined ? {} : { validUntil: until }
  return {
    ...{ reason: world.seal({ ...input, ...term }), grant: power!.id },
    ...(until === undefined ? {} : { until }),
    ...paperOf(world),
  }
}

/** 不予: reasons, basis and remedies belong into the decision (行政许可法第三十八条第二款). */
const denyFrom = (state: string) =>
  caseAction({
    name: 'deny',
    from: [state],
    to: ['decided'],
    by: ['approver'],
    power: 'decide',
    input: T.Object(
      {
        reason: T.String({ minLength: 10, maxLength: 2000 }),
        basis: T.String({ minLength: 4, maxLength: 500 }),
        /** Facts were concealed or papers false: it is denied with a warning, and some matters may not be applied for again (第七十八条). */
        falseMaterials: T.Optional(T.Boolean()),
      },
      { additionalProperties: false },
    ),
    bars: (act) => byWindow.refuses(act) ?? beyondLetter(act),
    refuse: mayNotDecide,
    facts: ({ dossier, input: { falseMaterials, ...said }, grant: power, now, world }) => [
      {
        kind: 'denied',
        body: {
          reason: world.seal(said),
          grant: power!.id,
          ...(falseMaterials
            ? { ground: 'false-materials', ...barredBy('78', world.item, legalDay(now)) }
            : {}),
          ...paperOf(world),
        },
        clock: decisionClocks('denied', dossier, now, world),
      },
    ],
  })

function mayNotDecide(act: CaseAct<unknown>): Refusal | undefined {
  return reasonOwed(act) ?? samePerson(act)
}

/** Where the plan parts the steps, who accepted, looked at the place, reviewed or checked does not decide as well. */
export function samePerson({ dossier, actor, world }: CaseAct<unknown>): Refusal | undefined {
  return tookAStep(dossier, world.parameters).includes(personOf(actor))
    ? refusal('role-separation')
    : undefined
}

/** Whom the plan keeps from deciding this case, because they took an earlier step of it. */
export function tookAStep(
  { procedure, survey, review, check, acceptance, sunk }: CaseDossier,
  { reviewAndDecideDiffer, acceptAndDecideDiffer, stationsDiffer, windowsDecide }: CaseWorld['parameters'],
): string[] {
  // 直接办理 at a station is one visit to one person. “受理、办理环节直接下沉到便民服务站” (LC-3.4-10) sinks both steps to a place with one
  // agent; what parts them elsewhere (前台受理、后台审批: DW-3.4.14-02, YY-1.1-04) is said of halls and windows. No statute asks for two people:
  // 行政许可法第三十四条第三款 does so for looking at a place, and a licence never sinks (`sinking-licence`). That an item may be dealt with so was
  // approved by another hand, with a number; a plan that parts the steps everywhere says so (`roleSeparation.atStations`).
  const atOnce = procedure !== 'approval' && (windowsDecide || (sunk === 'handle' && !stationsDiffer))
  const before = [
    ...(reviewAndDecideDiffer ? [survey?.by.person, review?.by.person, check?.by.person] : []),
    ...(acceptAndDecideDiffer && !atOnce ? [acceptance?.by.person] : []),
  ]
  return before.filter((person) => person !== undefined)
}

/** Somebody who is not a person of staff never equals one who is. */
function personOf(actor: Actor): string {
  return actor.kind === 'staff' ? actor.person : ''
}

/** A decision ends what ran towards it and starts the ten working days to hand it over. */
function decisionClocks(result: 'granted' | 'denied', dossier: CaseDossier, now: Instant, world: CaseWorld) {
  const day = legalDay(now)
  return [
    ...endRunning(dossier.clocks, [...ITEM_CLOCKS, 'step-decide'], { day, at: now }),
    deliveryClock(result, { day, at: now, world }),
    ...(result === 'granted' && dossier.procedure === 'commitment'
      ? checkClock({ day, at: now, world })
      : []),
  ]
}
