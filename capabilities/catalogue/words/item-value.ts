import { domainTitles } from '../contract/domains.ts'
import type { ItemVersion, Limit } from '../contract.ts'
import { ITEM_VALUE_TITLES as TITLES } from './item-value-titles.ts'
import { limitSentence } from '../words.ts'

/** What stands at a place of an item, for people: codes by their names, lists by their lines, nothing as JSON. */
export function itemValueText(path: string, value: unknown): string {
  const field = path.split('/').slice(0, 3).join('/')
  const titles = TITLES[field] ?? TITLES[path.split('/').slice(0, 2).join('/')]
  const own = OWN[path]
  if (own !== undefined) return own(value as never)
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (typeof value === 'string' || typeof value === 'number') return titles?.[value] ?? String(value)
  if (Array.isArray(value)) return listText(value, titles)
  return typeof value === 'object' && value !== null ? ofObject(value as Fields) : ''
}

const PLACES = { hall: '大厅', centre: '中心', station: '站点' } as const
const MODES = { accept: '受理', handle: '直接办理' } as const

/** Places whose value is more than a word or a list of lines. */
const OWN: Readonly<Record<string, (value: never) => string>> = {
  '/domain': (value: ItemVersion['domain']) => domainTitles[value],
  '/promisedLimit': (value: Limit) => limitSentence(value),
  '/statutoryLimit': (value: Limit) => limitSentence(value),
  '/decidingBody': ({ kind, body }: ItemVersion['decidingBody']) =>
    kind === 'town' ? '各镇（街道）' : (body ?? ''),
  '/entryModes': (modes: ItemVersion['entryModes']) =>
    (['hall', 'centre', 'station'] as const)
      .flatMap((place) => (modes[place] === undefined ? [] : [`${PLACES[place]}${MODES[modes[place]]}`]))
      .join('，'),
  '/fee': ({ charged, lines = [] }: ItemVersion['fee']) => (charged ? listText(lines, undefined) : '不收费'),
  '/remedies': ({ reconsideration, litigation }: ItemVersion['remedies']) =>
    `${reconsideration.days}日内向${reconsideration.body}申请行政复议，${litigation.months}个月内向${litigation.court}起诉`,
}

interface Fields {
  name?: string
  label?: string
  question?: string
  law?: string
  article?: string
  limitWorkingDays?: number
  fields?: readonly unknown[]
  steps?: readonly unknown[]
}

function listText(list: readonly unknown[], titles: Readonly<Record<string, string>> | undefined): string {
  if (list.length === 0) return '（没有）'
  return list
    .map((line) => (typeof line === 'object' && line !== null ? ofObject(line as Fields) : String(line)))
    .map((text) => titles?.[text] ?? text)
    .join('；')
}

/** A line by what it is called; a form by its questions and a process by its steps. */
function ofObject(value: Fields): string {
  const { name, label, question, law, article, limitWorkingDays, fields, steps } = value
  if (law !== undefined) return `${law}${article ?? ''}`
  if (fields !== undefined) return listText(fields, undefined)
  if (steps !== undefined) return listText(steps, undefined)
  const called = label ?? name ?? question
  if (called === undefined)
    return Object.values(value)
      .filter((part) => typeof part === 'string' || typeof part === 'number')
      .join('，')
  return limitWorkingDays === undefined ? called : `${called}（${limitWorkingDays}个工作日）`
}
