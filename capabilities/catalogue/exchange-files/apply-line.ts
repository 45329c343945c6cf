import type { ItemVersion, Limit } from '../contract.ts'
import { itemTypeTitles } from '../words.ts'
import { FIRM_THEMES, PERSON_THEMES } from '../contract/themes.ts'
import { asFaq, asFees, asMaterials, namedMaterials } from './apply-lists.ts'
import type { KnownBody } from './bodies.ts'
import {
  HANDLE_TYPES,
  LEVELS,
  LIMIT_UNITS,
  ONLINE_DEPTHS,
  POWER_SOURCES,
  PROJECT_TYPES,
  RESULT_TYPES,
  SERVES,
  YES_NO,
} from './choices.ts'
import { lawLine, lineOf } from './export.ts'
import { FIELD_IDS, type FieldId, type Line } from './fields.ts'
import { changesOf, OF_THE_VERSION, type FieldChange } from './plan.ts'

export interface Applied {
  body: ItemVersion
  /** What the file says and no part of an item can take over by itself: somebody reads it and writes it in. */
  left: readonly FieldChange[]
}

/**
 * An item as a line of a file would have it. Whatever is written in has to read back as the file says it, and the item has to keep
 * its shape; a change that does not is left to a person.
 */
export function applied(
  item: ItemVersion,
  said: Line,
  bodies: readonly KnownBody[],
  fits: (body: unknown) => body is ItemVersion,
): Applied {
  const before = lineOf(item, bodies)
  const whole: Line = { ...before, ...said }
  const changes = changesOf(before, said).filter(({ field }) => !OF_THE_VERSION.has(field))
  let body = item
  for (const { field, after } of changes.toSorted(listsFirst)) {
    const written = WRITERS[field]?.(body, whole)
    if (written === undefined || !fits(written)) continue
    if (lineOf(written, bodies)[field] === after) body = written
  }
  const now = lineOf(body, bodies)
  return { body, left: changes.filter(({ field, after }) => now[field] !== after) }
}

/** The whole list of materials says their names as well. */
const listsFirst = (one: FieldChange, other: FieldChange): number =>
  Number(other.field.endsWith('Details')) - Number(one.field.endsWith('Details')) ||
  FIELD_IDS.indexOf(one.field) - FIELD_IDS.indexOf(other.field)

type Writer = (item: ItemVersion, line: Line) => unknown

const keyOf = (titles: Readonly<Record<string, string>>, title: string | undefined): string | undefined =>
  Object.entries(titles).find(([, each]) => each === title)?.[0]
const keysOf = (titles: Readonly<Record<string, string>>, text = ''): (string | undefined)[] =>
  text.split('^').map((title) => keyOf(titles, title))
const lines = (text = ''): string[] => text.split('\n')

