import { Type as T } from 'typebox'
import { legalDay } from '#engine/day.ts'
import { refusal } from '#engine/refusal.ts'
import { barredBy } from '../chapters/endings/barred.ts'
import { REFUSAL_GROUNDS, type RefusalGround } from '../chapters/endings/dossier.ts'
import { citesSupplement, isAboutPapers } from '../model/about-papers.ts'
import { citesLaw } from '../model/cites-law.ts'
import { atOnceClock, deliveryClock, endRunning, ITEM_CLOCKS, licensing } from '../model/limits.ts'
import { reasonOwed } from '../model/visit.ts'
import { isPastNotice } from './accept.ts'
import { byWindow } from './by-window.ts'
import { caseAction, type CaseAct } from './case-action.ts'
import { sealUse } from '../model/powers.ts'
import { paperOf } from './paper-of.ts'
import { sealOf } from './seal.ts'

const Reason = T.String({ minLength: 4, maxLength: 1000 })

const Basis = T.String({ minLength: 4, maxLength: 500 })

const Grounded = {
  /** Left out by whoever does not say: another lawful reason. */
  ground: T.Optional(T.Enum([...REFUSAL_GROUNDS])),
  /** Who decides such a matter (第三十二条第一款第二项). */
  competentBody: T.Optional(T.String({ minLength: 2, maxLength: 100 })),
}
type Grounded = { ground?: RefusalGround; competentBody?: string }
type Said = Grounded & { reason: string; basis?: string }

/** A window proposes not to accept; it has no refusing act (DESIGN promise 4). The five-day clock runs on. */
export const proposeRefusal = caseAction({
  name: 'propose-refusal',
  from: ['received'],
  to: ['refusal-proposed'],
  by: ['window-clerk'],
  input: T.Object({ reason: Reason, basis: T.Optional(Basis), ...Grounded }, { additionalProperties: false }),
  refuse: (act) => mayNot(act) ?? bodyMissing(act.input) ?? groundless(act, act.input),
  facts: ({ input: { reason, basis, ...grounded }, now, world }) => [
    {
      kind: 'refusal-proposed',
      body: {
        reason: world.seal(reason),
        ...(basis === undefined ? {} : { basis: world.seal(basis) }),
        ...grounded,
      },
      clock: atOnceClock(grounded.ground, { day: legalDay(now), at: now, world }),
    },
  ],
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
  facts: ({ dossier, input, now, world }) => [
    {
      kind: 'returned-to-window',
      body: { reason: world.seal(input.reason) },
      clock: endRunning(dossier.clocks, ['at-once'], { day: legalDay(now), at: now }),
    },
  ],
})

/** Refusal to accept (不予受理) by a person with power, in writing, sealed and dated (行政许可法第三十二条第二款). */
export const refuseAcceptance = caseAction({
  name: 'refuse-acceptance',
  from: ['refusal-proposed'],
  to: ['not-accepted'],
  by: ['approver'],
  power: 'decide',
  input: T.Object({ reason: Reason, basis: Basis, ...Grounded }, { additionalProperties: false }),
  bars: byWindow.refuses,
  refuse: (act) => {
    const said = { ...act.input, ...groundOf(act) }
    return ownProposal(act) ?? mayNot(act) ?? bodyMissing(said) ?? groundless(act, said)
  },
  facts: (act) => {
    const { dossier, input, grant, now, world } = act
    const day = legalDay(now)
    return [
      {
        kind: 'acceptance-refused',
        body: {
          reason: world.seal({ reason: input.reason, basis: input.basis }),
          grant: grant!.id,
          ...groundOf(act),
          ...(groundOf(act).ground === 'false-materials' ? barredBy('78', world.item, day) : {}),
          ...sealed(act),
          ...paperOf(world),
        },
        clock: [
          ...endRunning(dossier.clocks, ['notice', 'at-once', ...ITEM_CLOCKS], { day, at: now }),
          deliveryClock('refused', { day, at: now, world }),
        ],
      },
    ]
  },
  reliesOn: (act) => {
    const seal = sealOf({ ...act, input: {} })
    return seal ? [seal] : []
  },
})

/** The seal its paper carries is used with the act (第三十二条第二款: 加盖专用印章). */
function sealed(act: CaseAct<unknown>) {
  const seal = sealOf({ ...act, input: {} })
  return seal && sealUse(seal, act.dossier, 'not-accepted')
}

/** The ground as whoever decides names it, or else as it was proposed. */
function groundOf({ dossier: { proposal }, input }: CaseAct<Grounded>): Grounded & { ground: RefusalGround } {
  const ground = input.ground ?? proposal?.ground ?? 'other'
  const competentBody = input.competentBody ?? proposal?.competentBody
  return { ground, ...(competentBody !== undefined && ground === 'not-competent' ? { competentBody } : {}) }
}

/** Whoever is sent away is told where to go (第三十二条第一款第二项). */
function bodyMissing({ ground, competentBody }: Grounded) {
  return ground === 'not-competent' && competentBody === undefined
    ? refusal('competent-body-missing', { basis: '行政许可法第三十二条第一款第二项' })
    : undefined
}

/**
 * Papers that are missing are asked for, once and all together, and are no reason to send anybody away; whatever the reason
 * is otherwise, it stands in a law. The two grounds of article 32 and lies carry theirs with them until it is decided.
 */
function groundless({ world }: CaseAct<unknown>, { ground = 'other', reason, basis }: Said) {
  const { item } = world
  const asksForPapers = ground !== 'false-materials' && isAboutPapers(reason)
  if (asksForPapers || citesSupplement(basis ?? ''))
    return refusal('refusal-is-supplement', { basis: licensing(item, '第三十二条第一款第四项') })
  const named = basis === undefined ? ground !== 'other' : citesLaw(basis, item.legalBasis)
  return named
    ? undefined
    : refusal('refusal-law-missing', { basis: licensing(item, '第三十二条、第七十二条第七项') })
}

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
