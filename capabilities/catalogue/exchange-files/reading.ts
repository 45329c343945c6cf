import type { MendCode } from './findings.ts'
import type { FieldId } from './fields.ts'
import { CHOICES, type Choice } from './choices.ts'
import { DETAIL_FIELDS, readDetail, type DetailField } from './details.ts'
import { count, day, limit, type Read, type Reading } from './numbers.ts'

export function readCell(field: FieldId, original: string): Reading {
  const { text, mends } = tidied(field, original)
  if (text === '') return { text, mends: [] }
  const read = (READINGS[field] ?? plain)(text, field)
  return { ...read, mends: [...mends, ...read.mends] }
}

const plain: Read = (text) => ({ text, mends: [] })

/** Sentences keep their full-width signs; what is a code, a number or a phone does not. */
const NUMERIC: ReadonlySet<FieldId> = new Set([
  ...(['catalogCode', 'localCatalogCode', 'taskCode', 'localTaskCode', 'deptCode'] as const),
  ...([
    'anticipateDay',
    'promiseDay',
    'limitSceneNum',
    'taskVersion',
    'planEffectiveDate',
    'planCancelDate',
  ] as const),
  ...(['linkWay', 'superviseWay'] as const),
])
const CODES: ReadonlySet<FieldId> = new Set(['catalogCode', 'localCatalogCode', 'taskCode', 'deptCode'])

function tidied(field: FieldId, original: string): { text: string; mends: MendCode[] } {
  const mends: MendCode[] = []
  const lines = original
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(INVISIBLE, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  let text = lines.join('\n')
  if (text !== original.replaceAll(/\r\n?/g, '\n')) mends.push('spaces-taken')
  if (NUMERIC.has(field)) {
    const narrow = text.replaceAll(/[\uff01-\uff5e]/g, (sign) =>
      String.fromCharCode(sign.charCodeAt(0) - 0xfee0),
    )
    if (narrow !== text) mends.push('full-width')
    // A spreadsheet that opens a CSV shows the apostrophe that kept a long number whole, and saves it with the cell.
    text = narrow.replace(/^['‘’](?=[0-9A-Za-z])/, '')
    if (text !== narrow) mends.push('apostrophe-taken')
  }
  if (CODES.has(field)) {
    const close = text.replaceAll(/(?<=[0-9A-Za-z-]) +(?=[0-9A-Za-z-])/g, '').toUpperCase()
    if (close !== text && !mends.includes('spaces-taken')) mends.push('spaces-taken')
    text = close
  }
  return { text, mends }
}

/** Byte order marks, spaces of no width and soft hyphens that come along when text is copied from a page. */
const INVISIBLE = /[\u200b-\u200f\u2060\ufeff\u00ad]/g

/** A list of words: by title, by code, by what offices also call it. */
const oneOf: Read = (text, field) => {
  const found = chosen(text, CHOICES[field]!)
  return found ?? { text, mends: [], doubt: { code: 'word-unknown', ...allOf(CHOICES[field]!) } }
}

/** A short list is told whole. */
function allOf({ titles }: Choice): { proposal?: string } {
  const all = Object.entries(titles).toSorted(([one], [other]) => Number(one) - Number(other))
  return all.length > 8 ? {} : { proposal: all.map(([, title]) => title).join('、') }
}

/** The exchange parts several with `^`; people with every other sign, though some titles hold a 、 of their own. */
const severalOf: Read = (text, field) => {
  const choice = CHOICES[field]!
  const whole = chosen(text, choice)
  if (whole !== undefined) return whole
  const parted = text.includes('^') ? text.split('^') : text.split(/[、，,;；/\n]+/)
  const parts = parted.map((each) => each.trim()).filter((each) => each !== '')
  const found = parts.map((each) => chosen(each, choice))
  const lost = parts.filter((_, at) => found[at] === undefined)
  if (lost.length > 0) return { text, mends: [], doubt: { code: 'word-unknown', proposal: lost.join('、') } }
  const order = Object.values(choice.titles)
  const titles = [...new Set(found.map((each) => each!.text))].toSorted(
    (a, b) => order.indexOf(a) - order.indexOf(b),
  )
  const mended = !text.includes('^') || found.some((each) => each!.mends.length > 0)
  return { text: titles.join('^'), mends: mended ? ['other-wording'] : [] }
}

function chosen(text: string, choice: Choice): Reading | undefined {
  const found = keysOf(choice).get(plainKey(text))
  return found && { text: found.title, mends: found.other ? ['other-wording'] : [] }
}

const plainKey = (text: string): string => text.normalize('NFKC').replaceAll(/\s/g, '').toLowerCase()

type Keys = ReadonlyMap<string, { title: string; other: boolean }>
const keys = new WeakMap<Choice, Keys>()

/** Everything that names a word of the list, made once: ten thousand lines ask for twelve of them each. */
function keysOf(choice: Choice): Keys {
  const { titles, spellings = {} } = choice
  const known = keys.get(choice)
  if (known !== undefined) return known
  const made = new Map<string, { title: string; other: boolean }>()
  for (const [key, code] of Object.entries(spellings))
    made.set(plainKey(key), { title: titles[code]!, other: true })
  for (const [code, title] of Object.entries(titles)) {
    made.set(plainKey(title), { title, other: false })
    made.set(code, { title, other: false })
    // A spreadsheet takes the zero off 01.
    if (/^0\d$/.test(code)) made.set(code.slice(1), { title, other: false })
  }
  keys.set(choice, made)
  return made
}

/** What people put where there is nothing to say. */
const orNothing: Read = (text) =>
  /^[/\\—-]+$/.test(text) ? { text: '', mends: ['other-wording'] } : plain(text, 'taskName')

const detail: Read = (text, field) => ({ text: readDetail(field as DetailField, text), mends: [] })

const READINGS: Readonly<Partial<Record<FieldId, Read>>> = {
  ...Object.fromEntries(
    Object.entries(CHOICES).map(([field, { several }]) => [field, several ? severalOf : oneOf]),
  ),
  ...{ anticipateDay: limit, promiseDay: limit, limitSceneNum: count, taskVersion: count },
  ...{ planEffectiveDate: day, planCancelDate: day },
  ...{ specialProcedure: orNothing, limitExplain: orNothing, serviceType: orNothing, entrustName: orNothing },
  ...{ limitSceneExplain: orNothing, feeBasis: orNothing },
  ...Object.fromEntries(DETAIL_FIELDS.map((field) => [field, detail])),
}
