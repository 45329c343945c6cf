import { chineseDay } from '#engine/clock/explain.ts'
import type { ActField } from '../../contract/act-field.ts'
import type { ChapterWords } from '../chapter-words.ts'
import type { About } from '../chapter-page.ts'
import { EXAMINED } from '../special/rules.ts'
import { isOpen, openObjections } from './rules.ts'

const openFields = ({ item }: About): ActField[] => [
  {
    ...{ name: 'text', label: '公示内容', type: 'long-text', required: true, least: 4, maxLength: 500 },
    hint: '只写拟决定的内容。不写身份证号、电话、账号、病情和未成年人信息。',
  },
  {
    ...{ name: 'where', label: '公示地点', type: 'text', required: true, maxLength: 100 },
    start: item.process.publicity?.where ?? '',
  },
]

const answerFields = ({ dossier, open }: About): ActField[] => [
  {
    ...{ name: 'id', label: '哪一条异议', type: 'choice', required: true },
    options: openObjections(dossier).map(({ id, text, by }) => ({
      value: id,
      label: `${chineseDay(by.day)} ${said(open(text)).text.slice(0, 40)}`,
    })),
  },
  { name: 'upheld', label: '异议是否成立', type: 'yes-no', required: true, sent: 'boolean' },
  { name: 'text', label: '核实情况', type: 'long-text', required: true, least: 4, maxLength: 1000 },
]

export function said(opened: unknown): { text: string; from?: string; contact?: string } {
  const { text = '', ...rest } = (opened ?? {}) as { text?: string; from?: string; contact?: string }
  return { text, ...rest }
}

export const publicityWords: ChapterWords = {
  group: 'special',
  acts: {
    'open-publicity': {
      title: '开始公示',
      tone: 'primary',
      help: '把拟决定的内容公示，期满无异议或者异议核实以后再决定。公示期间办理期限照常计算。',
      fields: openFields,
    },
    'spare-publicity': {
      title: '免予公示',
      tone: 'normal',
      help: '只限法律、法规允许不公示的情形；写明符合的事实，会记入办件并接受监督。',
      fields: ({ item }) => [
        {
          ...{ name: 'when', label: '属于哪种情形', type: 'choice', required: true },
          options: (item.process.publicity?.unless ?? []).map(({ when }, index) => ({
            value: String(index + 1),
            label: when.slice(0, 80),
          })),
        },
        { name: 'text', label: '符合的事实', type: 'long-text', required: true, least: 4, maxLength: 500 },
      ],
    },
    'record-objection': {
      title: '登记异议',
      tone: 'normal',
      help: '公示期间收到的异议，可以不留姓名。',
      fields: [
        { name: 'text', label: '异议内容', type: 'long-text', required: true, least: 4, maxLength: 1000 },
        { name: 'from', label: '提出人', type: 'text', required: false, maxLength: 60, hint: '匿名的不填。' },
        { name: 'contact', label: '联系方式', type: 'text', required: false, maxLength: 60 },
      ],
    },
    'answer-publicity-objection': {
      title: '登记异议核实情况',
      tone: 'primary',
      help: '异议全部核实以后才能作出决定。',
      fields: answerFields,
    },
  },
  stands(standing) {
    const { dossier, body, day } = standing
    if (!EXAMINED.includes(dossier.state) || dossier.publicity === undefined) return undefined
    const objected = openObjections(dossier).length
    const last = day('publicity')
    if (isOpen(dossier))
      return `正在公示${last === undefined ? '' : `，到${chineseDay(last)}期满`}，在本站“公示公告”和${dossier.publicity.where}能看到；期满没有异议、或者异议核实以后，由${body}的审批人员作出决定${standing.until('promised', 'statutory')}。`
    return objected > 0
      ? `公示期满，收到的${objected}条异议由${body}的审查人员核实，核实以后作出决定${standing.until('promised', 'statutory')}。`
      : undefined
  },
  clocks: { publicity: '公示期' },
  roles: { objector: '提出异议的人' },
  refusals: {
    'publicity-missing': '这个事项依法要先公示，现在还没有公示。请先“开始公示”，期满以后再作出准予决定。',
    'publicity-not-spared': '法律、法规没有规定这种情形可以不公示。请从列出的情形里选，或者先“开始公示”。',
    'publicity-open': '公示期还没有届满。请等公示期满以后再作出决定。',
    'publicity-over': '公示期已经届满，不再登记为公示异议。请按投诉举报登记，或者请审查人员核实。',
    'objection-own': '这是您自己的申请，不用提异议。要补充说明的，请在“我的办件”里办，或者打公示上的电话。',
    'objections-enough': (facts) =>
      `您对这项公示已经提出${String(facts['max'] ?? '')}条异议，都已记录。还有要说的，请打公示上的电话。`,
    'objection-unknown': '没有找到这条异议，或者已经核实过。请刷新页面后再试。',
    'objection-open': '还有公示异议没有核实。请先登记核实情况，再作出决定。',
  },
  told: {
    'publicity-opened': ({ body }, { open }) => ({
      text: `开始公示，地点：${String(body['where'])}`,
      details: [String(open(body['text']) ?? '')].filter((line) => line !== ''),
    }),
    'publicity-spared': ({ body }, { open }) => ({
      text: `免予公示：${String(body['when'])}`,
      details: [String(body['basis']), String(open(body['text']) ?? '')].filter((line) => line !== ''),
    }),
    // Who objected and to what is for the office; the applicant is told that somebody did.
    'objection-recorded': () => ({ text: '公示期间收到一条异议，正在核实', details: [] }),
    'publicity-objection-answered': ({ body }) => ({
      text: `异议已经核实，${body['upheld'] ? '异议成立' : '异议不成立'}`,
      details: [],
    }),
    'publicity-closed': ({ body }) => ({
      text: `公示期满（${chineseDay(String(body['on']))}）`,
      details: [],
    }),
  },
}
