import type { Fact } from '#engine/fact.ts'
import { refusal } from '#engine/refusal.ts'
import type { CaseDossier } from '../../model/dossier.ts'
import type { Sealed } from '../../model/step-mark.ts'
import { moved, servedOn, type Serves } from '../../model/fold.ts'
import { markOf } from '../../model/marks.ts'
import { afterLastDay } from '../../model/states.ts'
import type { Chapter } from '../chapter.ts'
import { EXAMINED } from '../special/rules.ts'
import { answerObjection, closePublicity, openPublicity, recordObjection } from './acts.ts'
import { isOpen, openObjections } from './rules.ts'
import { sparePublicity } from './spare.ts'

/** Publicity before a decision (公示): for items whose law wants others to be heard, such as 低保. */
export const publicity: Chapter = {
  name: 'publicity',
  procedures: ['approval'],
  actions: [openPublicity, sparePublicity, recordObjection, answerObjection, closePublicity],
  apply: {
    'publicity-opened': (dossier, fact: Fact<Serves & { paper: string; where: string; text: Sealed }>) => ({
      ...moved(dossier, fact),
      publicity: {
        id: fact.body.paper,
        where: fact.body.where,
        text: fact.body.text,
        by: markOf(fact),
        objections: [],
      },
      ...servedOn(dossier, fact),
    }),
    'publicity-spared': (dossier, fact: Fact<{ when: string; basis: string; text: Sealed }>) => ({
      ...moved(dossier, fact),
      publicitySpared: {
        when: fact.body.when,
        basis: fact.body.basis,
        text: fact.body.text,
        by: markOf(fact),
      },
    }),
    'objection-recorded': (dossier, fact: Fact<{ id: string; text: Sealed }>) => ({
      ...moved(dossier, fact),
      publicity: {
        ...dossier.publicity!,
        objections: [
          ...dossier.publicity!.objections,
          {
            ...{ id: fact.body.id, text: fact.body.text, by: markOf(fact) },
            ...(fact.actor.kind === 'citizen' ? { party: fact.actor.party } : {}),
          },
        ],
      },
    }),
    'publicity-objection-answered': (dossier, fact: Fact<{ upheld: boolean; text: Sealed; id: string }>) => ({
      ...moved(dossier, fact),
      publicity: {
        ...dossier.publicity!,
        objections: dossier.publicity!.objections.map((one) =>
          one.id === fact.body.id
            ? {
                ...one,
                answer: {
                  upheld: fact.body.upheld,
                  text: fact.body.text,
                  by: markOf(fact),
                },
              }
            : one,
        ),
      },
    }),
    'publicity-closed': (dossier, fact: Fact<{ on: string }>) => ({
      ...dossier,
      publicity: { ...dossier.publicity!, closedOn: fact.body.on },
    }),
  },
  // Whoever reads the notice may object, the applicant apart, who is not the public to their own matter.
  rolesOf: (actor, dossier) =>
    actor.kind === 'citizen' && actor.party !== dossier.party && isOpen(dossier) ? ['objector'] : [],
  asked: (dossier) => (openObjections(dossier).length > 0 ? [dossier.decidingBody] : []),
  timers: (dossier, world) =>
    EXAMINED.includes(dossier.state) && isOpen(dossier)
      ? afterLastDay('close-publicity', 'publicity', dossier, world)
      : [],
  bars: (act, { dossier, world }) => {
    if (act !== 'grant' && act !== 'deny') return undefined
    const { publicity: wanted } = world.item.process
    if (isOpen(dossier)) return refusal('publicity-open', { ...(wanted ? { basis: wanted.basis } : {}) })
    if (unanswered(dossier)) return refusal('objection-open')
    // What is refused needs no publicity: nobody else's interest is touched by it.
    const made = dossier.publicity !== undefined || dossier.publicitySpared !== undefined
    return act === 'grant' && wanted !== undefined && !made
      ? refusal('publicity-missing', { basis: wanted.basis })
      : undefined
  },
}

function unanswered({ publicity: open }: CaseDossier): boolean {
  return open?.objections.some(({ answer }) => answer === undefined) ?? false
}
