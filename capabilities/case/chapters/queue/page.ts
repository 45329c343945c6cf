import { due } from '#engine/clock/clock.ts'
import { chineseDay } from '#engine/clock/explain.ts'
import type { DetailPart } from '../../contract/detail-part.ts'
import type { PostHere } from '../../model/world.ts'
import type { About, ChapterPage } from '../chapter-page.ts'
import { COUNTERSIGN_CLOCK, type Signer } from './dossier.ts'
import { holderOf } from './holding.ts'
import { decidesNext } from './next.ts'

/** Whose work it is and who still has to sign: the office's own; an applicant waits for the body and not for a desk. */
export const queuePage: ChapterPage = {
  parts: async (about) =>
    about.own ? [] : [...holding(about), ...(await deciding(about)), ...signing(about)],
}

/** Accepted, and to be decided before the applicant leaves. */
async function deciding(about: About): Promise<DetailPart[]> {
  const next = about.dossier.state === 'accepted' ? await decidesNext(about) : undefined
  return next === undefined ? [] : [{ key: 'next', title: '接着由谁决定', lines: [`由${next}`] }]
}

const HOW = { claimed: '认领', assigned: '指派', 'handed-over': '移交' } as const

function holding({ dossier, world, post }: About): DetailPart[] {
  const { holder } = dossier
  if (holder === undefined) return []
  const held = holderOf(dossier, world)
  const tag = held === undefined ? '岗位已结束' : held.away ? '离岗' : undefined
  return [
    {
      key: 'holder',
      title: `由${post(holder.post)}办理`,
      ...(tag === undefined ? {} : { tag: { text: tag, tone: 'warn' as const } }),
      lines: standing(held),
      facts: [{ label: HOW[holder.how], text: `${chineseDay(holder.by.day)}，${post(holder.by.post)}` }],
    },
  ]
}

function standing(held: PostHere | undefined): string[] {
  if (held === undefined) return ['认领人的岗位已经结束，同岗位的同事都可以办理。']
  if (held.away === undefined) return []
  if (held.cover === undefined) return ['认领人离岗，没有顶岗人员，请主任指派。']
  const cover = held.coverName ?? '同事'
  return held.coverAway
    ? [`认领人离岗，顶岗的${cover}也离岗，请主任指派。`]
    : [`认领人离岗，由${cover}代办。`]
}

function signing({ dossier, calendar, post, open }: About): DetailPart[] {
  const { signers = [], clocks } = dossier
  if (signers.length === 0) return []
  const clock = clocks[COUNTERSIGN_CLOCK]
  const day = clock && clock.ended === undefined ? due(clock, calendar).day : undefined
  const waiting = signers.filter(({ answer, excused }) => !answer && !excused).length
  const against = signers.some(({ answer }) => answer?.how === 'disagree')
  return [
    {
      key: 'countersign',
      title: '会签',
      tag:
        waiting > 0
          ? { text: `还差${waiting}人`, tone: 'warn' }
          : { text: against ? '有不同意见' : '已签完', tone: against ? 'bad' : 'good' },
      lines: day === undefined ? [] : [`会签时限到${chineseDay(day)}。全部签完才能作出决定。`],
      table: {
        head: ['会签人', '意见', '说明'],
        rows: signers.map((signer) => [post(signer.post), opinion(signer), words(signer, open)]),
      },
    },
  ]
}

function opinion({ answer, excused }: Signer): string {
  if (excused) return '免签'
  return answer === undefined ? '待签' : answer.how === 'agree' ? '同意' : '不同意'
}

function words({ answer, excused, settled }: Signer, open: About['open']): string {
  const text = String(open((excused?.reason ?? answer?.text) as unknown) ?? '')
  const handled = settled === undefined ? '' : `处理：${String(open(settled.reason) ?? '')}`
  return [text === 'undefined' ? '' : text, handled].filter((part) => part !== '').join('；')
}
