import { chineseDay } from '#engine/clock/explain.ts'
import type { DetailPart } from '../../contract/detail-part.ts'
import { lastDayOf } from '../../model/served.ts'
import type { About, ChapterPage } from '../chapter-page.ts'
import type { Hearing, HearingText } from './dossier.ts'
import { isOwed } from './rules.ts'
import { GROUND_NAMES } from './words.ts'

export const hearingPage: ChapterPage = { parts: hearingPart }

async function hearingPart(about: About): Promise<DetailPart[]> {
  const { hearing } = about.dossier
  if (hearing === undefined) return []
  const { open, area, means, own } = about
  const { ground, served, requested, convened, held, weighed } = hearing
  const text = (open(hearing.text) ?? {}) as Partial<HearingText>
  const people = open(held?.people)
  const unsigned = open(held?.refused)
  const presider = convened && (await means.posts.namesOf(area, [convened.presider])).get(convened.presider)
  const asked = (open(requested?.text) ?? {}) as { name?: string; reason?: string }
  const objection = (open(hearing.objected?.text) ?? {}) as { reason?: string }
  const kept = hearing.objected?.kept
  const recusal = hearing.objected
    ? `${objection.reason ?? ''}${kept ? `（不同意：${String(open(kept.reason) ?? '')}）` : '（待答复）'}`
    : ''
  const facts = [
    { label: '依据', text: GROUND_NAMES[ground] },
    { label: '理由', text: text.why ?? '' },
    { label: '利害关系人', text: text.others?.join('、') ?? '' },
    { label: '告知书送达', text: served ? chineseDay(served.on) : '还没有送达' },
    { label: '提出听证', text: requested ? `${chineseDay(requested.on)}，${asked.name ?? '申请人'}` : '' },
    { label: '听证的理由', text: asked.reason ?? '' },
    { label: '听证时间', text: convened ? `${chineseDay(convened.day)} ${convened.time}` : '' },
    { label: '听证地点', text: convened?.place ?? '' },
    { label: '听证主持人', text: presider ?? '' },
    { label: '回避申请', text: recusal },
    { label: '不公开的理由', text: String(open(convened?.closedBecause) ?? '') },
    { label: '参加人', text: Array.isArray(people) ? people.join('、') : '' },
    { label: '审查意见的证据、理由', text: String(open(held?.evidence) ?? '') },
    { label: '听证笔录', text: String(open(held?.record) ?? '') },
    { label: '没有签字的', text: Array.isArray(unsigned) ? unsigned.join('；') : '' },
    { label: '采纳情况', text: String(open(weighed?.text) ?? '') },
  ]
  return [
    {
      key: 'hearing',
      title: '听证',
      tag: tag(hearing),
      lines: next(hearing, about, own),
      facts: facts.filter(({ text: said }) => said !== ''),
    },
  ]
}

function tag({ served, requested, convened, over }: Hearing): NonNullable<DetailPart['tag']> {
  if (over !== undefined) {
    const text = { waived: '已放弃', lapsed: '视为放弃', held: '已举行' }[over.how]
    return { text, tone: over.how === 'held' ? 'good' : 'plain' }
  }
  if (served === undefined) return { text: '待送达告知书', tone: 'warn' }
  if (convened !== undefined) return { text: '已定时间', tone: 'blue' }
  return { text: requested ? '待组织听证' : '可以要求听证', tone: 'blue' }
}

/** What is to be done now, and by whom. */
function next(hearing: Hearing, { dossier, calendar }: About, own: boolean): string[] {
  const { over, served, convened, weighed } = hearing
  if (over !== undefined) {
    return over.how === 'held' && weighed === undefined ? ['决定机关要根据听证笔录作出决定。'] : []
  }
  if (served === undefined)
    return hearing.ground === 'prescribed'
      ? ['告知书送达以后，办理期限暂停，到听证举行之日止。']
      : ['告知书送达以后，要求听证的期限开始计算。办理期限照常计算，有人要求听证才暂停。']
  if (convened !== undefined)
    return [convened.served ? '听证通知书已经送达。' : '听证通知书还没有送达，要在听证七个工作日前送达。']
  if (isOwed(dossier)) return ['等待决定机关定下听证的时间和地点。']
  const last = lastDayOf(dossier, 'hearing-request', calendar)
  const until = last === undefined ? '' : `最晚${chineseDay(last)}，`
  return [
    `${own ? '您' : '申请人、利害关系人'}可以要求听证，${until}不收任何费用；逾期视为放弃。等待期间办理期限照常计算。`,
  ]
}
