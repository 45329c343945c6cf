import { chineseDay } from '#engine/clock/explain.ts'
import type { Answering, AnswerForm, AnswerRecord } from '#capabilities/licence-seal/model.ts'
import type { Sentences } from '#platform/http/problem.ts'
import type { ActField } from '../contract/act-field.ts'

const FORMS: Readonly<Record<AnswerForm, string>> = {
  signed: '有本人签名',
  oral: '口头提出，没有签名',
}

const RECORDS: Readonly<Record<AnswerRecord, string>> = {
  written: '本人写的书面材料',
  'read-back': '口头提出，当场作笔录，宣读核对无误',
}

const LABELS = {
  record: '签的是什么',
  signer: '签名人',
  signedOn: '签名日期',
  kept: '原件存放处',
} as const satisfies Partial<Record<keyof Answering, string>>
type Name = keyof typeof LABELS

const signed = (name: Name, more: Pick<ActField, 'type'> & Partial<ActField>): ActField => ({
  ...{ name, label: LABELS[name], required: true, ...more },
  showWhen: { field: 'form', equals: 'signed' },
})

const options = (titles: Readonly<Record<string, string>>) =>
  Object.entries(titles).map(([value, label]) => ({ value, label }))

/** What a record of the answer to a notice asks; the same for a licence and for a case. */
export function answeringFields(whose: string): ActField[] {
  return [
    {
      ...{ name: 'result', label: whose, type: 'choice', required: true },
      options: [
        { value: 'stated', label: '提出了陈述、申辩' },
        { value: 'waived', label: '明确放弃陈述、申辩' },
      ],
    },
    {
      ...{ name: 'form', label: '怎样提出的', type: 'choice', required: true },
      options: options(FORMS),
      hint: '放弃的必须有本人签名。口头说的、没有签名的只记录内容，陈述申辩的期限照常计算。',
    },
    { ...{ name: 'text', label: '内容', type: 'long-text', required: true, least: 4, maxLength: 2000 } },
    signed('record', { type: 'choice', options: options(RECORDS) }),
    signed('signer', {
      ...{ type: 'text', least: 1, maxLength: 60 },
      hint: `${whose}本人、法定代表人或者受委托人；受委托的写明委托书。`,
    }),
    signed('signedOn', { type: 'date', hint: '告知书送达以后签的才算。' }),
    signed('kept', { type: 'text', least: 1, maxLength: 100, hint: '例如：案卷第12页。' }),
  ]
}

/** What the one who was told answers for themselves, under their own account. */
export function ownAnswerFields(): ActField[] {
  return [
    {
      ...{ name: 'result', label: '您的意见', type: 'choice', required: true, start: 'stated' },
      options: [
        { value: 'stated', label: '我要陈述、申辩' },
        { value: 'waived', label: '我没有意见，放弃陈述申辩' },
      ],
    },
    {
      ...{ name: 'text', label: '您想说的', type: 'long-text', required: true, least: 4, maxLength: 2000 },
      hint: '写明事实、理由和证据；放弃的，写“没有意见”',
    },
  ]
}

/** How an answer is on record, worded for the story; early answers say nothing of it. */
export function answeringLines({ form, record, signer, signedOn, kept }: Partial<Answering>): string[] {
  if (form === undefined) return []
  return [
    record === undefined ? FORMS[form] : RECORDS[record],
    ...(signer === undefined ? [] : [`${LABELS.signer}：${signer}`]),
    ...(signedOn === undefined ? [] : [`${LABELS.signedOn}：${chineseDay(signedOn)}`]),
    ...(kept === undefined ? [] : [`${LABELS.kept}：${kept}`]),
  ]
}

export const answeringRefusals = {
  'waiver-unsigned':
    '口头放弃、没有签名的不算放弃，陈述申辩的期限照常计算。请让本人书面放弃，或者作笔录、宣读核对后签名；本人不签的，等期限届满。',
  'answer-record-incomplete': ({ missing }) =>
    `请写明${Array.isArray(missing) ? missing.map((name) => LABELS[name as Name] ?? '').join('、') : '签名的情况'}；没有签名的，选“口头提出，没有签名”。`,
  'answer-day-other': (facts) =>
    `签名日期要在告知书送达的日期${day(facts, 'from')}和今天${day(facts, 'to')}之间。请核对原件后再提交。`,
} satisfies Sentences

const day = (facts: Readonly<Record<string, unknown>>, name: string): string =>
  facts[name] === undefined ? '' : `（${chineseDay(String(facts[name]))}）`
