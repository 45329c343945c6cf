import type { Actor } from '#engine/actor.ts'
import type { Fact } from '#engine/fact.ts'
import type { CaseDossier } from '../../model/dossier.ts'
import type { Sealed } from '../../model/step-mark.ts'
import { moved } from '../../model/fold.ts'
import { markOf } from '../../model/marks.ts'
import type { Chapter } from '../chapter.ts'
import { extend, refuseExtension } from './answer.ts'
import type { Extension, ExtensionCode, Head } from './dossier.ts'
import { proposeExtension } from './propose.ts'
import { asHead } from './queue.ts'

/** Extension of the limit to decide (延长期限, 行政许可法第四十二条). */
export const extension: Chapter = {
  name: 'extension',
  procedures: ['approval', 'on-the-spot'],
  actions: [proposeExtension, extend, refuseExtension],
  apply: {
    'extension-proposed': (
      dossier,
      fact: Fact<{ amount: number; code: ExtensionCode; text: Sealed; head: Head }>,
    ) => ({
      ...moved(dossier, fact),
      extension: {
        ...dossier.extension,
        proposed: {
          amount: fact.body.amount,
          code: fact.body.code,
          text: fact.body.text,
          head: fact.body.head,
          by: markOf(fact),
        },
      },
    }),
    extended: (dossier, fact: Fact<Omit<NonNullable<Extension['granted']>, 'by'>>) => {
      const { amount, code, text, before, after, joint } = fact.body
      const granted = { amount, code, text, before, after, joint, by: markOf(fact) }
      return { ...moved(dossier, fact), extension: { ...withoutProposal(dossier), granted } }
    },
    'extension-refused': (dossier, fact: Fact<{ reason: Sealed }>) => ({
      ...moved(dossier, fact),
      extension: {
        ...withoutProposal(dossier),
        refused: { reason: fact.body.reason, by: markOf(fact) },
      },
    }),
  },
  rolesOf: headOf,
  asked: asHead,
}

function withoutProposal({ extension: before = {} }: CaseDossier): Extension {
  const { proposed: _answered, ...rest } = before
  return rest
}

/** The head of the body that decides, and the head of the government for the whole area. */
function headOf(actor: Actor, { decidingBody, area }: CaseDossier): readonly string[] {
  if (actor.kind !== 'staff') return []
  return actor.roles.filter(
    (role) =>
      (role === 'head' && actor.body === decidingBody) || (role === 'government-head' && actor.area === area),
  )
}
