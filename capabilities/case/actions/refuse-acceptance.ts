import { Type as T } from 'typebox'
import { legalDay } from '#engine/day.ts'
import { refusal } from '#engine/refusal.ts'
import { deliveryClock, endRunning, ITEM_CLOCKS, licensing } from '../model/limits.ts'
import { reasonOwed } from '../model/visit.ts'
import { isPastNotice } from './accept.ts'
import { byWindow } from './by-window.ts'
import { caseAction, type CaseAct } from './case-action.ts'
import { paperOf } from './paper-of.ts'

const Reason = T.String({ minLength: 4, maxLength: 1000 })

/** A window proposes not to accept; it has no refusing act (DESIGN promise 4). The five-day clock runs on. */
export const proposeRefusal = caseAction({
  name: 'propose-refusal',
  from: ['received'],
  to: ['refusal-proposed'],
  by: ['window-clerk'],
  input: T.Object({ reason: Reason }, { additionalProperties: false }),
  refuse: mayNot,
  facts: ({ input, world }) => [{ kind: 'refusal-proposed', body: { reason: world.seal(input.reason) } }],
})

export const returnToWindow = caseAction({
  name: 'return-to-window',
  from: ['refusal-proposed'],
  to: ['received'],
  by: ['approver'],
  power: 'decide',
  input: T.Object({ reason: Reason }, { additionalProperties: false }),
  bars: byWindow.decides,
  refuse: reasonOwed,
  facts: ({ input, world }) => [{ kind: 'returned-to-window', body: { reason: world.seal(input.reason) } }],
})

/** Refusal to accept (不予受理) by a person with power, in writing, sealed and dated (行政许可法第三十二条第二款). */
export const refuseAcceptance = caseAction({
  name: 'refuse-acceptance',
  from: ['refusal-proposed'],
  to: ['not-accepted'],
  by: ['approver'],
  power: 'decide',
  input: T.Object(
    { reason: Reason, basis: T.String({ minLength: 4, maxLength: 500 }) },
    { additionalProperties: false },
  ),
  bars: byWindow.refuses,
  refuse: (act) => ownProposal(act) ?? mayNot(act),
  facts: ({ dossier, input, grant, now, world }) => {
    const day = legalDay(now)
    return [
      {
        kind: 'acceptance-refused',
        body: { reason: world.seal(input), grant: grant!.id, ...paperOf(world) },
        clock: [
          ...endRunning(dossier.clocks, ['notice', ...ITEM_CLOCKS], { day, at: now }),
          deliveryClock('refused', { day, at: now, world }),
        ],
      },
    ]
  },
})

/** What a window proposes somebody else decides, whatever other posts the same person holds (SUP-08). */
function ownProposal({ dossier, actor }: CaseAct<unknown>) {
  const own = actor.kind === 'staff' && actor.person === dossier.proposal?.by.person
  return own ? refusal('role-separation', { basis: '窗口无权否决' }) : undefined
}

function mayNot(act: CaseAct<unknown>) {
  return reasonOwed(act) ?? acceptedByTime(act)
}

/** After the five days the law has accepted the case already, whether or not the due job has run; only a reasoned denial is left. */
function acceptedByTime({ dossier, now, world }: CaseAct<unknown>) {
  if (!isPastNotice(dossier, world, legalDay(now))) return undefined
  return refusal('notice-too-late', {
    facts: { receivedOn: dossier.receivedOn },
    basis: licensing(world.item, '第三十二条第一款第四项'),
  })
}
