import { Type as T } from 'typebox'
import { legalDay } from '#engine/day.ts'
import { refusal, type Refusal } from '#engine/refusal.ts'
import { CANCEL_GROUNDS, HEARD_CANCEL_GROUNDS, type CancelGround, type LicenceState } from '../../contract.ts'
import type { LicenceDossier } from '../dossier.ts'
import type { LicenceWorld } from '../world.ts'
import { cancellationClock, endRunning } from '../limits.ts'
import { decided, sameHand } from './end.ts'
import { outlives } from '../intent.ts'
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
      /** What befell the person whose own the licence was. */
      befell: T.Optional(T.Enum(['death', 'incapacity'])),
      conclusion: T.String({ minLength: 10, maxLength: 2000 }),
      /** What proves a death or the end of a firm; the law or regulation of the sixth ground. */
      document: T.Optional(T.String({ minLength: 4, maxLength: 300 })),
    },
    { additionalProperties: false },
  ),
  bars: (act) => byWindow(act) ?? otherwiseMeant(act.dossier) ?? sameHand(act),
  refuse: (act) =>
    groundRefused(act) ?? notPersonal(act) ?? documentMissing(act) ?? unheardGround(act) ?? sealMissing(act),
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

/** Grounds that can be true of this licence at all; a form offers no others. */
export function possibleGrounds(
  { state, person }: LicenceDossier,
  { personal }: Pick<LicenceWorld, 'personal'>,
): CancelGround[] {
  return CANCEL_GROUNDS.filter((ground) => {
    const { states, person: whose = person } = CANCELLABLE[ground]
    const personalEnough = ground !== 'person-gone' || personal !== undefined
    return states.some((each) => each === state) && whose === person && personalEnough
  })
}

type Cancelling = LicenceAct<{ ground: CancelGround; befell?: 'death' | 'incapacity'; document?: string }>

const BASIS = '行政许可法第七十条'

function groundRefused({ dossier: { state, person, application }, input: { ground } }: Cancelling) {
  const { states, person: whose = person } = CANCELLABLE[ground]
  if (!states.some((each) => each === state) || whose !== person)
    return refusal('cancel-ground-other', { facts: { ground, state }, basis: BASIS })
  return ground === 'not-renewed' && application?.kind === 'renew'
    ? refusal('application-running', { facts: { case: application.case }, basis: '行政许可法第五十条' })
    : undefined
}

/**
 * The second ground is for what gives a citizen a qualification of their own (赋予公民特定资格). A permit to fell trees or to build does not die
 * with its holder; it runs out, or ends as a law of its own says. A card that its rule ends with death does not end with incapacity.
 */
function notPersonal({ input: { ground, befell }, world: { personal } }: Cancelling): Refusal | undefined {
  if (ground !== 'person-gone') return undefined
  if (personal === undefined)
    return refusal('cancel-not-personal', { facts: { ground }, basis: `${BASIS}第二项` })
  if (befell === undefined) return refusal('cancel-document-missing', { facts: { ground }, basis: BASIS })
  return befell === 'incapacity' && personal.endsWith === 'death'
    ? refusal('cancel-not-personal', { facts: { ground, befell }, basis: personal.basis })
    : undefined
}

/** 《出版管理条例》第三十七条: a name alone is no basis. */
function documentMissing({ input: { ground, document }, world }: Cancelling): Refusal | undefined {
  if (!CANCELLABLE[ground].document) return undefined
  const proved = document !== undefined && (ground !== 'other-law' || world.citesLaw(document))
  return proved ? undefined : refusal('cancel-document-missing', { facts: { ground }, basis: BASIS })
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

const ENDED = ['cancellation', 'delivery']

/** 吊销 is decided in a penalty's own procedure (行政处罚法), by whoever holds that power; the register follows it, whatever else is meant. */
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
        ...endRunning(
          dossier.clocks,
          outlives(dossier) ? ENDED : [...ENDED, 'statement', 'announcement'],
          now,
        ),
        cancellationClock('登记吊销', { at: now, world }),
      ],
    },
  ],
})
