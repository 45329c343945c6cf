import { Type as T } from 'typebox'
import { due, foldClock } from '#engine/clock/clock.ts'
import type { ClockEntry } from '#engine/clock/entry.ts'
import { legalDay } from '#engine/day.ts'
import { refusal, type Refusal } from '#engine/refusal.ts'
import { byWindow } from '../../actions/by-window.ts'
import { caseAction, type CaseAct } from '../../actions/case-action.ts'
import { paperOf } from '../../actions/paper-of.ts'
import { licensing } from '../../model/limits.ts'
import { EXAMINED } from '../special/rules.ts'
import { EXTENSION_REASONS } from './dossier.ts'
import { notExtendable } from './propose.ts'
import { HEAD_NAMES, lastDay, lawfulExtension, repeatsTheLaw } from './rules.ts'

const HEADS = ['head', 'government-head']

/** The head approves (经本行政机关负责人批准), the head of the government where bodies act together (C4). */
export const extend = caseAction({
  name: 'extend',
  from: EXAMINED,
  to: 'same',
  by: HEADS,
  input: T.Object({}, { additionalProperties: false }),
  offered: ({ extension }) => extension?.proposed !== undefined,
  bars: (act) => notTheHead(act) ?? notExtendable(act) ?? proposedOtherwise(act),
  facts: (act) => {
    const { dossier, now, world } = act
    const { amount, code, text, head: by } = dossier.extension!.proposed!
    const { basis } = lawfulExtension(world.item)!
    const entry = (clock: string): ClockEntry => ({
      ...{ entry: 'extend', clock, amount, day: legalDay(now), at: now },
      ...{ approvedBy: HEAD_NAMES[by], reason: EXTENSION_REASONS[code], basis },
      calendar: world.calendar.version,
    })
    const after = due(foldClock(dossier.clocks, entry('statutory'))['statutory']!, world.calendar).day!
    return [
      {
        kind: 'extended',
        body: {
          ...paperOf(world),
          ...{ amount, code, text, basis, joint: by === 'government-head' },
          ...{ before: lastDay(dossier, world)!, after },
        },
        clock: [entry('statutory'), ...(repeatsTheLaw(dossier) ? [entry('promised')] : [])],
      },
    ]
  },
})

/** The head does not: the limit stays, and whoever asked decides in time. */
export const refuseExtension = caseAction({
  name: 'refuse-extension',
  from: EXAMINED,
  to: 'same',
  by: HEADS,
  input: T.Object({ reason: T.String({ minLength: 2, maxLength: 500 }) }, { additionalProperties: false }),
  offered: ({ extension }) => extension?.proposed !== undefined,
  bars: notTheHead,
  facts: ({ input, world }) => [{ kind: 'extension-refused', body: { reason: world.seal(input.reason) } }],
})

/** What was asked for has to be what the item's law gives when the head answers: by that head, and no day more. */
function proposedOtherwise({ dossier, world }: Omit<CaseAct<unknown>, 'input'>): Refusal | undefined {
  const { amount, head } = dossier.extension!.proposed!
  const { amount: most, by, basis } = lawfulExtension(world.item)!
  if (head !== by) return refusal('extension-not-head', { facts: { by: HEAD_NAMES[by] }, basis })
  return amount > most ? refusal('extension-too-long', { facts: { most }, basis }) : undefined
}

/** Nobody approves what they asked for, and each kind of case has its own head. */
function notTheHead(act: Omit<CaseAct<unknown>, 'input'>): Refusal | undefined {
  const { dossier, actor, world } = act
  const own = actor.kind === 'staff' && actor.person === dossier.extension?.proposed?.by.person
  if (own) return refusal('role-separation')
  const { head } = dossier.extension!.proposed!
  return actor.kind === 'staff' && actor.roles.includes(head)
    ? byWindow.decides(act)
    : refusal('extension-not-head', {
        facts: { by: HEAD_NAMES[head] },
        basis: licensing(world.item, '第四十二条'),
      })
}
