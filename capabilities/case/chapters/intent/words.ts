import { chineseDay } from '#engine/clock/explain.ts'
import type { Answering } from '#capabilities/licence-seal/model.ts'
import type { Sentences } from '#platform/http/problem.ts'
import type { ActField } from '../../contract/act-field.ts'
import type { ListedDossier } from '../../store/rows.ts'
import { answeringFields, answeringLines, answeringRefusals, ownAnswerFields } from '../../words/answering.ts'
import { SERVED_BY, SERVING_FIELDS, servingLines } from '../../words/serving.ts'
import type { ChapterWords, Standing } from '../chapter-words.ts'
import { TERMINATION_WORDS } from '../endings/words.ts'
import type { About } from '../chapter-page.ts'
import type { Meant } from './dossier.ts'
import { isOver, notHeard, TOLD_GROUNDS, TOLD_IN, unanswered, unserved } from './rules.ts'

export const MEANT_WORDS: Readonly<Record<Meant, string>> = { revoke: '撤销', terminate: '终止办理' }

/** What a notice is called, by what it is about. */
export const NOTICE_WORDS = { intent: '拟处理告知书', rectification: '责令限期整改通知书' } as const

const HEARD = '公民、法人或者其他组织享有陈述权、申辩权（行政许可法第七条）。'

const long = (name: string, label: string, least: number, hint: string): ActField => ({
  ...{ name, label, type: 'long-text', required: true, least, maxLength: 2000, hint },
})

const groundField: ActField = {
  ...{ name: 'ground', label: '拟终止的情形', type: 'choice', required: true },
  options: TOLD_GROUNDS.map((value) => ({ value, label: TERMINATION_WORDS[value] })),
}

const tellFields: readonly ActField[] = [
  long('reason', '事实和理由', 10, '会写进告知书，至少10个字'),
  {
    ...{ name: 'basis', label: '依据的法律条款', type: 'text', required: true, least: 4, maxLength: 500 },
    hint: '写到条、款、项，例如：行政许可法第六十九条第二款',
  },
]

/** The party answers for themselves; an officer writes down what was said, and how it is on record. */
const answerFields = ({ own }: About): ActField[] => (own ? ownAnswerFields() : answeringFields('当事人'))

const until = ({ day }: Readonly<Record<string, unknown>>): string =>
  typeof day === 'string' ? `（${chineseDay(day)}止）` : ''

const refusals: Sentences = {
  'party-not-heard':
    '要先告知当事人拟作出的处理和事实、理由、依据，送达以后听取陈述申辩。请先办“告知拟撤销”或者“告知拟终止办理”；已经告知的，终止的情形要和告知的一致。',
  'intent-running': '已经告知过拟作出的处理，还没有结果。请先听取陈述申辩，再作出决定或者继续办理。',
  'intent-not-served': '拟处理告知书还没有送达当事人。请先登记送达，再听取陈述申辩、作出决定。',
  'statement-days-running': (facts) =>
    `当事人陈述申辩的期限还没有到${until(facts)}，也没有答复。请登记他们的意见，或者到期以后再决定。`,
  ...answeringRefusals,
  'rectification-not-served':
    '责令限期整改通知书还没有送达，不能认定没有改正。请先登记送达，整改期限从送达的次日起算。',
}

