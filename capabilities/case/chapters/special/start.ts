import { Type as T } from 'typebox'
import type { ClockEntry } from '#engine/clock/entry.ts'
import { legalDay, startOfDay } from '#engine/day.ts'
import { refusal } from '#engine/refusal.ts'
import { byWindow } from '../../actions/by-window.ts'
import { caseAction, type CaseAct } from '../../actions/case-action.ts'
import { paperOf } from '../../actions/paper-of.ts'
import { citesLaw } from '../../model/cites-law.ts'
import { endRunning, licensing } from '../../model/limits.ts'
import { SPECIAL_KINDS, SPECIAL_NAMES } from './dossier.ts'
import { allowedAgain, repeated } from './again.ts'
import { EXAMINED, listed, listedKinds, runningOf, TECHNICAL, unassigned } from './rules.ts'

/**
 * A special procedure begins: which, why, by whom, and how long it will take. The limits run on until the written notice
 * of it is served.
 */
export const startSpecial = caseAction({
  name: 'start-special',
  from: EXAMINED,
  to: 'same',
  by: ['reviewer', 'approver'],
  input: T.Object(
    {
      kind: T.Enum([...SPECIAL_KINDS]),
      why: T.String({ minLength: 4, maxLength: 500 }),
      /** Who does it: the laboratory, the panel, the auction house. */
      doneBy: T.String({ minLength: 2, maxLength: 100 }),
      amount: T.Integer({ minimum: 1, maximum: 365 }),
      unit: T.Enum(['working-day', 'calendar-day']),
      preparation: T.Optional(T.String({ maxLength: 500 })),
      /** Law and article that want it, where the guide does not list the kind. */
      basis: T.Optional(T.String({ maxLength: 200 })),
    },
    { additionalProperties: false },
  ),
  bars: byWindow.decides,
  refuse: ({ dossier, input, world }) => {
    const kinds = listedKinds(world.item)
    // 依法需要: time is left out only of what a law, regulation or rule wants, so a kind the guide is silent on cites it.
    if (!kinds.includes(input.kind) && !citesLaw(input.basis ?? '', world.item.legalBasis))
      return refusal('special-not-lawful', {
        facts: { procedure: SPECIAL_NAMES[input.kind], lawful: kinds.map((kind) => SPECIAL_NAMES[kind]) },
        basis: licensing(world.item, '第四十五条'),
      })
    return runningOf(dossier, input.kind)
      ? refusal('special-running', { facts: { procedures: [SPECIAL_NAMES[input.kind]] } })
      : repeated(dossier, input.kind, world.item)
  },
  facts: (act) => {
    const { dossier, input, world } = act
    const { kind, amount, unit, why, doneBy, preparation, basis: cited = '' } = input
    const basis = listed(world.item, kind)?.basis
    const law = basis === undefined ? { law: cited.trim() } : {}
    const again = allowedAgain(dossier, kind)
    return [
      {
        kind: 'special-started',
        body: {
          ...paperOf(world),
          kind,
          told: { amount, unit },
          text: world.seal({ why, doneBy, ...(preparation ? { preparation } : {}), ...law }),
          ...(basis ? { basis } : {}),
          ...(again ? { again: again.id } : {}),
        },
        ...(TECHNICAL.includes(kind) && dossier.clocks['inspection'] === undefined
          ? { clock: [assigning(act)] }
          : {}),
      },
    ]
  },
})

/** Five working days from acceptance to send two or more officers (第五十五条第二款), whenever the need was noticed. */
function assigning({ dossier, world }: CaseAct<unknown>): ClockEntry {
  const day = dossier.acceptance!.on
  return {
    ...{ entry: 'start', clock: 'inspection', kind: 'special', unit: 'working-day', amount: 5 },
    ...{ day, at: startOfDay(day), event: '受理', calendar: world.calendar.version },
    basis: licensing(world.item, '第五十五条第二款'),
  }
}

/** Two or more officers are sent to inspect (检验、检测、检疫). */
export const assignInspectors = caseAction({
  name: 'assign-inspectors',
  from: EXAMINED,
  to: 'same',
  by: ['reviewer', 'approver'],
  input: T.Object(
    {
      kind: T.Enum([...SPECIAL_KINDS]),
      people: T.Array(T.String({ minLength: 2, maxLength: 30 }), { minItems: 1, maxItems: 10 }),
    },
    { additionalProperties: false },
  ),
  offered: (dossier) => unassigned(dossier).length > 0,
  refuse: ({ dossier, input, world }) => {
    if (!unassigned(dossier).includes(input.kind)) return refusal('special-not-running')
    return new Set(input.people.map((name) => name.trim())).size < 2
      ? refusal('inspectors-two', { basis: licensing(world.item, '第五十五条第二款') })
      : undefined
  },
  facts: ({ dossier, input, now, world }) => {
    const people = [...new Set(input.people.map((name) => name.trim()))]
    const others = unassigned(dossier).filter((kind) => kind !== input.kind)
    return [
      {
        kind: 'inspectors-assigned',
        body: {
          id: runningOf(dossier, input.kind)!.id,
          people: world.seal(people),
          count: people.length,
        },
        clock:
          others.length > 0
            ? []
            : endRunning(dossier.clocks, ['inspection'], { day: legalDay(now), at: now }),
      },
    ]
  },
})