const WRITERS: Readonly<Partial<Record<FieldId, Writer>>> = {
  taskName: (item, line) => ({ ...item, name: line.taskName }),
  localCatalogCode: (item, line) => ({
    ...item,
    codes: { ...item.codes, legacyCode: line.localCatalogCode },
  }),
  taskCode: (item, line) => ({ ...item, codes: { ...item.codes, taskCode: line.taskCode } }),
  taskType: (item, line) => ({ ...item, itemType: keyOf(itemTypeTitles, line.taskType) }),
  useLevel: (item, line) => ({ ...item, useLevels: keysOf(LEVELS, line.useLevel) }),
  powerSource: (item, line) => ({ ...item, powerSource: keyOf(POWER_SOURCES, line.powerSource) }),
  entrustName: (item, line) => ({ ...item, entrustingBody: line.entrustName }),
  serverType: (item, line) => ({ ...item, serves: keysOf(SERVES, line.serverType) }),
  projectType: (item, line) => ({ ...item, projectType: keyOf(PROJECT_TYPES, line.projectType) }),
  byLaw: (item, line) => asLaw(item, lines(line.byLaw)),
  acceptCondition: (item, line) => ({ ...item, conditions: lines(line.acceptCondition) }),
  materials: (item, line) => namedMaterials(item, lines(line.materials)),
  materialDetails: (item, line) => asMaterials(item, line.materialDetails ?? ''),
  faqDetails: (item, line) => asFaq(item, line.faqDetails ?? ''),
  feeDetails: (item, line) => asFees(item, line.feeDetails ?? ''),
  ...limitWriters('statutoryLimit', ['anticipateDay', 'anticipateType', 'anticipateExplain']),
  ...limitWriters('promisedLimit', ['promiseDay', 'promiseType', 'promiseExplain']),
  limitExplain: (item, line) => ({ ...item, quantityLimit: line.limitExplain }),
  serviceType: (item, line) => ({ ...item, intermediaryServices: line.serviceType }),
  handleType: (item, line) => ({ ...item, handleTypes: keysOf(HANDLE_TYPES, line.handleType) }),
  limitSceneNum: (item, line) => ({ ...item, visits: Number(line.limitSceneNum) }),
  limitSceneExplain: (item, line) => ({ ...item, visitReason: line.limitSceneExplain }),
  onlineHandleDepth: (item, line) => ({
    ...item,
    onlineDepth: keysOf(ONLINE_DEPTHS, line.onlineHandleDepth),
  }),
  isFee: (item, line) => ({ ...item, fee: { ...item.fee, charged: keyOf(YES_NO, line.isFee) === '1' } }),
  feeBasis: (item, line) => ({ ...item, fee: { ...item.fee, basis: line.feeBasis } }),
  resultType: (item, line) => ({
    ...item,
    result: { ...item.result, type: keyOf(RESULT_TYPES, line.resultType) },
  }),
  resultName: (item, line) => ({ ...item, result: { ...item.result, name: line.resultName } }),
  linkWay: (item, line) => ({ ...item, enquiryPhone: line.linkWay }),
  superviseWay: (item, line) => ({ ...item, complaintPhone: line.superviseWay }),
  userTopicType: (item, line) => ({
    ...item,
    themes: { ...item.themes, person: keysOf(PERSON_THEMES, line.userTopicType) },
  }),
  corpTopicType: (item, line) => ({
    ...item,
    themes: { ...item.themes, firm: keysOf(FIRM_THEMES, line.corpTopicType) },
  }),
  planCancelDate: (item, line) => ({ ...item, effectiveTo: line.planCancelDate }),
}

function limitWriters(
  part: 'statutoryLimit' | 'promisedLimit',
  fields: readonly [FieldId, FieldId, FieldId],
): Partial<Record<FieldId, Writer>> {
  const [amount, unit, note] = fields
  const write: Writer = (item, line) => {
    const made = limitOf(item[part], line[amount], line[unit], line[note])
    return made && { ...item, [part]: made }
  }
  return Object.fromEntries(fields.map((field) => [field, write]))
}

const UNITS: Readonly<Record<string, Pick<Limit, 'unit' | 'within'>>> = {
  [LIMIT_UNITS[1]]: { unit: 'working-day' },
  [LIMIT_UNITS[2]]: { unit: 'calendar-day' },
  [LIMIT_UNITS[3]]: { unit: 'hour' },
  [LIMIT_UNITS[6]]: { unit: 'hour', within: 'office-hours' },
}

function limitOf(
  before: Limit | undefined,
  amount: string | undefined,
  unit: string | undefined,
  note: string | undefined,
): Limit | undefined {
  const named = unit === undefined ? undefined : UNITS[unit]
  if (named === undefined || amount === undefined) return undefined
  const { within: _within, note: _note, ...kept } = before ?? { amount: 0, unit: named.unit }
  return { ...kept, ...named, amount: Number(amount), ...(note ? { note } : {}) }
}

const OF_A_LAW = /^(.+?)(?:（([^（）]{1,100})）)?(第[^：]{1,40}条[^：]{0,20})：(.+)$/

/** A line that stands already stays as it is; a new one of a statute known here comes as not verified. */
function asLaw(item: ItemVersion, said: readonly string[]): unknown {
  const standing = item.legalBasis.map((basis) => ({ basis, line: lawLine(basis) }))
  const made = said.map((line) => {
    const same = standing.find((each) => each.line === line)
    if (same) return same.basis
    const [, law, documentNumber, article, text] = OF_A_LAW.exec(line) ?? []
    const issuer = item.legalBasis.find((each) => each.law === law)?.issuer
    if (issuer === undefined) return undefined
    return { law, ...(documentNumber ? { documentNumber } : {}), article, text, issuer, verified: false }
  })
  return made.includes(undefined) ? undefined : { ...item, legalBasis: made }
}
