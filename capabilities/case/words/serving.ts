import { chineseDay } from '#engine/clock/explain.ts'
import type { Serving, ServingMode } from '#capabilities/licence-seal/model.ts'
import type { Sentences } from '#platform/http/problem.ts'
import type { ActField } from '../contract/act-field.ts'

export const SERVED_BY: Readonly<Record<ServingMode | 'electronic', string>> = {
  window: '直接送达',
  leave: '留置送达',
  post: '邮寄送达',
  electronic: '送到网上账户',
  announcement: '公告送达',
}

const LABELS = {
  receiver: '签收人',
  identified: '核验的证件',
  leftAt: '留置地点',
  refusal: '拒收的事由',
  witness: '见证人',
  waybill: '邮件号码',
  signer: '回执上的收件人',
  receivedOn: '回执上的收件日期',
  announcedAt: '公告在哪里',
  reason: '为什么只能公告',
  announcedOn: '发出公告的日期',
} as const satisfies Partial<Record<keyof Serving, string>>
type Name = keyof typeof LABELS

const asked = (mode: ServingMode, name: Name, maxLength: number, hint?: string): ActField => ({
  ...{ name, label: LABELS[name], required: true, showWhen: { field: 'mode', equals: mode } },
  ...(name.endsWith('On') ? { type: 'date' } : { type: 'text', least: 1, maxLength }),
  ...(hint === undefined ? {} : { hint }),
})

/** What a record of service asks, by the way it was served. */
export const SERVING_FIELDS: readonly ActField[] = [
  {
    ...{ name: 'mode', label: '送达方式', type: 'choice', required: true, start: 'window' },
    options: (['window', 'leave', 'post', 'announcement'] as const).map((value) => ({
      value,
      label: SERVED_BY[value],
    })),
    hint: '先直接送达；拒收的留置，确有困难的邮寄；下落不明或者都送不到的才公告。',
  },
  asked('window', 'receiver', 60),
  {
    ...{ name: 'relation', label: '与受送达人的关系', type: 'choice', required: true, start: 'self' },
    options: [
      { value: 'self', label: '本人' },
      { value: 'agent', label: '代收人' },
    ],
    showWhen: { field: 'mode', equals: 'window' },
  },
  asked('window', 'identified', 60, '例如：居民身份证；代收的再写委托书。'),
  asked('leave', 'leftAt', 100),
  asked('leave', 'refusal', 300),
  asked('leave', 'witness', 60, '有关基层组织或者所在单位的代表；没有见证人的写明拍照、录像。'),
  asked('post', 'waybill', 60),
  asked('post', 'signer', 60),
  asked('post', 'receivedOn', 10, '收到回执以后再登记，以回执上注明的收件日期为送达日期。'),
  asked('announcement', 'announcedAt', 100, '例如：区政府网站和持证人住所地的公告栏。'),
  asked('announcement', 'reason', 300, '写明下落不明，或者其他方式怎样送不到。'),
  asked('announcement', 'announcedOn', 10, '自发出公告之日起经过三十日视为送达，系统到时自动生效。'),
]

/** A record of service, worded for the story and for the paper. */
export function servingLines(opened: unknown): string[] {
  const record = (typeof opened === 'object' && opened !== null ? opened : {}) as Partial<Serving>
  const lines = (Object.keys(LABELS) as Name[]).flatMap((name) =>
    record[name] === undefined || record[name] === ''
      ? []
      : [`${LABELS[name]}：${name.endsWith('On') ? chineseDay(record[name]) : record[name]}`],
  )
  return [...lines, ...(record.relation === 'agent' ? ['由代收人签收'] : [])]
}

const dayIn = (facts: Readonly<Record<string, unknown>>, name: string): string =>
  facts[name] === undefined ? '' : chineseDay(String(facts[name]))

/** Refusals of whoever registers a service; the same for a licence and for a case. */
export const servingRefusals = {
  'serving-incomplete': ({ mode, missing }) =>
    `${SERVED_BY[mode as ServingMode] ?? '送达'}要写明${Array.isArray(missing) ? missing.map((name) => LABELS[name as Name] ?? '').join('、') : '送达情况'}，送达回证要用。请补上后再提交。`,
  'serving-day-other': (facts) =>
    `送达日期要在文书日期（${dayIn(facts, 'from')}）和今天（${dayIn(facts, 'to')}）之间。请按回执或者公告核对后再提交。`,
  'announcement-running': (facts) =>
    `已经公告送达，${facts['day'] === undefined ? '公告期还没有届满' : `到${dayIn(facts, 'day')}视为送达`}。不用再公告；本人来领取的，可以登记直接送达。`,
} satisfies Sentences
