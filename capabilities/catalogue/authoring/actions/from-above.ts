import { Type as T } from 'typebox'
import { refusal } from '#engine/refusal.ts'
import { Pointer } from '../../contract/layer.ts'
import { FIELD_TITLES } from '../../words/change.ts'
import { touching, withUpper } from '../model/from-above.ts'
import { startClock } from '../model/limits.ts'
import { changeAction } from './change-action.ts'

/** A list above has a new version: the draft that follows it is on the desk of whoever writes the item, with a day of its own. */
export const openFromAbove = changeAction({
  name: 'open-from-above',
  from: [],
  to: ['draft'],
  by: ['system'],
  input: T.Object({
    ...{ id: T.String(), area: T.String(), item: T.String(), base: T.Integer(), body: T.Unknown() },
    ...{ reason: T.String(), authorBody: T.String(), approves: T.String() },
    ...{ above: T.Array(T.Unknown()), fromAbove: T.Unknown() },
  }),
  bars: ({ world: { authoring } }) => {
    if (authoring === 'off') return refusal('change-authoring-off')
    return authoring === 'may-write' ? undefined : refusal('change-not-your-item')
  },
  facts: ({ input, now, world }) => {
    const limits = { ...world.limits, draftCalendarDays: world.limits.upperCalendarDays }
    const clock = [startClock('draft', { now, world: { ...world, limits } })]
    return [{ kind: 'change-opened', body: { ...input }, clock }]
  },
})

/** One place decided: the upper tier's words, or this area's own where they are still lawful (行政许可法第十六条). */
export const settle = changeAction({
  name: 'settle',
  from: ['draft', 'returned'],
  to: 'same',
  by: ['item-author'],
  input: T.Object(
    {
      path: Pointer,
      take: T.Enum(['upper', 'local'], { title: FIELD_TITLES.take }),
      reason: T.Optional(T.String({ title: FIELD_TITLES.keptReason, maxLength: 300 })),
    },
    { additionalProperties: false },
  ),
  refuse: ({ dossier, input: { path, take, reason }, world }) => {
    const conflict = dossier.fromAbove?.conflicts.find((each) => each.path === path)
    if (conflict === undefined) return refusal('change-conflict-unknown')
    if (take === 'upper') return undefined
    const problems = touching(world.upperProblems(dossier.body), path)
    if (problems.length > 0)
      return refusal('change-local-not-lawful', { facts: { problems }, basis: problems[0]!.basis })
    return (reason ?? '').trim().length < 4 ? refusal('change-local-unexplained') : undefined
  },
  facts: ({ dossier, input: { path, take, reason } }) => {
    const conflict = dossier.fromAbove!.conflicts.find((each) => each.path === path)!
    const body = take === 'upper' ? withUpper(dossier.body, conflict) : dossier.body
    return [{ kind: 'change-settled', body: { path, take, ...(reason ? { reason } : {}), body } }]
  },
})
