import { Type as T } from 'typebox'
import { legalDay } from '#engine/day.ts'
import { byWindow } from '../../actions/by-window.ts'
import { caseAction } from '../../actions/case-action.ts'
import { checkClock, endRunning } from '../../model/limits.ts'
import type { CaseDossier } from '../../model/dossier.ts'

const Reason = T.Object(
  { reason: T.String({ minLength: 4, maxLength: 1000 }) },
  { additionalProperties: false },
)

/** The approver is not convinced that the promise was broken: the check is done again before anything is taken back. */
export const returnToCheck = caseAction({
  name: 'return-to-check',
  from: ['check-failed'],
  to: ['under-check'],
  by: ['approver'],
  power: 'decide',
  input: Reason,
  bars: byWindow.decides,
  facts: ({ dossier, input, now, world }) => {
    const moment = { day: legalDay(now), at: now, world }
    return [
      {
        kind: 'returned-to-check',
        body: { reason: world.seal(input.reason) },
        clock: [
          ...endRunning(dossier.clocks, ['revocation', 'statement', 'announcement'], moment),
          ...checkClock(moment).map((entry) =>
            entry.entry === 'start' ? { ...entry, event: '退回重新核查' } : entry,
          ),
        ],
      },
    ]
  },
})

/** Credit repaired (信用修复): an earlier promise that was not kept no longer bars the applicant from promising. */
export const restoreCredit = caseAction({
  name: 'restore-credit',
  from: ['revoked', 'lapsed'],
  to: 'same',
  by: ['approver'],
  power: 'decide',
  input: Reason,
  offered: (dossier) => isHeldAgainst(dossier),
  bars: byWindow.decides,
  facts: ({ input, world }) => [{ kind: 'credit-restored', body: { reason: world.seal(input.reason) } }],
})

function isHeldAgainst({ state, gaps, creditRestored }: CaseDossier): boolean {
  return creditRestored === undefined && (state === 'revoked' || gaps?.broken === true)
}
