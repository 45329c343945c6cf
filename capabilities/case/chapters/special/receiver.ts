import { Type as T } from 'typebox'
import type { ActField } from '../../contract/act-field.ts'

/** Who took a notice from somebody's hand, and how they were known: what the record of service (送达) says. */
export const Receiver = {
  receiver: T.String({ minLength: 1, maxLength: 60 }),
  relation: T.Enum(['self', 'agent']),
  identified: T.String({ minLength: 1, maxLength: 60 }),
}

export const RECEIVER_FIELDS: readonly ActField[] = [
  { name: 'receiver', label: '签收人', type: 'text', required: true, maxLength: 60 },
  {
    name: 'relation',
    label: '与申请人的关系',
    type: 'choice',
    required: true,
    options: [
      { value: 'self', label: '本人' },
      { value: 'agent', label: '代收人' },
    ],
    start: 'self',
  },
  {
    name: 'identified',
    label: '核验的证件',
    type: 'text',
    required: true,
    maxLength: 60,
    hint: '例如：居民身份证；代收的再写委托书。',
  },
]