export const intentWords: ChapterWords = {
  group: 'special',
  acts: {
    'tell-revocation': {
      title: '告知拟撤销',
      tone: 'danger',
      group: 'forward',
      help: '先书面告知拟撤销的事实、理由和依据。告知书送达以后，当事人有几天可以陈述、申辩；听取意见或者期满以后才能决定撤销。审查和审批分设的地方，告知的人不能再作决定。',
      lawful: HEARD,
      fields: tellFields,
    },
    'tell-ending': {
      title: '告知拟终止办理',
      tone: 'danger',
      group: 'end',
      help: '申请人还在而拟终止办理的，先书面告知。告知书送达以后，申请人有几天可以陈述、申辩；听取意见或者期满以后才能终止。审查和审批分设的地方，告知的人不能再作决定。办理期限照常计算。',
      lawful: HEARD,
      fields: [groundField, ...tellFields],
    },
    'serve-notice': {
      title: '送达告知文书',
      tone: 'primary',
      help: '登记拟处理告知书、责令限期整改通知书怎样送到当事人。陈述申辩、整改的期限从送达的次日起算，系统制作送达回证。',
      fields: [...SERVING_FIELDS],
    },
    'hear-party': {
      title: '陈述申辩',
      tone: 'primary',
      clock: 'statement',
      help: '对拟作出的处理，可以说明情况、提出理由和证据。提出以后，由审批人员复核再作决定。',
      lawful: HEARD,
      fields: answerFields,
    },
    'drop-intent': {
      title: '不再终止，继续办理',
      tone: 'normal',
      help: '申请人的陈述申辩成立，或者情形已经消失的，写明理由后继续办理。',
      fields: [
        { name: 'reason', label: '理由', type: 'long-text', required: true, least: 4, maxLength: 1000 },
      ],
    },
  },
  stands: whereItStands,
  waitsFor: whoActs,
  clocks: { statement: '陈述申辩期限' },
  asks: { statement: () => '提出陈述、申辩' },
  refusals,
  told: {
    'intent-told': ({ body }, { open }) => {
      const said = open(body['text']) as { reason: string; basis: string } | undefined
      return {
        text: `告知拟${MEANT_WORDS[body['how'] as Meant]}，可以陈述、申辩`,
        details: said === undefined ? [] : [said.reason, said.basis],
      }
    },
    'notice-served': ({ body }, { open }) => ({
      text: `${NOTICE_WORDS[body['what'] as keyof typeof NOTICE_WORDS]}${SERVED_BY[body['mode'] as keyof typeof SERVED_BY] ?? '送达'}（${chineseDay(String(body['on']))}）`,
      details: servingLines(open(body['record'])),
    }),
    'notice-announced': ({ body }, { open }) => ({
      text: `告知文书公告送达，${chineseDay(String(body['on']))}发出公告，${chineseDay(String(body['until']))}届满视为送达`,
      details: servingLines(open(body['record'])),
    }),
    'party-heard': ({ body }, { open }) => ({
      text: body['result'] === 'stated' ? '听取了当事人的陈述申辩' : '当事人放弃陈述申辩',
      details: saidLines(open(body['text'])),
    }),
    'party-silent': ({ body }) => ({
      text: `到${chineseDay(String(body['on']))}当事人没有提出陈述申辩`,
      details: [],
    }),
    'intent-dropped': ({ body }, { open }) => ({
      text: body['reason'] === undefined ? '已作出决定，不再终止' : '不再终止，继续办理',
      details: lines(open(body['reason'])),
    }),
  },
}

/** Before such notices were served the text stood alone. */
function saidLines(opened: unknown): string[] {
  if (typeof opened !== 'object' || opened === null) return lines(opened)
  const { text, ...record } = opened as Partial<Answering>
  return [...lines(text), ...answeringLines(record)]
}

function lines(text: unknown): string[] {
  return typeof text === 'string' && text !== '' ? [text] : []
}

/** Who serves, who answers, and who decides afterwards, by when. */
function whereItStands(standing: Standing): string | undefined {
  const { dossier, body, until } = standing
  const { intent, state } = dossier
  const open = unserved(dossier)
  if (open?.what === 'rectification')
    return `核查发现问题，要限期改正；${onItsWay(standing, '责令限期整改通知书')}，整改期限从送达的第二天起算。`
  if (intent === undefined || !TOLD_IN.includes(state)) return undefined
  const meant = `${body}拟${MEANT_WORDS[intent.how]}`
  if (open !== undefined) return `${meant}；${onItsWay(standing, '告知书')}，收到以后您可以陈述、申辩。`
  if (!isOver(intent))
    return `${meant}，等您陈述、申辩${until('statement')}；到期以后由${body}的审批人员决定。`
  const heard = intent.answer === undefined ? '陈述申辩的期限已经过了，决定以前还可以提' : '您的意见已经收到'
  return `${meant}；${heard}，由${body}的审批人员复核后决定${until('revocation', 'promised', 'statutory')}。`
}

/** The same people as in the sentence: whoever serves the notice, then the party, until they have acted or their days are over. */
function whoActs(dossier: ListedDossier): string | undefined {
  if (unserved(dossier) !== undefined)
    return dossier.delivery === 'electronic' && dossier.noticeAnnounced === undefined
      ? 'system'
      : 'window-clerk'
  return dossier.state === 'rectifying' || unanswered(dossier) !== undefined ? 'applicant' : undefined
}

function onItsWay({ dossier, place, until }: Standing, paper: string): string {
  const { delivery, noticeAnnounced } = dossier
  if (noticeAnnounced !== undefined) return `${paper}由${place}的窗口公告送达${until('announcement')}`
  if (delivery === 'electronic') return `${paper}由系统送到“我的办件”${until('delivery', 'revocation')}`
  return `${paper}由${place}的窗口送达${until('delivery', 'revocation', 'promised', 'statutory')}`
}

/** Why nothing can be revoked yet, as long as nothing that is filled in could make it lawful. */
export function beforeRevoking({ dossier, calendar, today }: About): string | undefined {
  const refused = notHeard('revoke', undefined, { dossier, calendar, today })
  const said = refused && refusals[refused.code]
  return typeof said === 'function' ? said(refused?.facts ?? {}) : said
}
