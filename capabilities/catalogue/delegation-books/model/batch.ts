import { Type as T } from 'typebox'
import { field, record } from '#capabilities/books/model.ts'
import type { GrantDocument } from '../../contract/delegation.ts'
import type { NewPower } from '../../contract/power-routes.ts'
import { Opinion } from './opinions.ts'

const KINDS = { delegated: '下放（以镇街名义行使）', entrusted: '委托（以委托机关名义行使）' } as const
const POWERS = { accept: '受理', decide: '决定', seal: '盖章' } as const

/** What a batch says of the powers it gives. */
const POWERS_GIVEN = {
  by: field.body('权属单位', '法律把这项权力给了谁'),
  items: field.several(field.item(), '事项', { most: 20 }),
  kind: field.choice('方式', KINDS),
  powers: field.several(field.choice('权力', POWERS), '权力', { most: 3 }),
  from: field.day('生效日期', '镇街接住以后才登记，不早于这一天'),
  to: field.optional(field.day('截止日期')),
  conditions: field.optional(
    field.several(field.text('条件', { least: 2, most: 200 }), '行使条件', { most: 10 }),
  ),
}

export const Proposal = record({
  name: field.text('批次', { most: 60, hint: '例如：2026年第一批' }),
  ...POWERS_GIVEN,
  towns: field.several(field.body('镇（街道）'), '接收的镇（街道）', { most: 60 }),
  stations: field.optional(
    field.several(field.place('村（社区）站'), '只给这些村（社区）站（定向放权）', { most: 60 }),
  ),
})

/** The paper that gives the powers (决定、委托书). */
export const Document = record({
  title: field.text('文件名称', { most: 200 }),
  number: field.text('文号', { most: 60 }),
  on: field.day('印发日期'),
  announcedOn: field.optional(field.day('公告日期', '委托必须公告')),
  announcedWhere: field.optional(field.text('公告渠道', { most: 200 })),
})

export const BatchBody = record({
  ...Proposal.properties,
  opinions: field.optional(T.Array(Opinion, { title: '各单位意见' })),
  title: field.optional(field.text('文件名称', { most: 200 })),
  number: field.optional(field.text('文号', { most: 60 })),
  on: field.optional(field.day('印发日期')),
  announcedOn: field.optional(field.day('公告日期')),
  announcedWhere: field.optional(field.text('公告渠道', { most: 200 })),
})

/** A batch of powers handed down together (成熟一批、赋予一批). */
export interface Batch {
  name: string
  by: string
  items: string[]
  kind: keyof typeof KINDS
  powers: (keyof typeof POWERS)[]
  from: string
  to?: string
  conditions?: string[]
  towns: string[]
  stations?: string[]
  opinions?: Opinion[]
  title?: string
  number?: string
  on?: string
  announcedOn?: string
  announcedWhere?: string
}

export interface DocumentSaid {
  title: string
  number: string
  on: string
  announcedOn?: string
  announcedWhere?: string
}

export function documentOf({ title, number, on, announcedOn, announcedWhere }: DocumentSaid): GrantDocument {
  const announced = announcedOn === undefined ? undefined : { on: announcedOn, where: announcedWhere ?? '' }
  return { title, number, on, ...(announced?.where ? { announced } : {}) }
}

/** The power one receiver gets by a batch, as the register takes it down. */
export function powerOf(
  {
    by,
    items,
    kind,
    powers,
    to,
    conditions,
  }: Pick<Batch, 'by' | 'items' | 'kind' | 'powers' | 'to' | 'conditions'>,
  { town, station, from }: { town: string; station?: string; from: string },
  document: GrantDocument,
): NewPower {
  return {
    ...{ items: [...items], body: town, places: station === undefined ? [] : [station], kind, by },
    ...{ powers: [...powers], from, document },
    ...(to === undefined ? {} : { to }),
    ...(conditions === undefined ? {} : { conditions: [...conditions] }),
  }
}
