import { field, record } from '#capabilities/books/model.ts'
import { BatchBody } from './batch.ts'
import type { Batch, DocumentSaid } from './batch.ts'

export const RESULTS = { continue: '继续行使', mend: '限期整改', 'take-back': '收回' } as const
export type Result = keyof typeof RESULTS

const { by, items, kind, powers, to, conditions } = BatchBody.properties

export const ReceptionBody = record({
  batch: field.text('批次编号', { most: 60 }),
  batchName: field.text('批次', { most: 60 }),
  town: field.body('镇（街道）'),
  place: field.place('承接场所'),
  targeted: field.optional(field.yes('只在这个站受理（定向放权）')),
  ...{ by, items, kind, powers, to, conditions },
  from: field.optional(field.day('生效日期')),
  equipment: field.text('设备和网络准备情况', { least: 4, most: 500 }),
  powerIds: field.optional(
    field.several(field.text('权力编号', { most: 60 }), '已登记的权力', { most: 2000 }),
  ),
  trouble: field.optional(field.text('没有登记上的原因', { most: 300 })),
  checkedOn: field.optional(field.day('评估日期')),
  result: field.optional(field.choice('评估结果', RESULTS)),
  findings: field.optional(field.text('评估意见', { most: 1000 })),
  title: field.text('文件名称', { most: 200 }),
  number: field.text('文号', { most: 60 }),
  on: field.day('印发日期'),
  announcedOn: field.optional(field.day('公告日期')),
  announcedWhere: field.optional(field.text('公告渠道', { most: 200 })),
})

/** One town, or one station, taking a batch on (承接). */
export interface Reception
  extends DocumentSaid, Pick<Batch, 'by' | 'items' | 'kind' | 'powers' | 'to' | 'conditions'> {
  batch: string
  batchName: string
  town: string
  place: string
  targeted?: boolean
  from?: string
  equipment: string
  powerIds?: string[]
  trouble?: string
  checkedOn?: string
  result?: Result
  findings?: string
}

/** How an entry begins, from its batch. */
export function taken(
  { id, batch }: { id: string; batch: Batch },
  { town, place, equipment }: { town: string; place: string; equipment: string },
): Reception {
  const { name, by: owner, items: of, kind: how, powers: may, to: until, conditions: under, stations } = batch
  const { title = '', number = '', on = batch.from, announcedOn, announcedWhere } = batch
  return {
    ...{ batch: id, batchName: name, town, place, equipment, by: owner, items: of, kind: how, powers: may },
    ...{ title, number, on },
    ...(stations === undefined ? {} : { targeted: true }),
    ...(until === undefined ? {} : { to: until }),
    ...(under === undefined ? {} : { conditions: under }),
    ...(announcedOn === undefined ? {} : { announcedOn }),
    ...(announcedWhere === undefined ? {} : { announcedWhere }),
  }
}
