import { legalDay } from '#engine/day.ts'
import { refusal } from '#engine/refusal.ts'
import { held } from '#capabilities/books/index.ts'
import { bookAct, defineBook, field, record } from '#capabilities/books/model.ts'
import type { Queryable } from '#platform/db/db.ts'
import type { CatalogueReader } from '../store.ts'
import {
  DECISIONS,
  missingForSharing,
  SHARING_FIELDS,
  WAYS_OF_SHARING,
  type MaterialAnalysis,
} from '../model/material-analysis.ts'

export const MATERIAL_ANALYSIS = 'material-analysis'

const optional = (title: string, hint: string) => field.optional(field.text(title, { most: 300, hint }))

/** The five of the shared paper and the one of the matter's result (YY-3.2.2-02); a draft may lack some, what is sent on may not. */
const sharing = {
  sharedName: optional(SHARING_FIELDS.sharedName, '证照、证明在提供单位那里叫什么'),
  provider: optional(SHARING_FIELDS.provider, '哪个部门持有'),
  purpose: optional(SHARING_FIELDS.purpose, '用来核对什么'),
  infoItems: optional(SHARING_FIELDS.infoItems, '要用到的数据项，用顿号隔开'),
  method: field.optional(field.choice(SHARING_FIELDS.method, WAYS_OF_SHARING)),
  result: optional(SHARING_FIELDS.result, '本事项办成以后产生的证照、批文或者记录'),
}
const decision = field.choice('梳理意见', DECISIONS)
const reason = field.text('理由', { least: 4, most: 500, hint: '保留的写法律依据，精简的写为什么不再需要' })
const draft = record({
  item: field.item(),
  material: field.text('材料', { most: 60, hint: '选这个事项清单里的一份材料' }),
  decision,
  reason,
  ...sharing,
})
const body = record({
  ...draft.properties,
  materialName: field.optional(field.text('材料名称', { most: 200 })),
})

interface Known {
  /** The papers of the item as it is in force, by id. */
  materials: ReadonlyMap<string, string>
}
const act = bookAct<MaterialAnalysis, Known>()
const AUTHORS = ['item-author', 'item-approver'] as const

/** 材料梳理: paper by paper, whether it stays, goes or is looked up, decided by another hand. */
export const materialAnalysis = (catalogue: Pick<CatalogueReader, 'itemInForce'>) =>
  defineBook({
    kind: MATERIAL_ANALYSIS,
    words: {
      ...{ title: '申请材料梳理', entry: '这条梳理意见' },
      text: '逐份材料提出保留、精简或者共享。共享的写全六要素；批准精简的，下一版事项和办事指南里不能再有。',
      basis: ['YY-3.2.2-01', 'YY-3.2.2-02', 'YY-3.2.2-03', 'YY-3.2.2-06'],
    },
    body,
    columns: ['materialName', 'decision', 'provider', 'infoItems', 'method'],
    states: {
      draft: { title: '起草中', waits: [...AUTHORS] },
      submitted: { title: '待审定', waits: ['item-approver'] },
      agreed: { title: '已审定', stands: true, tone: 'good' },
      dropped: { title: '已撤回', final: true },
      ended: { title: '已终止', final: true },
    },
    sees: { 'item-author': 'area', 'item-approver': 'area', supervisor: 'area', director: 'area' },
    place: ({ item, material, materialName = material, decision: chosen }) => ({
      ...{ title: `${DECISIONS[chosen]}：${materialName}`, key: `${item}/${material}`, item },
    }),
    world: async ({ area, now, entry, input }): Promise<Known> => {
      const item = String(input['item'] ?? entry.body.item ?? '')
      const found = item === '' ? undefined : await catalogue.itemInForce(area, item, legalDay(now))
      return { materials: new Map((found?.item.materials ?? []).map(({ id, name }) => [id, name])) }
    },
    choices: (name, { materials }) =>
      name === 'material' && materials.size > 0
        ? [...materials].map(([value, label]) => ({ value, label }))
        : undefined,
    acts: [
      act({
        ...{ name: 'propose', title: '提出梳理意见', past: '提出梳理意见', tone: 'primary' as const },
        ...{ from: [], to: ['draft'], by: AUTHORS, input: draft, lawful: 'YY-3.2.2-01' },
        refuse: ({ input, world }) =>
          world.known.materials.has(input.material)
            ? undefined
            : refusal('analysis-material-unknown', {
                facts: { materials: [...world.known.materials.values()] },
              }),
        sets: ({ input, world }) => ({ ...input, materialName: world.known.materials.get(input.material)! }),
      }),
      act({
        ...{
          name: 'fill',
          title: '补充修改',
          past: '修改了梳理意见',
          from: ['draft'],
          to: 'same',
          by: AUTHORS,
        },
        input: record({ decision: field.optional(decision), reason: field.optional(reason), ...sharing }),
        sets: ({ input }) => input,
      }),
      act({
        ...{ name: 'submit', title: '提交审定', past: '提交审定', tone: 'primary' as const },
        ...{ from: ['draft'], to: ['submitted'], by: AUTHORS, input: record({}), lawful: 'YY-3.2.2-02' },
        refuse: ({ dossier }) => {
          const missing = missingForSharing(dossier.body)
          return missing.length === 0
            ? undefined
            : refusal('analysis-field-missing', {
                facts: { missing: missing.map((name) => SHARING_FIELDS[name]) },
                basis: 'YY-3.2.2-02',
              })
        },
      }),
      act({
        ...{ name: 'agree', title: '审定同意', past: '审定同意', tone: 'primary' as const, otherHand: true },
        ...{ from: ['submitted'], to: ['agreed'], by: ['item-approver'], input: record({}) },
      }),
      act({
        ...{ name: 'return', title: '退回', past: '退回修改', judges: true },
        ...{ from: ['submitted'], to: ['draft'], by: ['item-approver'] },
        input: record({ text: field.text('意见', { least: 4, most: 300 }) }),
        sets: () => ({}),
      }),
      act({
        ...{
          name: 'drop',
          title: '撤回',
          past: '撤回',
          tone: 'danger' as const,
          from: ['draft', 'submitted'],
        },
        ...{ to: ['dropped'], by: AUTHORS, input: record({}) },
      }),
      act({
        ...{ name: 'end', title: '终止', past: '终止', tone: 'danger' as const, from: ['agreed'] },
        ...{ to: ['ended'], by: ['item-approver'] },
        input: record({ text: field.text('原因', { least: 4, most: 300 }) }),
        sets: () => ({}),
      }),
    ],
  })

/** What was agreed of the papers of an area's items; the gate holds the next version to it. */
export async function agreedAnalyses(
  db: Queryable,
  area: string,
  item?: string,
): Promise<readonly MaterialAnalysis[]> {
  const query = { area, state: 'agreed', ...(item === undefined ? {} : { item }) }
  return (await held<MaterialAnalysis>(db, { kind: MATERIAL_ANALYSIS }, query)).map(({ entry }) => entry.body)
}
