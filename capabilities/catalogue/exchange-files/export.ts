import { sheetFile, type Sheet, type SheetFile } from '#ui/format/sheet.ts'
import type { ItemVersion, Limit } from '../contract.ts'
import { composeTask } from '../model/codes.ts'
import { itemTypeTitles } from '../words.ts'
import { EACH_TOWN, EACH_TOWN_ONLY, type KnownBody } from './bodies.ts'
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
import {
  DETAIL_FIELDS,
  DETAILS,
  detailText,
  entriesOf,
  MATERIAL_KINDS,
  MATERIAL_SOURCES,
  MEDIA,
  NECESSITIES,
  numberedHeading,
  sheetHeading,
  type DetailField,
} from './details.ts'
import { FIELD_IDS, titleOf, type FieldId, type Line } from './fields.ts'
import type { StandingLine } from './plan.ts'
import { readCell } from './reading.ts'
import { FIRM_THEMES, PERSON_THEMES } from '../contract/themes.ts'

/** The catalogue as the national exchange heads its columns, a line for each item. */
export function catalogueSheet(title: string, lines: readonly Line[]): Sheet {
  return {
    title,
    columns: FIELD_IDS.map((id) => ({ id, title: titleOf(id), kind: 'text' })),
    rows: lines.map((line) => FIELD_IDS.map((field) => line[field])),
    asked: [],
    more: false,
  }
}

const isDetail = (field: FieldId): field is DetailField =>
  (DETAIL_FIELDS as readonly FieldId[]).includes(field)
const PLAIN_FIELDS = FIELD_IDS.filter((field) => !isDetail(field))

/** As CSV the lists of an item stand in numbered columns of its row; a workbook has a sheet for each. */
export function catalogueFileOf(title: string, lines: readonly Line[]): SheetFile {
  const columns = PLAIN_FIELDS.map((id) => ({ id, title: titleOf(id), kind: 'text' as const }))
  const plain = lines.map((line) => PLAIN_FIELDS.map((field) => line[field]))
  const numbered = DETAIL_FIELDS.flatMap((field) => numberedColumns(field, lines))
  const about = { title, asked: [], more: false }
  const flat = sheetFile({
    ...about,
    columns: [
      ...columns,
      ...numbered.map(({ heading }) => ({ id: heading, title: heading, kind: 'text' as const })),
    ],
    rows: plain.map((row, at) => [...row, ...numbered.map(({ cells }) => cells[at])]),
  })
  const beside = DETAIL_FIELDS.map((field) => detailSheetOf(field, lines))
  const whole = sheetFile({ ...about, columns, rows: plain, beside })
  return { ...flat, xlsx: whole.xlsx }
}

function numberedColumns(field: DetailField, lines: readonly Line[]) {
  const entries = lines.map((line) => entriesOf(line[field] ?? ''))
  const most = entries.reduce((max, { length }) => Math.max(max, length), 0)
  return Array.from({ length: most }, (_, entry) =>
    DETAILS[field].parts.map((_part, part) => ({
      heading: numberedHeading(field, entry + 1, part),
      cells: entries.map((each) => each[entry]?.[part]),
    })),
  ).flat()
}

/** The codes that name the item, then the parts of an entry. */
const NAMING: readonly FieldId[] = ['localTaskCode', 'taskCode', 'taskName']

function detailSheetOf(field: DetailField, lines: readonly Line[]): Sheet {
  const parts = DETAILS[field].parts.map((_, part) => sheetHeading(field, part))
  return {
    title: DETAILS[field].sheet,
    columns: [...NAMING.map(titleOf), ...parts].map((title) => ({ id: title, title, kind: 'text' })),
    rows: lines.flatMap((line) =>
      entriesOf(line[field] ?? '').map((entry) => [
        ...NAMING.map((each) => line[each]),
        ...parts.map((_, part) => entry[part]),
      ]),
    ),
    ...{ asked: [], more: false },
  }
}

export const standingLine = (item: ItemVersion, bodies: readonly KnownBody[]): StandingLine => ({
  item: item.id,
  line: lineOf(item, bodies),
})

/** What a file says of an item, written as a file is read, so that what went out comes back as the same. */
export function lineOf(item: ItemVersion, bodies: readonly KnownBody[]): Line {
  const said: Record<FieldId, string> = {
    ...identity(item, bodies),
    ...law(item),
    ...limits(item),
    ...handling(item),
    ...outcome(item),
    ...lists(item),
  }
  return Object.fromEntries(
    FIELD_IDS.flatMap((field) => {
      const { text } = readCell(field, said[field])
      return text === '' ? [] : [[field, text]]
    }),
  )
}

type Part<F extends FieldId> = Record<F, string>

const several = (keys: readonly string[] | undefined, titles: Readonly<Record<string, string>>): string =>
  Object.entries(titles)
    .flatMap(([code, title]) => (keys?.includes(code) ? [title] : []))
    .join('^')
const yesNo = (yes: boolean): string => YES_NO[yes ? 1 : 0]

