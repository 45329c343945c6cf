import type { ItemVersion } from '../../contract.ts'
import type { Decision } from '../../model/material-analysis.ts'
import { ADVICE, STANDARD, type Around, type Check, type Flaw } from '../check.ts'

const group = 'materials'

/** Papers of the item of which something else was agreed than the version says. */
function unlike(
  decision: Decision,
  wrong: (material: ItemVersion['materials'][number]) => boolean,
): (item: ItemVersion, around: Around) => readonly Flaw[] {
  return ({ id, materials }, { analyses = [] }) =>
    analyses
      .filter((one) => one.item === id && one.decision === decision)
      .flatMap((one) => {
        const at = materials.findIndex((material) => material.id === one.material)
        const material = materials[at]
        if (material === undefined || !wrong(material)) return []
        const place = `/materials/${at}`
        if (decision === 'trim')
          return [{ at: place, what: `已审定精简的材料还在清单里：${material.name}`, mend: { at: place } }]
        const shared = [one.provider, one.sharedName].filter(Boolean).join('：')
        return [
          {
            at: place,
            what: `已审定共享的材料还要申请人交：${material.name}`,
            mend: { at: `${place}/shared`, value: shared.slice(0, 200) },
          },
        ]
      })
}

/** What the analysis of materials (材料梳理) decided, held against the next version. */
export const ANALYSED_CHECKS: readonly Check[] = [
  {
    ...{ id: 'CAT-19', group, ...STANDARD, at: '/materials', clauses: ['YY-3.2.2-03'] },
    title: '已审定精简的材料不再要求提交',
    source: '申请材料梳理台账',
    find: unlike('trim', () => true),
    what: '已审定精简的材料还在清单里',
    remedy: '从材料清单里删去这份材料；确实还要的，先在申请材料梳理台账里终止精简意见',
  },
  {
    ...{ id: 'sharing-fields', group, ...ADVICE, at: '/materials', clauses: ['YY-3.2.2-04'] },
    title: '已审定共享的材料由部门自己查',
    source: '申请材料梳理台账',
    find: unlike('share', ({ shared }) => shared === undefined),
    what: '已审定共享的材料还要申请人交',
    remedy: '写明从哪里共享获取；还没有接通的，先在申请材料梳理台账里终止共享意见',
  },
]
