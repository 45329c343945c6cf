import type { SplitFlaw, SplitFlawCode } from '../model/split.ts'

export const splitFlawWords: Readonly<Record<SplitFlawCode, { what: string; remedy: string }>> = {
  'standard-unknown': {
    what: '写的拆分标准没有，或者与别的情形不是同一版',
    remedy: '各情形写同一版现行的拆分标准',
  },
  'number-twice': { what: '序号与别的情形相同', remedy: '每个情形用不同的两位序号' },
  'unknown-question': { what: '用来区分的问题不在表单里', remedy: '核对问题的字段名' },
  'question-not-asked-of-all': {
    what: '用来区分的问题不是人人必答',
    remedy: '换一个人人必答的问题，或者把它改成必答',
  },
  'unknown-answer': { what: '写的答案不在选项里', remedy: '核对选项的值' },
  'kind-of-question': { what: '用来区分的问题不是标准允许的题型', remedy: '用单选题或者是非题区分' },
  'too-many-questions': { what: '用来区分的问题太多', remedy: '合并问题，不超过标准规定的个数' },
  'too-few': { what: '情形太少', remedy: '补足情形；不需要拆分的，删去全部情形' },
  'too-many': { what: '情形太多', remedy: '合并材料、时限、收费相同的情形' },
  overlap: { what: '有人同时属于两个情形', remedy: '改写条件，让每种回答只属于一个情形' },
  gap: { what: '有人不属于任何情形', remedy: '补一个情形，或者放宽条件' },
  'no-difference': { what: '材料、时限、收费都与另一个情形相同', remedy: '合并这两个情形' },
  longer: { what: '承诺时限比事项的长', remedy: '改成不长于事项的承诺时限' },
  'unknown-paper': { what: '材料不在事项的材料清单里', remedy: '用材料清单里的编号' },
  'form-missing': { what: '漏了申请表', remedy: '在材料里补上申请表的编号' },
  'paper-nowhere': { what: '有的材料哪个情形都不要', remedy: '写进要它的情形，或者从材料清单里删去' },
  'steps-differ': {
    what: '环节时限之和不等于这个情形的承诺时限',
    remedy: '调整环节时限，让它们加起来等于承诺时限',
  },
}

/** 情形02：…（…）. */
export function splitFlawSentence({ code, no, facts = [] }: SplitFlaw): string {
  const where = no === undefined ? '情形拆分' : `情形${no}`
  return `${where}${splitFlawWords[code].what}${facts.length > 0 ? `（${facts.join('、')}）` : ''}`
}
