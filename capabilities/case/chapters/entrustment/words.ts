import { chineseDay } from '#engine/clock/explain.ts'
import type { ChapterWords } from '../chapter-words.ts'

const lastDay = (facts: Readonly<Record<string, unknown>>) => chineseDay(String(facts['to']))

export const entrustmentWords: ChapterWords = {
  refusals: {
    'agreement-centre-acts': (facts) =>
      `这一步按委托协议由政务服务中心窗口办理（协议到${lastDay(facts)}）。请等中心办理，需要收回的先终止协议。`,
    'agreement-department-acts': (facts) =>
      `委托协议${String(facts['agreement'])}没有委托中心办这一步，或者已在${lastDay(facts)}到期。请转告申请人，由委托单位办理。`,
  },
  told: {},
}
