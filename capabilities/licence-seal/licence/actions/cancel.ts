import { Type as T } from 'typebox'
import { legalDay } from '#engine/day.ts'
import { refusal, type Refusal } from '#engine/refusal.ts'
import { CANCEL_GROUNDS, HEARD_CANCEL_GROUNDS, type CancelGround, type LicenceState } from '../../contract.ts'
import type { LicenceDossier } from '../dossier.ts'
import { cancellationClock, endRunning } from '../limits.ts'
import { decided, sameHand } from './end.ts'
import { notHeard } from './intend.ts'
import { byWindow, licenceAction, sealMissing, sealOf, type LicenceAct } from './licence-action.ts'

/**
 * 注销 (第七十条): the register is closed on one of six grounds; on whose own wish is an application and comes through a case. It is the
 * formal end of what is over already. Where somebody has to judge that it is over, the holder is told and heard first.
 */
export const cancel = licenceAction({
  name: 'cancel',
  from: ['valid', 'expired', 'revoked', 'withdrawn', 'forfeited'],
  to: ['ending'],
  by: ['approver'],
  power: 'decide',
  input: T.Object(
    {
      ground: T.Enum([...CANCEL_GROUNDS]),
      conclusion: T.String({ minLength: 10, maxLength: 2000 }),
      /** What proves a death or the end of a firm; the law or regulation of the sixth ground. */
      document: T.Optional(T.String({ minLength: 4, maxLength: 300 })),
    },
    { additionalProperties: false },
  ),
  bars: (act) => byWindow(act) ?? otherwiseMeant(act.dossier) ?? sameHand(act),
  refuse: (act) => groundRefused(act.dossier, act.input) ?? unheardGround(act) ?? sealMissing(act),
  facts: (act) => decided('cancelled', act.input.ground, act.input, act),
  reliesOn: (act) => [sealOf(act)!],
})

/** In which states a ground of article 70 can be true, of which holders, and whether a document proves it. */
interface Ground {
  states: readonly LicenceState[]
  person?: boolean
  document?: boolean
}
const CANCELLABLE: Readonly<Record<CancelGround, Ground>> = {
  'not-renewed': { states: ['expired'] },
  'person-gone': { states: ['valid', 'expired'], person: true, document: true },
  'organisation-ended': { states: ['valid', 'expired'], person: false, document: true },
  // What took it away stands on the register as an act of its own.
  'taken-away': { states: ['revoked', 'withdrawn', 'forfeited'] },
  'force-majeure': { states: ['valid', 'expired'] },
  'other-law': { states: ['valid', 'expired'], document: true },
}

/** 《出版管理条例》第三十七条: a name alone is no basis. */
const NAMES_ARTICLE = /第[〇零一二三四五六七八九十百千\d]+条/u

function groundRefused(
  { state, person, application }: LicenceDossier,
  { ground, document }: { ground: CancelGround; document?: string },
): Refusal | undefined {
  const basis = '行政许可法第七十条'
  const { states, person: whose = person, document: proved } = CANCELLABLE[ground]
  if (!states.some((each) => each === state) || whose !== person)
    return refusal('cancel-ground-other', { facts: { ground, state }, basis })
  if (ground === 'not-renewed' && application?.kind === 'renew')
    return refusal('application-running', { facts: { case: application.case }, basis: '行政许可法第五十条' })
  const unproved = document === undefined || (ground === 'other-law' && !NAMES_ARTICLE.test(document))
  return proved && unproved ? refusal('cancel-document-missing', { facts: { ground }, basis }) : undefined
}

/**
 * One thing at a time: what the holder was told decides what may follow. The holder alone may still give the licence up, for
 * nobody is kept in a right; that is an application and comes through a case.
 */
function otherwiseMeant({ intent }: LicenceDossier): Refusal | undefined {
  return intent !== undefined && intent.how !== 'cancelled'
    ? refusal('intent-running', { basis: '行政许可法第七条' })
    : undefined
}

function unheardGround(act: LicenceAct<{ ground: CancelGround }>): Refusal | undefined {
  const { intent } = act.dossier
  const { ground } = act.input
  if (intent !== undefined)
    return intent.ground === ground ? notHeard(act) : refusal('intent-running', { basis: '行政许可法第七条' })
  return HEARD_CANCEL_GROUNDS.some((each) => each === ground)
    ? refusal('cancel-not-told', { facts: { ground }, basis: '行政许可法第七条' })
    : undefined
}

/** 吊销 is decided in a penalty's own procedure (行政处罚法), by whoever holds that power; the register follows it. */
export const recordForfeiture = licenceAction({
  name: 'record-forfeiture',
  from: ['valid', 'expired'],
  to: ['forfeited'],
  by: ['approver'],
  power: 'decide',
  input: T.Object(
    {
      organ: T.String({ minLength: 2, maxLength: 100 }),
      document: T.String({ minLength: 4, maxLength: 100 }),
      /** The day the decision was served, and so took effect. */
      on: T.String({ format: 'date' }),
      note: T.Optional(T.String({ maxLength: 1000 })),
    },
    { additionalProperties: false },
  ),
  bars: byWindow,
  refuse: ({ dossier: { grantedOn }, input: { on }, now }) =>
    on > legalDay(now) || on < grantedOn
      ? refusal('forfeiture-not-in-force', { facts: { day: on }, basis: '行政许可法第七十条第四项' })
      : undefined,
  facts: ({ dossier, input: { on, ...said }, now, world }) => [
    {
      kind: 'licence-forfeited',
      body: { on, text: world.seal(said) },
      clock: [
        ...endRunning(dossier.clocks, ['statement', 'announcement', 'cancellation'], now),
        cancellationClock('登记吊销', { at: now, world }),
      ],
    },
  ],
})
