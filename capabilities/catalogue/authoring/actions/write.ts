import { Type as T } from 'typebox'
import { refusal } from '#engine/refusal.ts'
import type { ItemVersion } from '../../contract.ts'
import { Edit, type Overtaken } from '../../contract/change.ts'
import { edited, overtaken, standsAt } from '../model/edits.ts'
import { startClock } from '../model/limits.ts'
import { FIELD_TITLES } from '../../words/change.ts'
import { PART_TITLES } from '../part-titles.ts'
import { changeAction, upperRefuses } from './change-action.ts'

/** The draft begins as a copy of a published version, so that nothing has to be typed that stays; of a new item, with what is known. */
export const open = changeAction({
  name: 'open',
  from: [],
  to: ['draft'],
  by: ['item-author'],
  input: T.Object({
    ...{ id: T.String(), area: T.String(), item: T.String(), base: T.Integer(), body: T.Unknown() },
    ...{ rollsBackTo: T.Optional(T.Integer()), above: T.Optional(T.Array(T.Unknown())), reason: T.String() },
    ...{ authorBody: T.String(), approves: T.String() },
  }),
  bars: ({ world: { authoring } }) => {
    if (authoring === 'off') return refusal('change-authoring-off')
    return authoring === 'may-write' ? undefined : refusal('change-not-your-item')
  },
  facts: ({ input, now, world }) => [
    { kind: 'change-opened', body: { ...input }, clock: [startClock('draft', { now, world })] },
  ],
})

/** Checks that a draft may not even be saved with: nobody should find them again at the end (YY-3.2.5-03, -05). */
const AT_SAVE: ReadonlySet<string> = new Set(['1.5-10', 'material-source'])

export const edit = changeAction({
  name: 'edit',
  from: ['draft', 'returned'],
  to: 'same',
  by: ['item-author'],
  input: T.Object(
    { edits: T.Array(Edit, { title: FIELD_TITLES.edits, minItems: 1, maxItems: 200 }) },
    { additionalProperties: false },
  ),
  refuse: ({ dossier, input: { edits }, world }) => {
    const late = overtaken(dossier.body, edits)
    if (late.length > 0)
      return refusal('change-edit-overtaken', { facts: { conflicts: late.map(asConflict(dossier.body)) } })
    const body = edited(dossier.body, edits)
    if (body === undefined) return refusal('change-edit-misplaced')
    const problems = world.shapeProblems(body).filter(({ unfilled }) => !unfilled)
    if (problems.length > 0)
      return refusal('change-misshapen', { facts: { problems: problems.map(({ at }) => at).slice(0, 10) } })
    const found = world.judge(body).findings.filter(({ check }) => AT_SAVE.has(check))
    if (found.length === 0) return upperRefuses(body, world)
    return refusal('change-not-saved', {
      facts: { findings: found.map(({ check, at, what, remedy }) => ({ check, at, what, remedy })) },
    })
  },
  facts: ({ dossier, input: { edits } }) => [
    {
      kind: 'change-edited',
      body: { edits: edits.map(({ was: _seen, ...edit }) => edit), body: edited(dossier.body, edits)! },
    },
  ],
})

/** What its writer saw, and what somebody else has put there since. */
const asConflict =
  (body: ItemVersion) =>
  ({ at, was }: Edit): Overtaken => {
    const now = standsAt(body, at)
    return {
      ...{ at, part: PART_TITLES[at.split('/')[1] as keyof ItemVersion] ?? at },
      ...(was?.value === undefined ? {} : { was: was.value }),
      ...(now === undefined ? {} : { now }),
    }
  }

export const comment = changeAction({
  name: 'comment',
  from: ['draft', 'submitted', 'returned', 'approved', 'scheduled'],
  to: 'same',
  by: ['item-author', 'item-approver'],
  input: T.Object(
    {
      text: T.String({ title: FIELD_TITLES.comment, minLength: 2, maxLength: 500 }),
      on: T.Optional(T.String({ title: FIELD_TITLES.on, maxLength: 200 })),
    },
    { additionalProperties: false },
  ),
  facts: ({ input }) => [{ kind: 'change-commented', body: { ...input } }],
})
