import { chineseDay } from '#engine/clock/explain.ts'
import { limitSentence } from '#capabilities/catalogue/model.ts'
import type { DetailPart } from '../../contract/detail-part.ts'
import type { About, ChapterPage } from '../page.ts'
import { SPECIAL_NAMES, type SpecialProcedure, type SpecialText } from './dossier.ts'
import { specials, TECHNICAL } from './rules.ts'
import { RESULT_NAMES } from './words.ts'

export const specialPage: ChapterPage = {
  parts: (about) => specials(about.dossier).map((one, index) => part(one, index, about)),
}

function part(one: SpecialProcedure, index: number, { open, post }: About): DetailPart {
  const { kind, told, served, assigned, ended, startedBy } = one
  const text = (open(one.text) ?? {}) as Partial<SpecialText>
  const people = assigned && (open(assigned.people) as string[] | undefined)
  const facts = [
    { label: '为什么需要', text: text.why ?? '' },
    { label: '依据', text: text.law ?? '' },
    { label: '实施单位', text: text.doneBy ?? '' },
    { label: '所需时间', text: limitSentence(told) },
    { label: '需要准备', text: text.preparation ?? '' },
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
    : ['已经超过告知书写明的所需时间。办理期限仍然暂停，请承办机关尽快完成并向申请人说明。']
}
