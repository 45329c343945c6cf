import { Type as T } from 'typebox'
import { refusal } from '#engine/refusal.ts'
import { isUntouched } from '../model/from-file.ts'
import { startClock } from '../model/limits.ts'
import { changeAction } from './change-action.ts'

/** Where in which file it is said, the line as it was read, and what of it a person has to write in. */
const FromFile = T.Object({
  ...{ run: T.String(), file: T.String(), row: T.Integer(), line: T.Record(T.String(), T.String()) },
  left: T.Array(T.String()),
})

/** A confirmed line of a catalogue file says something else than the version in force: the draft is on the desk of whoever writes the item. */
export const openFromFile = changeAction({
  name: 'open-from-file',
  from: [],
  to: ['draft'],
  by: ['system'],
  input: T.Object({
    ...{ id: T.String(), area: T.String(), item: T.String(), base: T.Integer(), body: T.Unknown() },
    ...{ reason: T.String(), authorBody: T.String(), approves: T.String(), fromFile: FromFile },
  }),
  bars: ({ world: { authoring } }) => {
    if (authoring === 'off') return refusal('change-authoring-off')
    return authoring === 'may-write' ? undefined : refusal('change-not-your-item')
  },
  facts: ({ input, now, world }) => [
    { kind: 'change-opened', body: { ...input }, clock: [startClock('draft', { now, world })] },
  ],
})

/** A newer file takes the draft along that nobody has written in yet; what somebody has written stays. */
export const moveOnFromFile = changeAction({
  name: 'move-on-from-file',
  from: ['draft'],
  to: 'same',
  by: ['system'],
  input: T.Object({ body: T.Unknown(), fromFile: FromFile }),
  refuse: ({ dossier }) => (isUntouched(dossier) ? undefined : refusal('change-touched-since-file')),
  facts: ({ input }) => [{ kind: 'change-moved-on', body: { ...input } }],
})
