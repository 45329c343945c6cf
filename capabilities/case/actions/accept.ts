import { Type as T } from 'typebox'
import { due } from '#engine/clock/clock.ts'
import { legalDay } from '#engine/day.ts'
import { refusal } from '#engine/refusal.ts'
import { ChecklistLine } from '../contract.ts'
import type { CaseDossier } from '../model/dossier.ts'
import { acceptanceClocks, end, endRunning, licensing } from '../model/limits.ts'
import { checklistBody, openLines, unjudged, unknownMaterials } from '../model/materials.ts'
import type { CaseWorld } from '../model/world.ts'
import { reasonOwed } from '../model/visit.ts'
import { caseAction } from './case-action.ts'
import { paperOf } from './paper-of.ts'

const ART_32 = '第三十二条'

/** Acceptance (受理): every line of the checklist has a verdict and nothing required is missing. */
export const accept = caseAction({
  name: 'accept',
  from: ['received'],
  to: ['accepted'],
  by: ['window-clerk'],
  power: 'accept',
  input: T.Object(
    {
      checklist: T.Array(ChecklistLine, { maxItems: 60 }),
      remark: T.Optional(T.String({ maxLength: 300 })),
    },
    { additionalProperties: false },
  ),
  refuse: ({ dossier, input, now, world }) => {
    const owed = reasonOwed({ dossier, now })
    if (owed) return owed
    const unknown = unknownMaterials(
      world.item,
      input.checklist.map((line) => line.material),
    )
    if (unknown.length > 0) return refusal('material-unknown', { facts: { materials: unknown } })
    const open = unjudged(world.item, input.checklist)
    if (open.length > 0) return refusal('checklist-incomplete', { facts: { materials: open } })
    const missing = openLines(world.item, input.checklist)
    if (missing.length > 0)
      return refusal('materials-missing', {
        facts: { materials: missing },
        basis: licensing(world.item, ART_32),
      })
    return undefined
  },
  facts: ({ dossier, input, now, world }) => {
    const day = legalDay(now)
    // Past the five days without a notice the case counts as accepted from the day of receipt, whoever presses first.
    const deemed = isPastNotice(dossier, world, day)
    const accepted = deemed ? receiptOf(dossier) : { day, at: now }
    return [
      {
        kind: 'accepted',
        body: {
          on: accepted.day,
          deemed,
          ...paperOf(world),
          checklist: checklistBody(input.checklist, world.seal),
          ...(input.remark ? { remark: world.seal(input.remark) } : {}),
        },
        clock: [
          end('notice', { day, at: now }),
          ...acceptanceClocks({ ...accepted, world }, deemed ? '视为受理' : '受理'),
        ],
      },
    ]
  },
})

/** Deemed acceptance (视为受理): five working days without a notice, dated back to the day of receipt. */
export const deemAccept = caseAction({
  name: 'deem-accept',
  from: ['received', 'refusal-proposed'],
  to: ['accepted'],
  by: ['system'],
  input: T.Object({}, { additionalProperties: false }),
  refuse: ({ dossier, now, world }) =>
    isPastNotice(dossier, world, legalDay(now))
      ? undefined
      : refusal('not-overdue', { basis: licensing(world.item, ART_32) }),
  facts: ({ dossier, now, world }) => {
    const receipt = receiptOf(dossier)
    return [
      {
        kind: 'accepted',
        body: { on: receipt.day, deemed: true, ...paperOf(world) },
        clock: [
          ...endRunning(dossier.clocks, ['notice', 'at-once'], { day: legalDay(now), at: now }),
          ...acceptanceClocks({ ...receipt, world }, '视为受理'),
        ],
      },
    ]
  },
})

/** The latest complete hand-in: the moment from which the five days run. */
function receiptOf(dossier: CaseDossier) {
  return { day: dossier.receivedOn, at: dossier.clocks['notice']!.start.at }
}

/** Whether the last day on which missing papers could be named has gone by. */
export function isPastNotice(dossier: CaseDossier, world: CaseWorld, day: string): boolean {
  const clock = dossier.clocks['notice']
  const last = clock && due(clock, world.calendar).day
  return last !== undefined && day > last
}
