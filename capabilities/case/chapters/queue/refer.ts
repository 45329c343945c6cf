import { Type as T, type Static } from 'typebox'
import { legalDay } from '#engine/day.ts'
import { isInForce, type Grant } from '#engine/power/grant.ts'
import { refusal, type Refusal } from '#engine/refusal.ts'
import { caseAction, type CaseAct } from '../../actions/case-action.ts'
import type { CaseDossier } from '../../model/dossier.ts'
import type { CaseWorld } from '../../model/world.ts'
import type { Completing } from '../chapter-completing.ts'
import { COUNTERSIGN_CLOCK } from './dossier.ts'
import { endRunning, hasStep, stepClock } from '../../model/limits.ts'

const Input = T.Object(
  {
    toBody: T.String({ minLength: 1, maxLength: 60 }),
    reason: T.String({ minLength: 4, maxLength: 1000 }),
    /** Where the matter lies after all, when it was taken down wrong at filing. */
    region: T.Optional(T.String({ pattern: '^\\d{12}$' })),
    /** The town that region belongs to; looked up by the service. */
    town: T.Optional(T.String({ maxLength: 60 })),
  },
  { additionalProperties: false },
)
type Refer = CaseAct<Static<typeof Input>>

const STEPS = ['step-survey', 'step-review', 'step-decide']

/** What the body it goes to begins with: the survey that nobody made, the review, or the decision. */
function firstStep({ survey }: CaseDossier, { item }: CaseWorld): 'survey' | 'review' | 'decide' {
  if (hasStep(item, 'survey') && survey === undefined) return 'survey'
  return hasStep(item, 'review') ? 'review' : 'decide'
}

/**
 * 转办: the wrong body was picked at filing, and another one holds the power. The limits of the case run on, for the applicant
 * has nothing to do with it; only the step begins anew. Passing on what one's own body decides is 上推 and no 转办.
 */
export const refer = caseAction({
  name: 'refer',
  from: ['accepted', 'reviewed'],
  to: ['accepted'],
  by: ['reviewer', 'approver'],
  input: Input,
  refuse: (act) => toItself(act) ?? upward(act) ?? withoutPower(act) ?? elsewhere(act),
  facts: ({ dossier, input, now, world }) => {
    const moment = { day: legalDay(now), at: now }
    const power = powersOf(world.grants, input.toBody, moment.day)[0]!
    return [
      {
        kind: 'referred',
        body: {
          from: dossier.decidingBody,
          to: input.toBody,
          // Under whose name it is decided from now on follows from the power it goes to (行政许可法第二十四条第三款).
          ...(power.kind === 'entrusted' && power.by !== undefined ? { inNameOf: power.by } : {}),
          reason: world.seal(input.reason),
          grant: power.id,
          ...(input.region === undefined ? {} : { region: input.region }),
        },
        clock: [
          ...endRunning(dossier.clocks, [...STEPS, COUNTERSIGN_CLOCK], moment),
          ...stepClock(firstStep(dossier, world), '转办', { ...moment, world }),
        ],
      },
    ]
  },
  // The power the case goes to is compared at commit, like one that is used.
  reliesOn: ({ input, now, world }) =>
    powersOf(world.grants, input.toBody, legalDay(now))
      .slice(0, 1)
      .map(({ stream, version }) => ({ stream, version })),
})

function toItself({ dossier, input }: Refer): Refusal | undefined {
  return input.toBody === dossier.decidingBody ? refusal('refer-to-itself') : undefined
}

/** CAS-24 不得上推: a body that holds the decision does not send it to a higher one, and trying is on record. */
function upward({ dossier, input, now, world }: Refer): Refusal | undefined {
  const { decidingBody: own } = dossier
  if (!world.towns.has(own) || world.towns.has(input.toBody)) return undefined
  if (powersOf(world.grants, own, legalDay(now)).length === 0) return undefined
  return refusal('no-upward-transfer', {
    facts: { item: dossier.item.id, body: own, to: input.toBody },
    recorded: true,
  })
}

function withoutPower({ dossier, input, now, world }: Refer): Refusal | undefined {
  if (powersOf(world.grants, input.toBody, legalDay(now)).length > 0) return undefined
  return refusal('refer-without-power', {
    facts: { item: dossier.item.id, body: input.toBody },
    basis: '行政许可法第二十二条',
  })
}

/**
 * A town decides what lies in it: its power over the item says nothing about a village of another town. Where the place was
 * taken down wrong, whoever refers says where the matter lies, and that is on record.
 */
function elsewhere({ dossier, input, world }: Refer): Refusal | undefined {
  if (!world.towns.has(input.toBody) || input.town === input.toBody) return undefined
  return refusal('refer-beyond-region', {
    facts: { item: dossier.item.id, to: world.bodies.get(input.toBody) ?? '' },
    basis: '行政许可法第二十二条',
  })
}

/** The town that answers for the place a matter lies in, as whoever refers states it. */
export const townOf: Completing = async (means, { area, dossier }, { input, now }) => {
  const { town: _sent, ...said } = input
  const region = typeof said['region'] === 'string' ? said['region'] : dossier.region
  const town = await means.organisation.townBody(area, region, legalDay(now))
  return { input: { ...said, ...(town === undefined ? {} : { town: town.id }) } }
}

/** Powers to decide this item that a body holds on a day, wherever its own people sit; the world holds those of the item. */
export function powersOf(grants: readonly Grant[], body: string, day: string): readonly Grant[] {
  return grants.filter(
    (grant) => grant.body === body && grant.powers.includes('decide') && isInForce(grant, day),
  )
}
