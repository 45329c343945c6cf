import { chineseDay } from '#engine/clock/explain.ts'
import { limitSentence } from '#capabilities/catalogue/model.ts'
import type { NoticeData } from '../../documents/paper-data.ts'
import { licensing } from '../../model/limits.ts'
import type { PaperSource } from '../../papers/paper-source.ts'
import type { ChapterPapers } from '../chapter-paper.ts'
import { HOLD_WITHIN } from './rules.ts'
import { sentence } from '../special/sentence.ts'
import type { Hearing, HearingText } from './dossier.ts'

type RightTold = Pick<Hearing, 'ground' | 'text' | 'within'>
type Convened = Omit<NonNullable<Hearing['convened']>, 'id' | 'by'>
type Held = Omit<NonNullable<Hearing['held']>, 'by'>

const FREE = '申请人、利害关系人不承担组织听证的费用。'

export const hearingPapers: ChapterPapers = {
  papers: {
    'hearing-right': {
      fact: 'hearing-right-told',
      title: '听证告知书',
      seal: 'decision',
      exists: ({ hearing }) => hearing !== undefined,
      compose: rightNotice,
    },
    'hearing-notice': {
      fact: 'hearing-convened',
      title: '听证通知书',
      seal: 'decision',
      exists: ({ hearing }) => hearing?.convened !== undefined,
      compose: timeNotice,
    },
    'hearing-record': {
      fact: 'hearing-held',
      title: '听证笔录',
      seal: 'decision',
      exists: ({ hearing }) => hearing?.held !== undefined,
      compose: heldRecord,
    },
  },
  numbered: { 'notify-hearing-right': '听证告知', 'convene-hearing': '听证通知' },
}

type Notice = Pick<
  NoticeData,
  'kind' | 'paragraphs' | 'list' | 'grounds' | 'facts' | 'table' | 'unaddressed' | 'closing'
>

function rightNotice({ fact, dossier, item, publicUrl, place, open }: PaperSource<RightTold>): Notice {
  const { text, within, ground } = fact.body
  const { why, others = [] } = open<HearingText>(text)
  const asked = ground === 'interests'
  return {
    kind: 'notice',
    paragraphs: [
      `您于${chineseDay(dossier.firstReceivedOn)}提出的“${item.name}”申请，本机关正在审查。${sentence(why)}`,
      asked
        ? `在作出决定以前，您和利害关系人有权要求听证。要求听证的，请自本告知书送达之日起${limitSentence(within)}内提出；逾期没有提出的，视为放弃听证。`
        : '依法应当举行听证。听证的时间、地点另行通知，并向社会公告。',
      ...(asked ? [`可以登录${publicUrl}/my在线提出，也可以到${place.name}任一窗口书面提出。`] : []),
      asked
        ? `可以要求听证的日子照常计算在办理期限内。要求听证的，本机关自收到申请之日起${HOLD_WITHIN}个工作日内组织听证；自提出要求之日起至听证举行之日止的时间，不计算在办理期限内。${FREE}`
        : `听证所需时间不计算在办理期限内。${FREE}`,
    ],
    ...(others.length > 0 ? { facts: [{ name: '利害关系人', value: others.join('、') }] } : {}),
    grounds: [licensing(item, asked ? '第四十七条' : '第四十六条'), licensing(item, '第四十五条')],
  }
}

function timeNotice({ fact, dossier, item, presidedBy, open }: PaperSource<Convened>): Notice {
  const { day, time, place, closedBecause } = fact.body
  const by = dossier.hearing?.requested
  return {
    kind: 'notice',
    paragraphs: [
      `关于您的“${item.name}”申请，${by ? `本机关于${chineseDay(by.on)}收到听证申请，` : ''}现定于下列时间、地点举行听证，请准时参加。`,
      closedBecause ? `本次听证不公开举行：${sentence(open<string>(closedBecause))}` : '本次听证公开举行。',
      '您认为主持人与该事项有直接利害关系的，有权申请回避。可以亲自参加，也可以委托代理人；可以提出证据，进行申辩和质证。听证笔录请核对无误后签字或者盖章。',
      FREE,
    ],
    facts: [
      { name: '听证时间', value: `${chineseDay(day!)} ${time}` },
      { name: '听证地点', value: place! },
      { name: '听证主持人', value: presidedBy ?? '' },
    ],
    grounds: [licensing(item, '第四十八条')],
  }
}

/** What was said, for those who took part to confirm and sign; who would not is named (第四十八条第一款第五项). */
function heldRecord({ fact, dossier, item, presidedBy, open }: PaperSource<Held>): Notice {
  const { people, evidence, record, refused } = fact.body
  const { day, time, place, closedBecause } = dossier.hearing!.convened!
  const unsigned = refused === undefined ? [] : open<string[]>(refused)
  return {
    kind: 'notice',
    unaddressed: true,
    paragraphs: [
      `本机关就“${item.name}”申请${closedBecause === undefined ? '公开' : '不公开'}举行听证，记录如下。`,
      ...(evidence === undefined ? [] : [`审查人员提供的证据、理由：${sentence(open<string>(evidence))}`]),
      ...lines(`各方陈述、申辩和质证：${sentence(open<string>(record!))}`),
      ...unsigned.map((who) => `没有签字：${sentence(who)}`),
    ],
    table: {
      columns: [3, 2],
      head: ['参加人', '确认无误，签字或者盖章'],
      rows: open<string[]>(people!).map((one) => [one, '']),
    },
    facts: [
      { name: '听证时间', value: `${chineseDay(day)} ${time}` },
      { name: '听证地点', value: place },
      { name: '听证主持人', value: presidedBy ?? '' },
    ],
    grounds: [licensing(item, '第四十八条')],
    closing: '（以下空白）',
  }
}

const lines = (text: string): string[] => text.split(/\n+/).filter((line) => line.trim() !== '')
