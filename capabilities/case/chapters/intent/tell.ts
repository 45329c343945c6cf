import { Type as T } from 'typebox'
import { legalDay, type Instant } from '#engine/day.ts'
import type { NewFact } from '#engine/fact.ts'
import { refusal, type Refusal } from '#engine/refusal.ts'
import { byWindow } from '../../actions/by-window.ts'
import { caseAction, type CaseAct } from '../../actions/case-action.ts'
import { paperOf } from '../../actions/paper-of.ts'
import { citesLaw } from '../../model/cites-law.ts'
import type { CaseDossier } from '../../model/dossier.ts'
import { endRunning } from '../../model/limits.ts'
import type { TerminationGround } from '../endings/dossier.ts'
import { UNDECIDED } from '../endings/give-up.ts'
import type { Meant } from './dossier.ts'
import { answerDays, STATEMENT_CLOCK, TOLD_GROUNDS } from './rules.ts'

const Said = {
  reason: T.String({ minLength: 10, maxLength: 2000 }),
  basis: T.String({ minLength: 4, maxLength: 500 }),
}

/**
 * Before something is taken from somebody, or a matter is ended against their wish, they are told the facts, the reasons and the
 * basis in writing, and have days to state and defend their case (陈述权、申辩权, 行政许可法第七条). Nothing changes by it.
 */
export const tellRevocation = caseAction({
  name: 'tell-revocation',
  from: ['check-failed'],
  to: 'same',
  by: ['reviewer', 'approver'],
  power: 'decide',
  input: T.Object(Said, { additionalProperties: false }),
  bars: mayNotTell,
  refuse: notLaw,
  facts: (act) => told('revoke', act),
})

/** 拟终止: whoever died or was dissolved is told nothing. */
export const tellEnding = caseAction({
  name: 'tell-ending',
  from: UNDECIDED,
  to: 'same',
  by: ['reviewer', 'approver'],
  power: 'decide',
  input: T.Object({ ground: T.Enum([...TOLD_GROUNDS]), ...Said }, { additionalProperties: false }),
  bars: mayNotTell,
  refuse: notLaw,
  facts: (act) => told('terminate', act),
})

type Telling = CaseAct<{ ground?: TerminationGround; reason: string; basis: string }>

function mayNotTell(act: Omit<CaseAct<unknown>, 'input'>): Refusal | undefined {
  return (
    byWindow.refuses(act) ??
    (act.dossier.intent === undefined ? undefined : refusal('intent-running', { basis: '行政许可法第七条' }))
  )
}

function notLaw({ input: { basis }, world }: Telling): Refusal | undefined {
  return citesLaw(basis, world.item.legalBasis) ? undefined : refusal('basis-not-law')
}

function told(how: Meant, { input: { ground, ...said }, world }: Telling): NewFact[] {
  return [
    {
      kind: 'intent-told',
      body: {
        ...{ how, ...(ground === undefined ? {} : { ground }) },
        ...{ text: world.seal(said), within: answerDays(world.parameters) },
        ...paperOf(world),
      },
    },
  ]
}

/** The defence was right, or the ground has gone: the matter goes on. A check that was wrong is done again instead. */
export const dropIntent = caseAction({
  name: 'drop-intent',
  from: UNDECIDED,
  to: 'same',
  by: ['approver'],
  power: 'decide',
  input: T.Object({ reason: T.String({ minLength: 4, maxLength: 1000 }) }, { additionalProperties: false }),
  offered: ({ intent }) => intent !== undefined,
  bars: byWindow.decides,
  facts: ({ dossier, input, now, world }) => [
    {
      kind: 'intent-dropped',
      body: { reason: world.seal(input.reason) },
      clock: endIntent(dossier, now),
    },
  ],
})

/** What ran against the party because of it. */
export function endIntent({ clocks }: Pick<CaseDossier, 'clocks'>, now: Instant) {
  return endRunning(clocks, [STATEMENT_CLOCK, 'announcement'], { day: legalDay(now), at: now })
}
