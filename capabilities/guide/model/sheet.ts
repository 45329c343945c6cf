import type { GuideData } from '../documents/guide-data.ts'
import { NOT_ACCEPTED } from '../words.ts'

/** 服务指南七项统一 (LC-3.5-02), in the words and the order of the clause. */
export const UNIFIED_FIELDS = {
  name: '事项名称',
  type: '事项类型',
  basis: '办事依据',
  conditions: '办理条件',
  materials: '申请材料',
  limit: '办理时限',
  fee: '收费情况',
} as const
export type UnifiedField = keyof typeof UNIFIED_FIELDS

/** Everything a guide says to everybody alike; what belongs to a place (address, hours, its phone) is not in it. */
export const SHEET_FIELDS = {
  ...UNIFIED_FIELDS,
  body: '决定机构',
  applicants: '适用范围',
  notAccepted: '不予受理',
  quota: '数量限制',
  process: '办理流程',
  result: '办理结果',
  delivery: '结果送达',
  ways: '办理方式',
  visits: '到现场次数',
  enquiry: '咨询电话',
  complaint: '监督投诉',
  remedies: '救济途径',
} as const
export type SheetField = keyof typeof SHEET_FIELDS

/** A guide as lines of text by field: the one source that portal, kiosk, screen and paper are compared with. */
export type Sheet = Readonly<Record<SheetField, readonly string[]>>

/** Made from what the printed guide is made of, so that no channel can have words of its own. */
export function sheetOf(data: GuideData): Sheet {
  return {
    name: [data.name],
    type: [data.itemType, data.caseType],
    basis: data.basis.map(({ law, article }) => `${law}${article}`),
    conditions: data.conditions.filter((line) => !line.startsWith(NOT_ACCEPTED)),
    notAccepted: data.conditions.flatMap((line) =>
      line.startsWith(NOT_ACCEPTED) ? [line.slice(NOT_ACCEPTED.length)] : [],
    ),
    materials: data.materials.map(materialLine),
    limit: [
      `承诺时限：${limitWords(data.promisedLimit)}`,
      `法定时限：${data.statutoryLimit === undefined ? '未规定' : limitWords(data.statutoryLimit)}`,
    ],
    fee: data.fee.charged ? data.fee.items.map(({ name, standard }) => `${name}：${standard}`) : ['不收费'],
    body: [data.decidingBody],
    applicants: data.applicants,
    quota: [data.quota ?? '无'],
    process: data.steps.map(stepLine),
    result: data.results.map(({ name, kind, validity = '长期' }) => `${name}（${kind}，${validity}）`),
    delivery: data.resultDelivery,
    ways: data.channels,
    visits: [`${data.visits}次`],
    enquiry: data.consultPhones,
    complaint: data.complaintPhones,
    remedies: [data.remedies.own ?? `复议：${data.remedies.reviewBody}；诉讼：${data.remedies.court}`],
  }
}

function materialLine({ name, originals, copies, need, tolerable }: GuideData['materials'][number]): string {
  const count = [originals > 0 ? `原件${originals}份` : '', copies > 0 ? `复印件${copies}份` : '']
  const marks = [...count, need === 'required' ? '' : '视情况', tolerable ? '可容缺' : ''].filter(Boolean)
  return marks.length === 0 ? name : `${name}（${marks.join('，')}）`
}

function stepLine({ name, role, limitWorkingDays }: GuideData['steps'][number]): string {
  return `${name}（${role}，${limitWorkingDays === undefined ? '当场' : `${limitWorkingDays}个工作日`}）`
}

function limitWords(limit: GuideData['promisedLimit']): string {
  return 'onTheSpot' in limit ? '当场办结' : `${limit.amount}个${limit.unit}`
}

/** One field in which a copy says something else than its source. */
export interface SheetDifference {
  field: SheetField
  fieldTitle: string
  source: string[]
  copy: string[]
}

export function sheetDifferences(source: Sheet, copy: Partial<Sheet>): SheetDifference[] {
  return fieldsIn(SHEET_FIELDS).flatMap((field) => {
    const [here, there] = [source[field], copy[field] ?? []]
    const same = here.length === there.length && here.every((line, at) => line === there[at])
    return same ? [] : [{ field, fieldTitle: SHEET_FIELDS[field], source: [...here], copy: [...there] }]
  })
}

const fieldsIn = <F extends string>(titles: Readonly<Record<F, string>>): F[] => Object.keys(titles) as F[]

/** Who has a sheet: a town's centre, or a county of the city. */
export interface SheetHolder {
  holder: string
  sheet: Partial<Sheet>
}

/** One of the seven fields that is not the same everywhere, with who says what; the usual wording first. */
export interface UnifiedDifference {
  field: UnifiedField
  fieldTitle: string
  says: { lines: string[]; holders: string[] }[]
}

/** In which of the seven fields those who have a guide of one item differ (七项统一对照); nothing when all say the same. */
export function unifiedDifferences(holders: readonly SheetHolder[]): UnifiedDifference[] {
  return fieldsIn(UNIFIED_FIELDS).flatMap((field) => {
    const said = new Map<string, { lines: string[]; holders: string[] }>()
    for (const { holder, sheet } of holders) {
      const lines = sheet[field] ?? []
      const key = JSON.stringify(lines)
      const group = said.get(key) ?? { lines: [...lines], holders: [] }
      group.holders.push(holder)
      said.set(key, group)
    }
    if (said.size < 2) return []
    const says = [...said.values()].toSorted((a, b) => b.holders.length - a.holders.length)
    return [{ field, fieldTitle: UNIFIED_FIELDS[field], says }]
  })
}
