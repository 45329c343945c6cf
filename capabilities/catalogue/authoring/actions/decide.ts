import { Type as T } from 'typebox'
import { legalDay } from '#engine/day.ts'
import { refusal } from '#engine/refusal.ts'
import { DECLARED, MATERIAL_MARKS } from '../../contract/change.ts'
import { FIELD_TITLES } from '../../words/change.ts'
import { unsettled } from '../model/from-above.ts'
import { endClocks, startClock } from '../model/limits.ts'
import { baseRefuses, changeAction, gateRefuses, ownHandBars } from './change-action.ts'

const ticks = <K extends string>(names: readonly K[], titles: Readonly<Record<K, string>>) =>
  T.Object(
    Object.fromEntries(names.map((name) => [name, T.Boolean({ title: titles[name] })])) as Record<
      K,
      T.TBoolean
    >,
    { additionalProperties: false },
  )

/** The author answers for 合法性、真实性、准确性、完整性 (DW-3.3.11-03); without all four nothing is sent. */
export const submit = changeAction({
  name: 'submit',
  from: ['draft', 'returned'],
  to: ['submitted'],
  by: ['item-author'],
  input: ticks(DECLARED, FIELD_TITLES.declared),
  refuse: (act) => {
    const { dossier, input, world } = act
    if (DECLARED.some((mark) => input[mark] !== true)) return refusal('change-declaration-missing')
    const open = unsettled(dossier)
    if (open.length > 0)
      return refusal('change-conflict-open', { facts: { problems: open.map(({ path }) => ({ path })) } })
    // Who kept every word of its own says so under the new list all the same: who set what is another now.
    if (dossier.fromAbove === undefined && !world.differs(dossier.body)) return refusal('change-nothing')
    return baseRefuses(act) ?? gateRefuses(act)
  },
  facts: ({ dossier, input, now, world }) => [
    {
      kind: 'change-submitted',
      body: { declared: input },
      clock: [...endClocks(dossier, now), startClock('review', { now, world })],
    },
  ],
})

export const sendBack = changeAction({
  name: 'return',
  from: ['submitted', 'approved'],
  to: ['returned'],
  by: ['item-approver'],
  input: T.Object(
    { text: T.String({ title: FIELD_TITLES.returned, minLength: 4, maxLength: 500 }) },
    { additionalProperties: false },
  ),
  bars: ownHandBars,
  facts: ({ dossier, input, now, world }) => [
    {
      kind: 'change-returned',
      body: { ...input },
      clock: [...endClocks(dossier, now), startClock('draft', { now, world })],
    },
  ],
})

/** 审定 by another hand, with the four marks on the materials (YY-3.2.5-06). */
export const approve = changeAction({
  name: 'approve',
  from: ['submitted'],
  to: ['approved'],
  by: ['item-approver'],
  input: ticks(MATERIAL_MARKS, FIELD_TITLES.marks),
  bars: ownHandBars,
  refuse: (act) => {
    if (MATERIAL_MARKS.some((mark) => act.input[mark] !== true)) return refusal('change-marks-missing')
    return baseRefuses(act) ?? gateRefuses(act)
  },
  facts: ({ dossier, input, now, world }) => [
    {
      kind: 'change-approved',
      body: { marks: input },
      clock: [...endClocks(dossier, now), startClock('publish', { now, world })],
    },
  ],
})

/** Names the first day of the version. It is written on that day, so until then it can be called off and nobody sees it. */
export const publish = changeAction({
  name: 'publish',
  from: ['approved'],
  to: ['scheduled'],
  by: ['item-approver'],
  input: T.Object(
    { effectiveFrom: T.String({ title: FIELD_TITLES.effectiveFrom, format: 'date' }) },
    { additionalProperties: false },
  ),
  bars: ownHandBars,
  refuse: (act) => {
    const { effectiveFrom } = act.input
    if (effectiveFrom < legalDay(act.now)) return refusal('change-day-past')
    const { effectiveTo } = act.dossier.body
    if (effectiveTo !== undefined && effectiveTo < effectiveFrom)
      return refusal('change-ends-before-it-begins', { facts: { effectiveFrom, effectiveTo } })
    return baseRefuses(act) ?? gateRefuses(act)
  },
  facts: ({ dossier, input, now }) => [
    { kind: 'change-scheduled', body: { ...input }, clock: endClocks(dossier, now) },
  ],
})

export const callOff = changeAction({
  name: 'call-off',
  from: ['scheduled'],
  to: ['approved'],
  by: ['item-approver'],
  input: T.Object(
    { text: T.String({ title: FIELD_TITLES.calledOff, minLength: 4, maxLength: 500 }) },
    { additionalProperties: false },
  ),
  facts: ({ input, now, world }) => [
    { kind: 'change-called-off', body: { ...input }, clock: [startClock('publish', { now, world })] },
  ],
})

export const withdraw = changeAction({
  name: 'withdraw',
  from: ['draft', 'submitted', 'returned', 'approved'],
  to: ['withdrawn'],
  by: ['item-author'],
  input: T.Object(
    { text: T.String({ title: FIELD_TITLES.withdrawn, minLength: 4, maxLength: 500 }) },
    { additionalProperties: false },
  ),
  refuse: ({ dossier }) => (dossier.fromAbove === undefined ? undefined : refusal('change-from-above')),
  facts: ({ dossier, input, now }) => [
    { kind: 'change-withdrawn', body: { ...input }, clock: endClocks(dossier, now) },
  ],
})