function identity(item: ItemVersion, bodies: readonly KnownBody[]) {
  const { kind, body: id, townsOnly } = item.decidingBody
  const { catalogCode, taskCode, legacyCode = '' } = item.codes
  const body = kind === 'body' ? bodies.find((each) => each.id === id) : undefined
  const made = body && composeTask({ creditCode: body.creditCode, level: String(body.tier) }, catalogCode)
  return {
    taskName: item.name,
    catalogCode,
    localCatalogCode: legacyCode,
    taskCode: taskCode ?? made ?? '',
    localTaskCode: item.id,
    taskType: itemTypeTitles[item.itemType],
    deptName: kind === 'town' ? (townsOnly ? EACH_TOWN_ONLY : EACH_TOWN) : (body?.name ?? ''),
    deptCode: body?.creditCode ?? '',
    useLevel: several(item.useLevels, LEVELS),
    powerSource: item.powerSource ? POWER_SOURCES[item.powerSource] : '',
    entrustName: item.entrustingBody ?? '',
    serverType: several(item.serves, SERVES),
    projectType: PROJECT_TYPES[item.projectType],
  } satisfies Partial<Part<FieldId>>
}

function law(item: ItemVersion) {
  return {
    byLaw: item.legalBasis.map(lawLine).join('\n'),
    acceptCondition: item.conditions.join('\n'),
    materials: item.materials.map(({ name }) => name).join('\n'),
    specialProcedure: item.specialProcedures.map(({ name, basis: by }) => `${name}（${by}）`).join('\n'),
    limitExplain: item.quantityLimit ?? '',
    serviceType: item.intermediaryServices ?? '',
  } satisfies Partial<Part<FieldId>>
}

export function lawLine({
  law: name,
  documentNumber,
  article,
  text,
}: ItemVersion['legalBasis'][number]): string {
  const number = documentNumber === undefined ? '' : `（${documentNumber}）`
  return `${name}${number}${article}：${text.replaceAll('\n', '')}`
}

/** 0 says that no law sets a limit (国家平台：0=无法定时限). */
const NO_LIMIT_BY_LAW = { amount: '0', unit: '', note: '无法定办结时限' }

function limits({ statutoryLimit, promisedLimit }: ItemVersion) {
  const byLaw = statutoryLimit ? limitParts(statutoryLimit) : NO_LIMIT_BY_LAW
  const promise = limitParts(promisedLimit)
  return {
    ...{ anticipateDay: byLaw.amount, anticipateType: byLaw.unit, anticipateExplain: byLaw.note },
    ...{ promiseDay: promise.amount, promiseType: promise.unit, promiseExplain: promise.note },
  }
}

function limitParts({ amount, unit, within, note = '' }: Limit) {
  const hours = within === undefined ? LIMIT_UNITS[3] : LIMIT_UNITS[6]
  const units = { 'working-day': LIMIT_UNITS[1], 'calendar-day': LIMIT_UNITS[2], hour: hours }
  return { amount: String(amount), unit: units[unit], note }
}

function handling(item: ItemVersion) {
  return {
    handleType: several(item.handleTypes, HANDLE_TYPES),
    limitSceneNum: String(item.visits),
    limitSceneExplain: item.visitReason ?? '',
    isOnline: yesNo(item.handleTypes.some((type) => type === '2' || type === '3')),
    onlineHandleDepth: several(item.onlineDepth, ONLINE_DEPTHS),
    isEntryCenter: yesNo(item.entryModes.hall !== undefined),
    isExpress: yesNo(item.delivery.includes('post') || item.handleTypes.includes('4')),
    isFee: yesNo(item.fee.charged),
    feeBasis: item.fee.basis ?? '',
  } satisfies Partial<Part<FieldId>>
}

function outcome(item: ItemVersion) {
  return {
    resultType: RESULT_TYPES[item.result.type],
    resultName: item.result.name,
    linkWay: item.enquiryPhone,
    superviseWay: item.complaintPhone,
    userTopicType: several(item.themes?.person, PERSON_THEMES),
    corpTopicType: several(item.themes?.firm, FIRM_THEMES),
    planEffectiveDate: item.effectiveFrom,
    planCancelDate: item.effectiveTo ?? '',
    taskVersion: String(item.version),
  } satisfies Partial<Part<FieldId>>
}

function lists({ materials, faq, fee }: ItemVersion) {
  return {
    materialDetails: detailText('materialDetails', materials.map(materialParts)),
    faqDetails: detailText(
      'faqDetails',
      faq.map(({ question, answer }) => [question, answer]),
    ),
    feeDetails: detailText(
      'feeDetails',
      (fee.lines ?? []).map(({ name, standard, basis, reducible }) => [
        ...[name, standard, basis, yesNo(reducible)],
      ]),
    ),
  } satisfies Record<DetailField, string>
}

export function materialParts(material: ItemVersion['materials'][number]): string[] {
  const { name, kind, source, originals, copies, medium, necessity } = material
  const { when = '', acceptStandard, fillNote = '', basis = '' } = material
  return [
    ...[name, MATERIAL_KINDS[kind], MATERIAL_SOURCES[source], String(originals), String(copies)],
    ...[MEDIA[medium], NECESSITIES[necessity], when, acceptStandard, fillNote, basis],
  ]
}
