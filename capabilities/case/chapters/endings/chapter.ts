import type { Fact } from '#engine/fact.ts'
import { ended, moved } from '../../model/fold.ts'
import { markOf } from '../../model/marks.ts'
import { final } from '../../model/states.ts'
import type { Chapter } from '../chapter.ts'
import { withoutIntent } from '../intent/rules.ts'
import { returnToCheck, restoreCredit } from './after.ts'
import type { Forwarded, Termination } from './dossier.ts'
import { forward, forwardOnly } from './forward.ts'
import { returnApplication, unsigned } from './give-up.ts'
import { asADenial, terminate } from './terminate.ts'

/** How a matter ends without a decision of this body, each in writing, and what may be undone afterwards. */
export const endings: Chapter = {
  name: 'endings',
  actions: [returnApplication, terminate, returnToCheck],
  refuses: (act, filled, step) =>
    unsigned(act, filled) ?? (act === 'terminate' ? asADenial(filled, step) : undefined),
  states: { returned: final, terminated: final },
  apply: {
    returned: (dossier, fact) => ended(dossier, fact, 'returned'),
    terminated: (dossier, fact: Fact<{ ground: Termination['ground']; reason: string }>) => ({
      ...ended(dossier, fact, 'terminated'),
      termination: {
        ground: fact.body.ground,
        reason: fact.body.reason,
        by: markOf(fact),
      },
    }),
    // What the next check finds is another matter to be heard on.
    'returned-to-check': (dossier, fact) => withoutIntent(moved(dossier, fact, 'under-check')),
  },
}

/** Credit (信用) is lost by a promise that was broken: 容缺 in the general procedure, 告知承诺 in its own. */
export const credit: Chapter = {
  name: 'credit',
  procedures: ['approval', 'commitment'],
  actions: [restoreCredit],
  apply: {
    'credit-restored': (dossier, fact) => ({
      ...moved(dossier, fact),
      creditRestored: { at: fact.at, by: markOf(fact) },
    }),
  },
}

/** Sending up (转报) lies behind a review, which only the general procedure has. */
export const sendingUp: Chapter = {
  name: 'sending-up',
  procedures: ['approval'],
  actions: [forward],
  states: { forwarded: final },
  bars: (act, { world }) => forwardOnly(act, world.item),
  apply: {
    forwarded: (dossier, fact: Fact<Omit<Forwarded, 'by'>>) => ({
      ...ended(dossier, fact, 'forwarded'),
      forwarded: { ...fact.body, by: markOf(fact) },
    }),
  },
}
