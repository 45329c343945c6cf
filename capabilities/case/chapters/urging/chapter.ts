import { legalDay } from '#engine/day.ts'
import type { Fact } from '#engine/fact.ts'
import type { CaseDossier } from '../../model/dossier.ts'
import type { Sealed } from '../../model/step-mark.ts'
import { markOf } from '../../model/marks.ts'
import type { Chapter } from '../chapter.ts'
import { urgesOpen } from '../owed.ts'
import { STEP, urgedNames, type Urge } from './dossier.ts'
import { isUrged } from './targets.ts'
import { answerUrge, nobodyToUrge, notUrged, urge, urgedFact } from './urge.ts'

/** Roles whose holders may urge; at which desk is for `mayUrge` to say. */
const URGERS = ['supervisor', 'head', 'director']

/** Urging whoever has to act on a case that is near or past its limit (催办). */
export const urging: Chapter = {
  name: 'urging',
  actions: [urge, answerUrge],
  rolesOf: (actor, dossier) => {
    if (actor.kind !== 'staff' || actor.area !== dossier.area || dossier.version === 0) return []
    return [
      ...(URGERS.some((role) => actor.roles.includes(role)) ? ['urger'] : []),
      ...(urgesOpen(dossier).some(({ who }) => isUrged(actor, who)) ? ['urged'] : []),
    ]
  },
  asked: (dossier) => urgesOpen(dossier).flatMap(({ who }) => urgedNames(who)),
  bars: (act, asking, step) => (act === 'urge' ? nobodyToUrge(asking, step) : undefined),
  refuses: (act, filled, step) => (act === 'urge' ? notUrged(filled, step) : undefined),
  precedes: (act, filled, step) => {
    if (act === 'urge') return [urgedFact(filled, step)]
    // Whoever takes the step has answered by doing it; where the case goes on otherwise the urge is over.
    const ids = step.moves ? urgesOpen(filled.dossier).flatMap(({ id, to }) => (to === STEP ? [id] : [])) : []
    return ids.length === 0 ? [] : [{ kind: 'urge-ended', body: { ids, met: filled.actor.kind === 'staff' } }]
  },
  apply: {
    // Nobody's step was taken: what others are about to do is as lawful as before.
    urged: (dossier, fact: Fact<Omit<Urge, 'by'>>) => ({
      ...dossier,
      urges: [...(dossier.urges ?? []), { ...fact.body, by: markOf(fact) }],
    }),
    'urge-answered': (dossier, fact: Fact<{ ids: string[]; text: Sealed }>) =>
      changed(dossier, fact, { answer: { text: fact.body.text, by: markOf(fact) } }),
    'urge-ended': (dossier, fact: Fact<{ ids: string[]; met: boolean }>) =>
      changed(dossier, fact, { ended: { met: fact.body.met, on: legalDay(fact.at) } }),
  },
}

function changed(dossier: CaseDossier, { body }: Fact<{ ids: string[] }>, more: Partial<Urge>): CaseDossier {
  const { ids } = body
  return {
    ...dossier,
    urges: (dossier.urges ?? []).map((one) => (ids.includes(one.id) ? { ...one, ...more } : one)),
  }
}
