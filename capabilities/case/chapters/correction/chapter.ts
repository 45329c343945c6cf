import type { Fact } from '#engine/fact.ts'
import type { Sealed } from '../../model/step-mark.ts'
import { moved } from '../../model/fold.ts'
import { markOf } from '../../model/marks.ts'
import type { Chapter } from '../chapter.ts'
import { correctForm } from './correct.ts'
import type { Correction } from './dossier.ts'

/** Mistakes of the form mended on the spot (当场更正, 行政许可法第三十二条第一款第三项). */
export const correction: Chapter = {
  name: 'correction',
  actions: [correctForm],
  apply: {
    'form-corrected': (
      dossier,
      fact: Fact<Pick<Correction, 'text' | 'how'> & { form: Sealed; applicant?: Sealed }>,
    ) => {
      const { text, how, form, applicant } = fact.body
      return {
        ...moved(dossier, fact),
        form,
        ...(applicant === undefined ? {} : { applicant }),
        corrections: [...(dossier.corrections ?? []), { text, how, by: markOf(fact) }],
      }
    },
  },
}
