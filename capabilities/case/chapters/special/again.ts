import { Type as T } from 'typebox'
import { refusal, type Refusal } from '#engine/refusal.ts'
import { byWindow } from '../../actions/by-window.ts'
import { caseAction, type CaseAct } from '../../actions/case-action.ts'
import type { CaseDossier } from '../../model/dossier.ts'
import { licensing } from '../../model/limits.ts'
import { headQueue } from '../extension/queue.ts'
import { SPECIAL_KINDS, SPECIAL_NAMES, type SpecialAgain, type SpecialKind } from './dossier.ts'
import { EXAMINED, hasRun, running } from './rules.ts'

/**
 * Each kind stops the limits once in a case: article 45 leaves out the time a decision needs, and a second round of the same is
 * needed only for a fact that is new. [K] The law names nobody who judges that; the head of the body does, as for an extension.
 */
export const askSpecialAgain = caseAction({
  name: 'ask-special-again',
  from: EXAMINED,
  to: 'same',
  by: ['reviewer', 'approver'],
  input: T.Object(
    { kind: T.Enum([...SPECIAL_KINDS]), fact: T.String({ minLength: 10, maxLength: 500 }) },
    { additionalProperties: false },
  ),
  offered: (dossier) => repeatable(dossier).length > 0 && openAgain(dossier) === undefined,
  bars: byWindow.decides,
  refuse: ({ dossier, input }) =>
    repeatable(dossier).includes(input.kind)
      ? undefined
      : refusal('special-again-not-needed', { facts: { procedure: SPECIAL_NAMES[input.kind] } }),
  facts: ({ input, world }) => [
    {
      kind: 'special-again-asked',
      body: { id: world.newId(), kind: input.kind, fact: world.seal(input.fact) },
    },
  ],
})

export const answerSpecialAgain = caseAction({
  name: 'answer-special-again',
  from: EXAMINED,
  to: 'same',
  by: ['head'],
  input: T.Object(
    { approved: T.Boolean(), reason: T.String({ minLength: 4, maxLength: 500 }) },
    { additionalProperties: false },
  ),
  offered: (dossier) => openAgain(dossier) !== undefined,
  bars: (act) => ownQuestion(act) ?? byWindow.decides(act),
  facts: ({ dossier, input: { approved, reason }, world }) => [
    {
      kind: 'special-again-answered',
      body: { id: openAgain(dossier)!.id, approved, reason: world.seal(reason) },
    },
  ],
})

/** Nobody approves what they asked for. */
function ownQuestion({ dossier, actor }: Omit<CaseAct<unknown>, 'input'>): Refusal | undefined {
  const own = actor.kind === 'staff' && actor.person === openAgain(dossier)?.by.person
  return own ? refusal('role-separation') : undefined
}

/** A kind that has run once begins again only with the head's word, which is good for one more time. */
export function repeated(
  dossier: CaseDossier,
  kind: SpecialKind,
  item: Parameters<typeof licensing>[0],
): Refusal | undefined {
  if (!hasRun(dossier, kind) || allowedAgain(dossier, kind)) return undefined
  return refusal('special-once', {
    facts: { procedure: SPECIAL_NAMES[kind] },
    basis: licensing(item, '第四十五条'),
  })
}

const asked = ({ specialAgain = [] }: Pick<CaseDossier, 'specialAgain'>): readonly SpecialAgain[] =>
  specialAgain

export const openAgain = (dossier: Pick<CaseDossier, 'specialAgain'>): SpecialAgain | undefined =>
  asked(dossier).find(({ answer }) => answer === undefined)

export const allowedAgain = (dossier: CaseDossier, kind: SpecialKind): SpecialAgain | undefined =>
  asked(dossier).find((one) => one.kind === kind && one.answer?.approved === true && one.used !== true)

/** Kinds that have run, do not run now and were not allowed again yet. */
export const repeatable = (dossier: CaseDossier): SpecialKind[] =>
  SPECIAL_KINDS.filter(
    (kind) =>
      hasRun(dossier, kind) &&
      !running(dossier).some((one) => one.kind === kind) &&
      allowedAgain(dossier, kind) === undefined,
  )

/** The question waits for the head of the body that decides. */
export const againQueue = (dossier: Pick<CaseDossier, 'specialAgain' | 'decidingBody'>): string[] =>
  openAgain(dossier) === undefined ? [] : [headQueue(dossier.decidingBody)]
