import { Type as T } from 'typebox'
import type { Clock } from '#engine/clock/clock.ts'
import type { ClockEntry } from '#engine/clock/entry.ts'
import { legalDay } from '#engine/day.ts'
import { isInForce } from '#engine/power/grant.ts'
import type { ReliedOn } from '#engine/procedure/procedure.ts'
import { refusal, type Refusal } from '#engine/refusal.ts'
import { caseAction, type CaseAct } from '../../actions/case-action.ts'
import type { CaseDossier } from '../../model/dossier.ts'
import { endRunning, ITEM_CLOCKS, stepClock } from '../../model/limits.ts'
import { nameOf } from '../../model/powers.ts'
import type { CaseWorld } from '../../model/world.ts'

/** States in which somebody still needs the power to decide or to seal. */
export const NEEDING_POWER = [
  ...(['received', 'supplementing', 'refusal-proposed', 'accepted', 'reviewed', 'decided'] as const),
  ...(['under-check', 'rectifying', 'check-failed'] as const),
]

const Input = T.Object(
  { body: T.String(), inNameOf: T.Optional(T.String()) },
  { additionalProperties: false },
)
interface Target {
  body: string
  inNameOf?: string
}

/**
 * A power that ended or was taken back leaves no case behind: the case goes to the body that holds the power now, with its
 * clocks running on. Nobody presses this; it follows from the register of powers.
 */
export const reassign = caseAction({
  name: 'reassign-deciding-body',
  from: NEEDING_POWER,
  to: 'same',
  by: ['system'],
  input: Input,
  refuse: (act) => mayNot(act) ?? (isAnew(act) ? refusal('not-for-this-dossier') : undefined),
  facts: ({ dossier, input }) => [{ kind: 'deciding-body-reassigned', body: moving(dossier, input) }],
  reliesOn,
})

/**
 * A decision that was made in another organ's name and neither sealed nor served binds nobody. Whoever holds the power now
 * decides anew, under the limits that the decision had ended.
 */
export const takeOverDecision = caseAction({
  name: 'take-over-decision',
  from: ['decided'],
  to: ['reviewed', 'accepted'],
  by: ['system'],
  input: Input,
  refuse: (act) => mayNot(act) ?? (isAnew(act) ? undefined : refusal('not-for-this-dossier')),
  facts: (act) => {
    const { dossier, input } = act
    const state = dossier.review === undefined ? 'accepted' : 'reviewed'
    const body = { ...moving(dossier, input), anew: true, state }
    return [{ kind: 'deciding-body-reassigned', body, clock: clocksAgain(act) }]
  },
  reliesOn,
})

function moving({ decidingBody }: CaseDossier, { body, inNameOf }: Target) {
  return { from: decidingBody, to: body, ...(inNameOf === undefined ? {} : { inNameOf }) }
}

/** Whether the decision stands in a name that is not the one it would be sealed in now. */
function isAnew({ dossier, input }: CaseAct<Target>): boolean {
  return dossier.state === 'decided' && nameOf(dossier) !== (input.inNameOf ?? input.body)
}

function reliesOn({ input, now, world }: CaseAct<Target>): ReliedOn[] {
  const grant = holding(input.body, world, legalDay(now))
  return grant ? [{ stream: grant.stream, version: grant.version }] : []
}

function mayNot({ dossier, input: to, now, world }: CaseAct<Target>): Refusal | undefined {
  const day = legalDay(now)
  const same = to.body === dossier.decidingBody && to.inNameOf === dossier.inNameOf
  if (same) return refusal('not-for-this-dossier')
  if (to.body !== dossier.decidingBody && holding(dossier.decidingBody, world, day))
    return refusal('power-still-held')
  return holding(to.body, world, day) ? undefined : refusal('power-none')
}

const holding = (body: string, { grants }: CaseWorld, day: string) =>
  grants.find((grant) => grant.body === body && grant.powers.includes('decide') && isInForce(grant, day))

/** The decision never took effect, so the limits that it ended run on as if it had not been. */
function clocksAgain({ dossier, now, world }: CaseAct<unknown>): ClockEntry[] {
  const moment = { day: legalDay(now), at: now }
  const again = ITEM_CLOCKS.flatMap((name) => {
    const clock = dossier.clocks[name]
    return clock?.ended === undefined ? [] : entriesOf(clock)
  })
  const step = stepClock('decide', '决定机关变更', { ...moment, world })
  return [...endRunning(dossier.clocks, ['delivery', 'check', 'step-decide'], moment), ...again, ...step]
}

function entriesOf({ name, start, stops, extensions, calendar }: Clock): ClockEntry[] {
  const halts = stops.flatMap(({ from, fromAt, to, toAt, ground, basis, notice = name }): ClockEntry[] => [
    { entry: 'stop', clock: name, day: from, at: fromAt, ground, basis, notice, calendar },
    ...(to === undefined || toAt === undefined
      ? []
      : [{ entry: 'resume' as const, clock: name, day: to, at: toAt, notice, calendar }]),
  ])
  return [start, ...halts, ...extensions]
}
