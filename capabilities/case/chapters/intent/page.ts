import { chineseDay } from '#engine/clock/explain.ts'
import type { DetailPart } from '../../contract/detail-part.ts'
import { TERMINATION_WORDS } from '../endings/words.ts'
import type { About, ChapterPage } from '../chapter-page.ts'
import type { Intent } from './dossier.ts'
import { answerOf, isOver, lastAnswerDay, unserved } from './rules.ts'
import { MEANT_WORDS } from './words.ts'

/** What is meant, what was answered and who has to act next; the same for citizen and office. */
export const intentPage: ChapterPage = {
  parts: (about) => [...meant(about), ...rectification(about)],
}

function meant(about: About): DetailPart[] {
  const { dossier, open, own } = about
  const { intent } = dossier
  if (intent === undefined) return []
  const said = open(intent.text) as { reason: string; basis: string } | undefined
  const answer = intent.answer && (open(intent.answer.text) as { text?: string } | undefined)?.text
  return [
    {
      key: 'intent',
      title: `拟${MEANT_WORDS[intent.how]}`,
      tag: tagOf(about, intent),
      lines: [
        ...(intent.ground === undefined ? [] : [`${TERMINATION_WORDS[intent.ground]}。`]),
        standing(about, intent),
      ],
      facts: [
        ...(said === undefined
          ? []
          : [
              { label: '事实和理由', text: said.reason },
              { label: '依据', text: said.basis },
            ]),
        ...(answer === undefined ? [] : [{ label: own ? '您的陈述申辩' : '陈述申辩', text: answer }]),
      ],
    },
  ]
}

function tagOf({ dossier }: About, intent: Intent): NonNullable<DetailPart['tag']> {
  if (isDecided(dossier)) return { text: '已作出决定', tone: 'plain' }
  if (isOver(intent)) return { text: ANSWERED[answerOf(intent)], tone: 'blue' }
  return { text: intent.served === undefined ? '待送达' : '陈述申辩期内', tone: 'warn' }
}

const isDecided = ({ ended, revocation }: About['dossier']): boolean =>
  ended !== undefined || revocation !== undefined

const ANSWERED = { stated: '已陈述申辩', waived: '放弃陈述申辩', silent: '期满没有提出' }

function standing(about: About, intent: Intent): string {
  const { dossier, own, calendar } = about
  const { answer, lapsedOn, served, within } = intent
  const you = own ? '您' : '当事人'
  if (isOver(intent)) {
    const on = chineseDay(answer?.on ?? lapsedOn!)
    const then = isDecided(dossier) ? '' : '，由审批人员复核后作出决定'
    return {
      stated: `${you}提出了陈述申辩（${on}）${then}。`,
      waived: `${on}${you}放弃陈述申辩${then}。`,
      silent: `到${on}${you}没有提出陈述申辩${then}。`,
    }[answerOf(intent)]
  }
  if (served === undefined) return notYet(about, `收到以后${you}有${within.amount}个工作日可以陈述、申辩`)
  const last = lastAnswerDay(dossier, calendar)
  const day = last === undefined ? '' : `，最晚${chineseDay(last)}`
  const more = answer === undefined ? '' : '口头意见已经记录，还可以补充；'
  return `告知书${chineseDay(served.on)}送达，现在由${you}陈述、申辩${day}；${more}到期以后由审批人员作出决定。`
}

/** Served or not, the days to put things right run from the day after. */
function rectification(about: About): DetailPart[] {
  if (unserved(about.dossier)?.what !== 'rectification') return []
  return [
    {
      key: 'rectification',
      title: '责令限期整改',
      tag: { text: '通知书待送达', tone: 'warn' },
      lines: [notYet(about, '整改期限从送达的次日起算')],
    },
  ]
}

function notYet({ dossier, own }: About, then: string): string {
  const { noticeAnnounced, delivery } = dossier
  if (noticeAnnounced !== undefined)
    return `正在公告送达，到${chineseDay(noticeAnnounced.until)}届满视为送达；${then}。`
  if (delivery === 'electronic') return `通知书正在送到${own ? '您' : '申请人'}的网上账户；${then}。`
  return own
    ? `通知书还没有送达，请带身份证到窗口签收，或者等工作人员送达；${then}。`
    : `通知书还没有送达，现在由窗口登记送达；${then}。`
}
