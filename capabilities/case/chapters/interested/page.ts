import { chineseDay } from '#engine/clock/explain.ts'
import { maskNamePublic } from '#platform/crypto/mask.ts'
import type { DetailPart } from '../../contract/detail-part.ts'
import { lastDayOf } from '../../model/served.ts'
import type { About, ChapterPage } from '../page.ts'
import type { Interested, InterestedText } from './dossier.ts'
import { clockOf, concerned } from './rules.ts'

/** Who was told and what they said. The applicant reads how many and how far; whoever speaks up is not exposed to them. */
export const interestedPage: ChapterPage = {
  parts(about): DetailPart[] {
    const { dossier, own } = about
    const all = concerned(dossier)
    if (all.length === 0) return []
    const open = all.filter(({ answer }) => answer === undefined)
    return [
      {
        key: 'interested',
        title: '利害关系人',
        tag: open.length > 0 ? { text: '听取意见中', tone: 'blue' } : { text: '已听取意见', tone: 'good' },
        lines: [
          open.length > 0
            ? `已告知${all.length}人，其中${open.length}人还没有答复；听取意见以后再作决定。`
            : `已告知${all.length}人并听取意见。`,
        ],
        facts: all.map((one) => ({
          label: own ? maskedName(about, one) : (textOf(about, one).name ?? ''),
          text: own ? standing(about, one) : forTheOffice(about, one),
        })),
      },
    ]
  },
}

const textOf = ({ open }: About, { text }: Interested) => (open(text) ?? {}) as Partial<InterestedText>

function maskedName(about: About, one: Interested): string {
  const { name } = textOf(about, one)
  return name === undefined ? '' : maskNamePublic(name)
}

function forTheOffice(about: About, one: Interested): string {
  const { open } = about
  const { phone, address, interest } = textOf(about, one)
  const said = open(one.answer?.text)
  const weighed = open(one.weighed?.text)
  const lines = [
    standing(about, one),
    interest,
    [phone, address].filter((each) => each !== undefined && each !== '').join('，'),
    said === undefined ? undefined : `意见：${String(said)}`,
    weighed === undefined ? undefined : `采纳情况：${String(weighed)}`,
  ]
  return lines.flatMap((line) => (line === undefined ? [] : [line.replace(/[。；]+$/u, '')])).join('；')
}

const ANSWERED = { stated: '提出了意见', waived: '放弃陈述', hearing: '要求听证', silent: '期满没有提出' }

function standing({ dossier, calendar }: About, one: Interested): string {
  const { served, announced, answer } = one
  if (answer !== undefined) return `${chineseDay(answer.on)}${ANSWERED[answer.result]}`
  if (served === undefined)
    return announced === undefined
      ? '告知书还没有送达'
      : `公告送达中，${chineseDay(announced.until)}届满视为送达`
  const last = lastDayOf(dossier, clockOf(dossier, one), calendar)
  return `${chineseDay(served.on)}送达${last === undefined ? '' : `，最晚${chineseDay(last)}提出`}`
}
