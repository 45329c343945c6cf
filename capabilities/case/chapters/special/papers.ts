import { chineseDay } from '#engine/clock/explain.ts'
import { limitSentence } from '#capabilities/catalogue/model.ts'
import type { SpecialProcedureData } from '../../documents/paper-data.ts'
import { licensing } from '../../model/limits.ts'
import type { PaperSource } from '../../papers/paper-source.ts'
import type { ChapterPapers } from '../chapter-paper.ts'
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
    'special-extension': {
      fact: 'special-extended',
      title: '特别程序延长告知书',
      seal: 'acceptance',
      exists: ({ special = [] }) => special.some(({ extension }) => extension !== undefined),
      compose: longer,
    },
  },
  numbered: { 'start-special': '特别程序', 'extend-special': '特别程序延长' },
}

type Started = Pick<SpecialProcedure, 'kind' | 'told' | 'text'> & { basis?: string }

/** 应当将所需时间书面告知申请人 (第四十五条): how long is told; from which day follows from the service of this paper. */
function notice({ fact, dossier, open }: PaperSource<Started>) {
  const { kind, told, text, basis } = fact.body
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

type Longer = Pick<SpecialProcedure, 'id' | 'kind' | 'told'> & { why: string }

/** It needs longer than was told, by so much and for this reason; once (第四十五条). */
function longer({ fact, dossier, item, open }: PaperSource<Longer>) {
  const { id, kind, told, why } = fact.body
  const first = dossier.special!.find((one) => one.id === id)!
  return {
    kind: 'notice' as const,
    paragraphs: [
      `您于${chineseDay(dossier.firstReceivedOn)}提出的“${item.name}”申请正在进行${SPECIAL_NAMES[kind]}，本机关告知过所需时间${limitSentence(first.told)}。${sentence(open<string>(why))}`,
      `现告知您：所需时间延长${limitSentence(told)}，延长的时间不计算在办理期限内。超过这一时间还没有结束的，办理期限自届满次日起继续计算。`,
    ],
    grounds: [licensing(item, '第四十五条')],
  }
}
