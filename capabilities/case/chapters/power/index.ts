import type { Fact } from '#engine/fact.ts'
import type { Chapter } from '../chapter.ts'
import type { CaseDossier } from '../../model/dossier.ts'
import { moved } from '../../model/fold.ts'
import { markOf } from '../../model/marks.ts'
import { printAtPlace } from './print.ts'
import { reassign, takeOverDecision } from './reassign.ts'

/** What follows when a power moves: cases go to whoever holds it now, and a decision from afar is printed at the counter. */
export const power: Chapter = {
  name: 'power',
  actions: [printAtPlace, reassign, takeOverDecision],
  apply: {
    'deciding-body-reassigned': (
      dossier,
      fact: Fact<{ to: string; inNameOf?: string; state?: CaseDossier['state'] }>,
    ) => {
      const { to, inNameOf, state } = fact.body
      const {
        inNameOf: _before,
        holder: _claim,
        signers: _asked,
        decision,
        ...rest
      } = moved(dossier, fact, state)
      return {
        ...rest,
        decidingBody: to,
        ...(inNameOf === undefined ? {} : { inNameOf }),
        ...(decision && state === undefined ? { decision } : {}),
      }
    },
    'paper-printed': (dossier, fact: Fact<{ paper: string }>) => ({
      ...dossier,
      printed: [...(dossier.printed ?? []), { paper: fact.body.paper, by: markOf(fact) }],
    }),
  },
}
