import type { ActField } from '../../contract/act-field.ts'
import type { ChapterWords } from '../chapter-words.ts'
import type { About } from '../chapter-page.ts'
import { workingDaysLeft } from './ask.ts'
import { BEFORE_DECISION, openQuestions, unansweredObjections, VERDICT_NAMES } from './dossier.ts'
import type { Question, Verdict } from './dossier.ts'

const verdictOptions = Object.entries(VERDICT_NAMES).map(([value, label]) => ({ value, label }))

/** Departments of the area beside the one that decides. */
export function otherBodies({ world, dossier }: About): { value: string; label: string }[] {
  return [...world.bodies]
    .filter(([id]) => id !== dossier.decidingBody)
    .map(([value, label]) => ({ value, label }))
    .slice(0, 60)
}

export const verdictField = (label = '部门意见'): ActField => ({
  ...{ name: 'verdict', label, type: 'choice', required: true, options: verdictOptions },
})

export const text = (name: string, label: string, least: number, hint?: string): ActField => ({
  ...{ name, label, type: 'long-text', required: true, least, maxLength: 1000 },
  ...(hint === undefined ? {} : { hint }),
})

/** One of the bodies in a list of questions. */
const whose = (label: string, questions: readonly Question[]): ActField => ({
  ...{ name: 'body', label, type: 'choice', required: true },
  options: questions.map(({ body, name }) => ({ value: body, label: name })),
  ...(questions.length === 1 ? { start: questions[0]!.body } : {}),
})

function askFields(about: About): ActField[] {
  const { dossier, world, today } = about
  const open = new Set(openQuestions(dossier).map(({ body }) => body))
  const left = workingDaysLeft(dossier, world, today)
  const usual = Math.min(world.parameters.opinionWorkingDays, left ?? Infinity)
  return [
    {
      ...{ name: 'bodies', label: '征求哪些部门的意见', type: 'choices', required: true },
      options: otherBodies(about).filter(({ value }) => !open.has(value)),
    },
    text('question', '请对方研究什么', 4, '写清要对方确认的问题，会印在征求意见函上。'),
    {
      ...{ name: 'workingDays', label: '几个工作日内回复', type: 'integer', required: false, sent: 'number' },
      ...{ minimum: 1, maximum: Math.max(1, Math.min(30, left ?? 30)) },
      hint: `不填按${usual}个工作日${left === undefined ? '' : `；离办结期限还有${left}个工作日`}`,
    },
  ]
}

export const jointWords: ChapterWords = {
  group: 'joint',
  acts: {
    'ask-opinions': {
      ...{ title: '征求部门意见', tone: 'normal' },
      lawful:
        '征求意见的时间计入办理期限（行政许可法第四十二条）；各部门分别提出意见，参照第二十六条第二款。',
      help: '转告各部门分别提出意见，由本机关统一办理；对方收到后在自己的待办里答复。',
      fields: askFields,
    },
    'give-opinion': {
      ...{ title: '提出部门意见', tone: 'primary', lawful: '行政许可法第二十六条第二款' },
      help: '代表本部门答复；会写进联办的决定书。',
      fields: [verdictField(), text('text', '理由和要求', 2, '有条件同意的写明条件，不同意的写明依据。')],
    },
    'answer-objection': {
      ...{ title: '答复不同意见', tone: 'normal' },
      help: '有部门不同意的，准予之前要写明怎么处理这项意见。',
      fields: ({ dossier }) => [
        whose('哪个部门的意见', unansweredObjections(dossier)),
        text('text', '怎么处理', 4, '写明采纳、部分采纳或者不采纳，以及理由。'),
      ],
    },
    'withdraw-question': {
      ...{ title: '撤回征求意见', tone: 'normal' },
      fields: ({ dossier }) => [
        whose('不再征求哪个部门的意见', openQuestions(dossier)),
        { ...text('reason', '原因', 4), maxLength: 500 },
      ],
    },
    'decide-without': {
      ...{ title: '不再等待逾期意见', tone: 'danger' },
      help: '对方逾期没有答复的，写明为什么可以不等；逾期本身不等于同意，情况会写进决定书。',
      fields: ({ dossier }) => [
        whose(
          '不再等哪个部门',
          openQuestions(dossier).filter(({ overdueAt }) => overdueAt !== undefined),
        ),
        text('reason', '理由', 10),
      ],
    },
  },
  stands({ dossier, body, until }) {
    const asked = openQuestions(dossier).length
    return asked === 0 || !BEFORE_DECISION.includes(dossier.state)
      ? undefined
      : `正在征求${asked}个部门的意见，部门答复以后由${body}作出决定${until('promised', 'statutory')}。`
  },
  clocks: { opinion: '部门答复期限' },
  roles: { 'opinion-giver': '被征求意见的部门' },
  refusals: {
    'body-unknown': '选的部门不在本区机构名录里，或者就是本机关。请重新选择部门。',
    'opinion-asked-already': (facts) =>
      `已经在征求${named(facts)}的意见，还没有答复。请等答复，或先撤回再重新征求。`,
    'opinion-limit-too-long': (facts) =>
      `答复期限超过了办件剩下的时间（还有${String(facts['left'] ?? 0)}个工作日）。请缩短期限，或先依法办理延期。`,
    'opinion-not-asked': '没有在等这个部门的意见。请刷新页面，按页面上的列表选择。',
    'opinion-not-overdue': (facts) =>
      `${String(facts['name'] ?? '这个部门')}的答复期限还没有到。请等到期，或撤回征求意见。`,
    'opinions-missing': (facts) =>
      `${named(facts)}还没有答复，不能作出决定。请催办；逾期的可以“不再等待逾期意见”并写明理由。`,
    'objection-unanswered': (facts) =>
      `${named(facts)}不同意，准予之前要写明怎么处理。请先点“答复不同意见”。`,
  },
  told: {
    'opinions-asked': ({ body }) => {
      const names = (body['questions'] as { name: string }[]).map(({ name }) => name)
      return told(`向${names.join('、')}征求意见`, `请在${String(body['workingDays'])}个工作日内答复`)
    },
    'opinion-given': ({ body }) =>
      told(
        `${String(body['name'])}提出意见：${VERDICT_NAMES[body['verdict'] as Verdict]}`,
        ...(body['meeting'] === undefined ? [] : ['在会议上提出']),
        ...(body['corrects'] === true ? ['更正会议记录的意见'] : []),
      ),
    'objection-answered': ({ body }) => told(`答复了${String(body['name'])}的不同意见`),
    'question-withdrawn': ({ body }, { open }) =>
      told(`不再征求${String(body['name'])}的意见`, String(open(body['reason']) ?? '')),
    'opinion-overdue': ({ body }) => told(`${(body['names'] as string[]).join('、')}逾期没有答复`),
    'went-on-without': ({ body }, { open }) =>
      told(`${String(body['name'])}逾期没有答复，不再等待`, String(open(body['reason']) ?? '')),
  },
}

/** The bodies a refusal speaks of. */
export function named(facts: Readonly<Record<string, unknown>>): string {
  return Array.isArray(facts['bodies']) ? facts['bodies'].join('、') : '被问的部门'
}

/** A line of the story; empty details are left out. */
export function told(text: string, ...details: string[]): { text: string; details: string[] } {
  return { text, details: details.filter((line) => line !== '') }
}
