import { limitSentence } from '#capabilities/catalogue/model.ts'
import type { SpecialProcedureData } from '../../documents/paper-data.ts'
import type { PaperSource } from '../../papers/paper-source.ts'
import type { ChapterPapers } from '../papers.ts'
import { sentence } from './sentence.ts'
import { SPECIAL_NAMES, type SpecialProcedure, type SpecialText } from './dossier.ts'

export const specialPapers: ChapterPapers = {
  papers: {
    'special-procedure': {
      fact: 'special-started',
      seal: 'acceptance',
      exists: ({ special }) => special !== undefined,
      compose: notice,
    },
  },
  numbered: { 'start-special': '特别程序' },
}

/** 应当将所需时间书面告知申请人 (第四十五条): how long is told; from which day follows from the service of this paper. */
function notice({ fact, dossier, open }: PaperSource) {
  const { kind, told, text, basis } = fact.body as unknown as SpecialProcedure & {
    text: string
    basis?: string
  }
  const { why, doneBy, preparation, law = basis } = open<SpecialText>(text)
  return {
    kind: 'special-procedure',
    filedOn: dossier.firstReceivedOn,
    acceptedOn: dossier.acceptance!.on,
    procedure: SPECIAL_NAMES[kind],
    reason: sentence(why),
    ...(preparation ? { preparation: `请您准备：${sentence(preparation)}` } : {}),
    needs: limitSentence(told),
    by: doneBy,
    ...(law === undefined ? {} : { basis: [{ law }] }),
  } satisfies Partial<SpecialProcedureData>
}
