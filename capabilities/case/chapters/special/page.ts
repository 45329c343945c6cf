import { chineseDay } from '#engine/clock/explain.ts'
import { limitSentence } from '#capabilities/catalogue/model.ts'
import type { DetailPart } from '../../contract/detail-part.ts'
import type { About, ChapterPage } from '../chapter-page.ts'
import { SPECIAL_NAMES, type SpecialAgain, type SpecialProcedure, type SpecialText } from './dossier.ts'
import { specials, TECHNICAL } from './rules.ts'
import { RESULT_NAMES } from './words.ts'

export const specialPage: ChapterPage = {
  parts: (about) => [
    ...specials(about.dossier).map((one, index) => part(one, index, about)),
    ...(about.dossier.specialAgain ?? []).map((one, index) => againPart(one, index, about)),
  ],
}

function part(one: SpecialProcedure, index: number, { open, post }: About): DetailPart {
  const { kind, told, served, assigned, ended, startedBy, extension } = one
  const text = (open(one.text) ?? {}) as Partial<SpecialText>
  const people = assigned && (open(assigned.people) as string[] | undefined)
  const facts = [
    { label: '为什么需要', text: text.why ?? '' },
    { label: '依据', text: text.law ?? '' },
    { label: '实施单位', text: text.doneBy ?? '' },
    { label: '所需时间', text: limitSentence(told) },
    { label: '需要准备', text: text.preparation ?? '' },
    { label: '延长的时间', text: extension ? limitSentence(extension.told) : '' },
    { label: '延长的理由', text: String(open(extension?.why) ?? '') },
    { label: '延长告知书送达', text: extension ? longerServed(one) : '' },
    { label: '启动', text: `${chineseDay(startedBy.day)}，${post(startedBy.post)}` },
    { label: '告知书送达', text: served ? chineseDay(served.on) : '还没有送达，办理期限照常计算' },
    ...(TECHNICAL.includes(kind) ? [{ label: '指派人员', text: people?.join('、') ?? '还没有指派' }] : []),
    { label: '结果', text: ended ? `${chineseDay(ended.on)}，${RESULT_NAMES[ended.result]}` : '' },
    { label: '结论', text: String(open(ended?.text) ?? '') },
    { label: '技术标准', text: String(open(ended?.standard) ?? '') },
  ]
  return {
    key: `special-${index + 1}`,
    title: `特别程序：${SPECIAL_NAMES[kind]}`,
    tag: tag(one),
    lines: lines(one),
    facts: facts.filter(({ text: said }) => said !== ''),
  }
}

function tag({ served, overToldSince, ended }: SpecialProcedure): NonNullable<DetailPart['tag']> {
  if (ended !== undefined) return { text: '已结束', tone: ended.result === 'not-met' ? 'bad' : 'good' }
  if (overToldSince !== undefined) return { text: '超过告知的时间', tone: 'warn' }
  return served === undefined ? { text: '待送达告知书', tone: 'warn' } : { text: '进行中', tone: 'blue' }
}

function lines({ served, overToldSince, ended }: SpecialProcedure): string[] {
  if (ended !== undefined) return []
  if (served === undefined) return ['告知书送达以后，办理期限才暂停计算。']
  return overToldSince === undefined
    ? ['所需时间不计入办理期限，结束后自次日起继续计算。']
    : ['已经超过书面告知的所需时间，办理期限自告知的最后一天次日起继续计算。请承办机关尽快完成。']
}

const longerServed = ({ extension, overToldSince }: SpecialProcedure): string =>
  extension?.served !== undefined
    ? chineseDay(extension.served.on)
    : overToldSince === undefined
      ? '还没有送达，时间没有延长'
      : '没有在告知的时间内送达，时间没有延长'

/** The office asks its head whether the same may be done once more; the applicant reads what came of it. */
function againPart(one: SpecialAgain, index: number, { open, post }: About): DetailPart {
  const { kind, fact, by, answer } = one
  return {
    key: `special-again-${index + 1}`,
    title: `再次进行${SPECIAL_NAMES[kind]}`,
    tag:
      answer === undefined
        ? { text: '待负责人批准', tone: 'warn' }
        : answer.approved
          ? { text: '已批准', tone: 'good' }
          : { text: '不批准', tone: 'plain' },
    lines: answer === undefined ? ['同一程序只进行一次；确有新情况的，要由本机关负责人批准。'] : [],
    facts: [
      { label: '新的情况', text: String(open(fact) ?? '') },
      { label: '提请', text: `${chineseDay(by.day)}，${post(by.post)}` },
      {
        label: '答复',
        text: answer
          ? `${chineseDay(answer.by.day)}，${post(answer.by.post)}：${String(open(answer.reason) ?? '')}`
          : '',
      },
    ].filter(({ text }) => text !== ''),
  }
}
