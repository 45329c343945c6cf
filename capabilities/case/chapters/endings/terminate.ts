import { Type as T } from 'typebox'
import { refusal, type Refusal } from '#engine/refusal.ts'
import { byWindow } from '../../actions/by-window.ts'
import { caseAction, type CaseAct } from '../../actions/case-action.ts'
import { samePerson } from '../../actions/decide.ts'
import { paperOf } from '../../actions/paper-of.ts'
import { citesLaw } from '../../model/cites-law.ts'
import { reasonOwed } from '../../model/visit.ts'
import type { Chapter, Step } from '../chapter.ts'
import { hearing } from '../hearing/chapter.ts'
import { leavesNobody } from '../intent/rules.ts'
import { interested } from '../interested/chapter.ts'
import { joint } from '../joint/chapter.ts'
import { meetings } from '../meetings/chapter.ts'
import { publicity } from '../publicity/chapter.ts'
import { special } from '../special/chapter.ts'
import { TERMINATION_GROUNDS, type TerminationGround } from './dossier.ts'
import { endAll, UNDECIDED } from './give-up.ts'

/**
 * Ending a matter without a decision (终止), because there is nothing left to decide. [K] The licensing law has no article on a
 * pending application; its article 70 ends a licence on the same grounds. It is given in writing by somebody with power, with reasons, a
 * law that says so and the ways to contest it; where somebody is left to hear, they were told and heard before.
 */
export const terminate = caseAction({
  name: 'terminate',
  from: UNDECIDED,
  to: ['terminated'],
  by: ['approver'],
  power: 'decide',
  input: T.Object(
    {
      ground: T.Enum([...TERMINATION_GROUNDS]),
      reason: T.String({ minLength: 10, maxLength: 2000 }),
      basis: T.String({ minLength: 4, maxLength: 500 }),
      /** What proves a death or the end of a firm: nobody is heard on that ground, so it is not taken on anybody's word. */
      document: T.Optional(T.String({ maxLength: 300 })),
    },
    { additionalProperties: false },
  ),
  bars: byWindow.refuses,
  refuse: (act) => samePerson(act) ?? unproved(act),
  facts: ({ dossier, input: { ground, ...said }, grant, now, world }) => [
    {
      kind: 'terminated',
      body: { ground, reason: world.seal(said), grant: grant!.id, ...paperOf(world) },
      clock: endAll(dossier, now),
    },
  ],
})

function unproved({ input, world }: CaseAct<{ ground: string; basis: string; document?: string }>) {
  const { ground, basis, document = '' } = input
  if (!citesLaw(basis, world.item.legalBasis)) return refusal('basis-not-law')
  return leavesNobody(ground) && document.trim().length < 4
    ? refusal('ending-unproved', { facts: { ground }, basis: '参照行政许可法第七十条第二项、第三项' })
    : undefined
}

/**
 * An ending that the applicant does not want is as hard on them as a denial, and waits for the same: everybody who is to be
 * heard, what was begun and has no result, opinions that were asked for, publicity. The dead and the dissolved wait for nothing.
 */
export function asADenial(act: CaseAct<unknown>, step: Step): Refusal | undefined {
  if (leavesNobody((act.input as { ground?: TerminationGround }).ground)) return undefined
  for (const chapter of WAITED_FOR) {
    const refused = chapter.bars?.('deny', act, step) ?? chapter.refuses?.('deny', act, step)
    if (refused !== undefined) return refused
  }
  return reasonOwed(act)
}

const WAITED_FOR: readonly Chapter[] = [special, hearing, interested, joint, meetings, publicity]
