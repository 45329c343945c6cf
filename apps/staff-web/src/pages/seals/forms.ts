import type { BoundSeal, NewSeal } from '#capabilities/licence-seal/contract/seal-routes.ts'
import type { ActField } from '../case/acts/act-field.ts'
import type { Choices } from '../powers/forms.ts'
import { sealsWords } from './words.ts'

const words = sealsWords.fields
const plain = ({ value, label }: { value: string; label: string }) => ({ value, label })
const towns = ({ bodies }: Choices) => bodies.filter(({ town }) => town).map(plain)

const reason: ActField = {
  ...{ name: 'reason', label: words.reason, type: 'long-text', required: true },
  ...{ least: 4, maxLength: 300 },
}

export const issueFields = (choices: Choices): ActField[] => [
  {
    ...{ name: 'kind', label: words.kind, type: 'choice', required: true },
    options: (['numbered', 'bureau', 'centre'] as const).map((value) => ({
      value,
      label: words.kinds[value],
    })),
  },
  {
    ...{ name: 'body', label: words.body, type: 'choice', required: true, hint: words.bodyHint },
    options: choices.bodies.map(plain),
  },
  {
    ...{ name: 'number', label: words.number, type: 'integer', required: true, sent: 'number' },
    ...{ minimum: 1, maximum: 9999, hint: words.numberHint, showWhen: { field: 'kind', equals: 'numbered' } },
  },
  {
    ...{ name: 'holder', label: words.holder, type: 'choice', required: true, options: towns(choices) },
    ...{ hint: words.holderHint, showWhen: { field: 'kind', equals: 'numbered' } },
  },
  {
    ...{ name: 'items', label: words.items, type: 'choices', required: true },
    ...{ options: choices.items.map(plain), hint: words.itemsHint },
    showWhen: { field: 'kind', equals: 'numbered' },
  },
  { name: 'from', label: words.from, type: 'date', required: true },
]

export const issuedSeal = (input: Readonly<Record<string, unknown>>): NewSeal => input as NewSeal

export const bindFields = (choices: Choices): ActField[] => [
  { name: 'holder', label: words.holder, type: 'choice', required: true, options: towns(choices) },
  {
    ...{ name: 'items', label: words.items, type: 'choices', required: true },
    ...{ options: choices.items.map(plain), hint: words.itemsHint },
  },
  reason,
]

export const boundSeal = (input: Readonly<Record<string, unknown>>): BoundSeal => input as BoundSeal

export const reasonFields = (): ActField[] => [reason]
