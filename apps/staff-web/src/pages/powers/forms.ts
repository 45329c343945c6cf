import type {
  AmendedPower,
  NewPower,
  PowerView,
  TakenBack,
} from '#capabilities/catalogue/contract/power-routes.ts'
import type { ActField } from '../case/acts/act-field.ts'
import { powersWords } from './words.ts'

const words = powersWords.fields

export interface Choices {
  items: readonly { value: string; label: string }[]
  bodies: readonly { value: string; label: string; town: boolean }[]
  places: readonly { value: string; label: string; body: string }[]
}

const DOCUMENT: readonly ActField[] = [
  {
    name: 'title',
    label: words.title,
    type: 'text',
    required: true,
    maxLength: 200,
    section: words.document,
  },
  { name: 'number', label: words.number, type: 'text', required: true, maxLength: 60 },
  { name: 'on', label: words.on, type: 'date', required: true },
]

const conditions: ActField = {
  ...{ name: 'conditions', label: words.conditions, type: 'long-text', required: false, sent: 'lines' },
  ...{ maxLength: 2000, hint: words.conditionsHint },
}

const plain = ({ value, label }: { value: string; label: string }) => ({ value, label })

/** What is asked when powers are given. */
export const giveFields = ({ items, bodies, places }: Choices): ActField[] => [
  { name: 'item', label: words.item, type: 'choice', required: true, options: items.map(plain) },
  {
    ...{ name: 'kind', label: words.kind, type: 'choice', required: true, hint: words.kindHint },
    options: (['delegated', 'entrusted'] as const).map((value) => ({
      value,
      label: powersWords.kinds[value],
    })),
  },
  { name: 'by', label: words.by, type: 'choice', required: true, options: bodies.map(plain) },
  { name: 'body', label: words.body, type: 'choice', required: true, options: bodies.map(plain) },
  {
    ...{ name: 'place', label: words.place, type: 'choice', required: false },
    options: [{ value: '*', label: words.anywhere }, ...places.map(plain)],
  },
  {
    ...{ name: 'powers', label: words.powers, type: 'choices', required: true },
    options: (['accept', 'decide', 'seal'] as const).map((value) => ({
      value,
      label: powersWords.powerNames[value],
    })),
  },
  { name: 'from', label: words.from, type: 'date', required: true },
  { name: 'to', label: words.to, type: 'date', required: false, hint: words.toHint },
  ...DOCUMENT,
  { name: 'announcedOn', label: words.announcedOn, type: 'date', required: false, hint: words.announcedHint },
  { name: 'announcedWhere', label: words.announcedWhere, type: 'text', required: false, maxLength: 200 },
  conditions,
]

export function givenPower(input: Readonly<Record<string, unknown>>): NewPower {
  const { item, kind, by, body, place, powers, from, to, conditions: bound } = input as Record<string, string>
  const lines = bound as unknown as string[] | undefined
  return {
    ...{ items: [item!], kind: kind as NewPower['kind'], by: by!, body: body!, from: from! },
    places: place === undefined || place === '*' ? [] : [place],
    powers: powers as unknown as NewPower['powers'],
    document: documentOf(input),
    ...(to === undefined ? {} : { to }),
    ...(lines === undefined ? {} : { conditions: lines }),
  }
}

export const amendFields = (): ActField[] => [
  { name: 'to', label: words.to, type: 'date', required: false, hint: words.toHint },
  conditions,
  ...DOCUMENT,
]

/** What the power begins the form with. */
export const amendStart = ({ to, conditions: bound }: PowerView) => ({
  ...(to === undefined ? {} : { to }),
  ...(bound === undefined ? {} : { conditions: bound.join('\n') }),
})

export function amendedPower(input: Readonly<Record<string, unknown>>): AmendedPower {
  const { to, conditions: bound } = input as { to?: string; conditions?: string[] }
  return { to: to ?? null, conditions: bound ?? [], document: documentOf(input) }
}

export const takeBackFields = (): ActField[] => [
  { name: 'day', label: words.day, type: 'date', required: true, hint: words.dayHint },
  { name: 'reason', label: words.reason, type: 'long-text', required: true, least: 4, maxLength: 300 },
  ...DOCUMENT,
]

export function takenBack(input: Readonly<Record<string, unknown>>): TakenBack {
  const { day, reason } = input as Record<string, string>
  return { on: day!, reason: reason!, document: documentOf(input) }
}

function documentOf(input: Readonly<Record<string, unknown>>): NewPower['document'] {
  const { title, number, on, announcedOn, announcedWhere } = input as Record<string, string>
  return {
    ...{ title: title!, number: number!, on: on! },
    ...(announcedOn && announcedWhere ? { announced: { on: announcedOn, where: announcedWhere } } : {}),
  }
}
