import type { Material } from '../contract/material.ts'
import { plainHeading } from './plain-heading.ts'

/** One column of a list that belongs to an item: how files head it, and the words it takes where it takes only some. */
export interface Part {
  titles: readonly [string, ...string[]]
  words?: Readonly<Record<string, string>>
  count?: true
}

export interface Detail {
  /** The sheet of a workbook that holds it, a row for each entry. */
  sheet: string
  /** How numbered columns begin: `材料1名称`. */
  groups: readonly [string, ...string[]]
  /** The first names the entry. */
  parts: readonly [Part, ...Part[]]
}

export const MATERIAL_KINDS = { certificate: '证件证书证明', form: '申请表格文书', other: '其他' } as const
export const MATERIAL_SOURCES = {
  ...{ applicant: '申请人自备', government: '政府部门核发', other: '其他' },
} as const satisfies Record<Material['source'], string>
export const MEDIA = { paper: '纸质', electronic: '电子', both: '纸质和电子' } as const
export const NECESSITIES = { required: '必要', conditional: '非必要', tolerable: '容缺后补' } as const

const MATERIAL: Detail = {
  sheet: '申请材料',
  groups: ['材料', '申请材料'],
  parts: [
    { titles: ['名称'] },
    { titles: ['类型'], words: MATERIAL_KINDS },
    { titles: ['来源渠道', '来源'], words: MATERIAL_SOURCES },
    { titles: ['原件份数', '原件'], count: true },
    { titles: ['复印件份数', '复印件'], count: true },
    { titles: ['形式', '介质'], words: MEDIA },
    { titles: ['必要性'], words: NECESSITIES },
    { titles: ['适用情形'] },
    { titles: ['受理标准'] },
    { titles: ['填报须知'] },
    { titles: ['依据', '设定依据'] },
  ],
}
const FAQ: Detail = {
  sheet: '常见问题',
  groups: ['常见问题', '问答'],
  parts: [{ titles: ['问题', '问'] }, { titles: ['答案', '解答', '答'] }],
}
const FEE: Detail = {
  sheet: '收费项目',
  groups: ['收费项目', '收费'],
  parts: [
    { titles: ['名称'] },
    { titles: ['标准', '收费标准'] },
    { titles: ['依据', '收费依据'] },
    { titles: ['是否可减免', '减免'], words: { true: '是', false: '否' } },
  ],
}

/** Lists that an item holds: in one cell, in numbered columns of its row, or in a sheet of their own; all three are read as the same. */
export const DETAILS = { materialDetails: MATERIAL, faqDetails: FAQ, feeDetails: FEE } as const
export type DetailField = keyof typeof DETAILS
export const DETAIL_FIELDS = Object.keys(DETAILS) as DetailField[]

/** Between the parts of an entry that stands in one cell, an entry a line. */
const BETWEEN = '｜'

export const entriesOf = (text: string): string[][] =>
  text === '' ? [] : text.split('\n').map((line) => line.split(BETWEEN))

/** Entries in the one way they are kept: counts as digits, nothing behind the last part, no entry without a word. */
export function detailText(field: DetailField, entries: readonly (readonly string[])[]): string {
  const { parts } = DETAILS[field]
  return entries
    .map((entry) => parts.map((part, at) => partText(part, entry[at] ?? '')))
    .filter((entry) => entry.some((part) => part !== ''))
    .map((entry) => entry.join(BETWEEN).replace(/｜+$/, ''))
    .join('\n')
}

function partText({ count, words }: Part, written: string): string {
  const text = written
    .replaceAll(/\s*\n\s*/g, ' ')
    .replaceAll(BETWEEN, '/')
    .trim()
  if (count) return /^(\d+)(?:\.0+)?份?$/.exec(text.normalize('NFKC'))?.[1] ?? text
  return words && Object.hasOwn(words, text) ? words[text]! : text
}

/** As a cell holds it, in whatever order of signs somebody typed it. */
export const readDetail = (field: DetailField, text: string): string => detailText(field, entriesOf(text))

export interface DetailColumn {
  field: DetailField
  /** Which entry of the row; from 1. */
  entry: number
  part: number
}

/** `材料1名称`, `材料名称1`, `材料1`: which part of which entry a numbered column holds. */
export const detailHeaded = (heading: string): DetailColumn | undefined => {
  const [, before, digits, after] = /^(\D+)(\d{1,2})(\D*)$/.exec(plainHeading(heading)) ?? []
  if (before === undefined) return undefined
  const found = NUMBERED.get(before + after)
  return found && { ...found, entry: Number(digits) }
}

/** `材料名称` in a sheet of its own. */
export const partHeaded = (heading: string): Omit<DetailColumn, 'entry'> | undefined =>
  NAMED.get(plainHeading(heading))

/** How the columns leave the house. */
export const numberedHeading = (field: DetailField, entry: number, part: number): string =>
  `${DETAILS[field].groups[0]}${entry}${DETAILS[field].parts[part]!.titles[0]}`
export const sheetHeading = (field: DetailField, part: number): string =>
  `${DETAILS[field].groups[0]}${DETAILS[field].parts[part]!.titles[0]}`

const NAMED = new Map(
  DETAIL_FIELDS.flatMap((field) =>
    DETAILS[field].parts.flatMap(({ titles }, part) =>
      titles.flatMap((title) =>
        DETAILS[field].groups.map((group) => [plainHeading(group + title), { field, part }] as const),
      ),
    ),
  ),
)
const NUMBERED = new Map([
  ...NAMED,
  ...DETAIL_FIELDS.flatMap((field) =>
    DETAILS[field].groups.map((group) => [plainHeading(group), { field, part: 0 }] as const),
  ),
  // 问题1、答案1: nobody writes 常见问题1问题.
  ...FAQ.parts.flatMap(({ titles }, part) =>
    titles.map((title) => [title, { field: 'faqDetails', part }] as const),
  ),
])
