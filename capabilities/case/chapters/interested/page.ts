import { chineseDay } from '#engine/clock/explain.ts'
import { maskNamePublic } from '#platform/crypto/mask.ts'
import type { DetailPart } from '../../contract/detail-part.ts'
import { lastDayOf } from '../../model/served.ts'
import { answeringLines } from '../../words/answering.ts'
import type { About, ChapterPage } from '../chapter-page.ts'
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
        lines: [toldLine(all, open)],
        facts: all.map((one) => ({
          label: own ? maskedName(about, one) : (textOf(about, one).name ?? ''),
          text: own ? standing(about, one) : forTheOffice(about, one),
        })),
      },
    ]
  },
}

/** Nobody has been told before their notice is served: a public announcement still running tells nobody yet. */
function toldLine(all: readonly Interested[], open: readonly Interested[]): string {
  if (open.length === 0) return `已告知${all.length}人并听取意见。`
  const untold = open.filter(({ served }) => served === undefined)
  const announced = untold.filter((one) => one.announced !== undefined).length
  const waiting = untold.length - announced
  const lines = [
    ...(all.length > untold.length ? [`已告知${all.length - untold.length}人`] : []),
    ...(announced > 0 ? [`${announced}人正在公告送达`] : []),
    ...(waiting > 0 ? [`${waiting}人的告知书还没有送达`] : []),
    ...(open.length > untold.length ? [`${open.length - untold.length}人还没有答复`] : []),
  ]
  return `${lines.join('，')}；听取意见以后再作决定。`
}

const textOf = ({ open }: About, { text }: Interested) => (open(text) ?? {}) as Partial<InterestedText>

function maskedName(about: About, one: Interested): string {
  const { name } = textOf(about, one)
  return name === undefined ? '' : maskNamePublic(name)
}

function forTheOffice(about: About, one: Interested): string {
  const { open } = about
  const { phone, address, interest } = textOf(about, one)
  const said = [...(one.stated ?? []), ...(one.answer?.text ? [one.answer] : [])].map(({ text }) =>
    String(open(text)),
  )
  const signature = open(one.answer?.signature) as object | undefined
  const weighed = open(one.weighed?.text)
  const lines = [
    standing(about, one),
    interest,
    [phone, address].filter((each) => each !== undefined && each !== '').join('，'),
    said.length === 0 ? undefined : `意见：${said.join('；')}`,
    ...(signature === undefined ? [] : answeringLines({ form: 'signed', ...signature })),
    weighed === undefined ? undefined : `采纳情况：${String(weighed)}`,
  ]
  return lines.flatMap((line) => (line === undefined ? [] : [line.replace(/[。；]+$/u, '')])).join('；')
}

const ANSWERED = { stated: '提出了意见', waived: '放弃陈述', hearing: '要求听证', silent: '期满没有提出' }

function standing({ dossier, calendar }: About, one: Interested): string {
  const { served, announced, answer, stated } = one
  const spoken = stated === undefined ? '' : `${chineseDay(stated.at(-1)!.on)}${ANSWERED.stated}`
  if (answer !== undefined)
    return answer.result === 'silent' && spoken !== ''
      ? spoken
      : `${chineseDay(answer.on)}${ANSWERED[answer.result]}`
  if (served === undefined)
    return announced === undefined
      ? '告知书还没有送达'
      : `公告送达中，${chineseDay(announced.until)}届满视为送达`
  const last = lastDayOf(dossier, clockOf(dossier, one), calendar)
  const until = last === undefined ? '' : `，最晚${chineseDay(last)}${spoken === '' ? '提出' : '要求听证'}`
  return `${spoken === '' ? `${chineseDay(served.on)}送达` : spoken}${until}`
}
