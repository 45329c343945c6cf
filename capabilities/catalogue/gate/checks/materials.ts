import type { ItemVersion, Material } from '../../contract.ts'
import { catchAll, openEnded } from '../catch-all.ts'
import { ADVICE, LAW, STANDARD, WORKS, when, type Check, type Flaw } from '../check.ts'
import { NEVER_BASIS, neverIssued } from '../../lists/kinds/certificate-types.ts'
import { says } from '../says.ts'

const group = 'materials'

/** Papers of the item and those only a change, a renewal or a cancellation needs, each with where it stands. */
function papers(item: ItemVersion): readonly { material: Material; at: string; of: string }[] {
  const own = item.materials.map((material, index) => ({
    ...{ material, at: `/materials/${index}`, of: '' },
  }))
  const added = Object.entries(item.lifecycle ?? {}).flatMap(([kind, variant]) =>
    (variant?.added ?? []).map((material, index) => ({
      ...{ material, at: `/lifecycle/${kind}/added/${index}`, of: VARIANTS[kind] ?? '' },
    })),
  )
  return [...own, ...added]
}

const VARIANTS: Readonly<Record<string, string>> = { change: '变更的', renew: '延续的', cancel: '注销的' }

const each =
  (judge: (material: Material) => string | undefined, part: keyof Material) =>
  (item: ItemVersion): readonly Flaw[] =>
    papers(item).flatMap(({ material, at, of }) => {
      const what = judge(material)
      return what === undefined ? [] : [{ at: `${at}/${part}`, what: `${of}${what}` }]
    })

/** One that the State has struck off, wanted from a village or community; the same paper of the police is another matter. */
function struckOff({ name, sourceNote = '' }: Material): ReturnType<typeof neverIssued> {
  const struck = neverIssued(name)
  const from = `${name.replace(struck?.name ?? '', '')}${sourceNote}`
  return /村|社区|居委会|居民委员会/u.test(from) ? struck : undefined
}

/** Every paper is named, has a source, a measure and a reason (材料的合理性、必要性、适时性、完整性). */
export const MATERIAL_CHECKS: readonly Check[] = [
  {
    ...{ id: '1.5-10', group, ...LAW, at: '/materials' },
    title: '材料清单没有兜底条款',
    source: '《中华人民共和国行政许可法》第三十条、第三十一条；沂源方案三（二）5；要素一致性校验规则第10条',
    clauses: ['YY-3.2.5-05'],
    find: each(({ name }) => {
      const why = catchAll(name)
      return why && `材料“${name}”是兜底条款：${why}`
    }, 'name'),
    what: '材料清单有“其他材料”“有关材料”等兜底表述',
    remedy: '写出材料的名称；说不出名称的，删去',
  },
  {
    ...{ id: 'never-certified', group, ...LAW, at: '/materials' },
    title: '不让群众到村（社区）开国家已经取消的证明',
    source: `${NEVER_BASIS}；行政许可法第三十一条`,
    clauses: ['LC-3.4-08'],
    find: each((material) => {
      const struck = struckOff(material)
      return struck && `“${struck.name}”不应由村（社区）出具，可以向${struck.instead}核实`
    }, 'name'),
    what: '要求申请人交村（社区）不应出具的证明',
    remedy: '删去这份材料，改为部门之间核实',
  },
  {
    ...{ id: 'catch-all-conditions', group, ...ADVICE, at: '/conditions' },
    title: '办理条件没有兜底条款',
    source: '沂源方案三（二）5',
    clauses: ['YY-3.2.5-05'],
    find: ({ conditions }) =>
      conditions.flatMap((condition, index) =>
        openEnded(condition)
          ? [{ at: `/conditions/${index}`, what: `条件“${condition}”没有写明是什么条件` }]
          : [],
      ),
    what: '办理条件有兜底表述',
    remedy: '把法律、法规规定的条件逐条写出来',
  },
  {
    ...{ id: 'material-source', group, ...STANDARD, at: '/materials' },
    title: '每份材料写明来源渠道',
    source: '沂源方案三（二）5：必需的申请材料应注明来源渠道',
    clauses: ['YY-3.2.5-03'],
    find: each(
      ({ name, source, sourceNote }) =>
        source === undefined || (source !== 'applicant' && !sourceNote?.trim())
          ? `材料“${name}”没有写由谁出具`
          : undefined,
      'sourceNote',
    ),
    what: '有的材料没有写来源渠道',
    remedy: '政府部门核发的写出部门，其他来源的写出机构',
  },
  {
    ...{ id: 'material-standard', group, ...STANDARD, at: '/materials' },
    title: '每份材料写明怎样算合格',
    source: '沂源方案三（二）5；大武口方案二（三）公开五类',
    clauses: ['YY-3.2.5-06', 'DW-2.3-01'],
    find: each(
      ({ name, acceptStandard }) => (says(acceptStandard) ? undefined : `材料“${name}”没有写怎样算合格`),
      'acceptStandard',
    ),
    what: '有的材料没有写怎样算合格',
    remedy: '写明看哪几处、什么样的可以、什么样的要补',
  },
  {
    ...{ id: 'material-basis', group, ...ADVICE, at: '/materials' },
    title: '必须提交的材料写明依据',
    source: '沂源方案三（二）5：申请材料应体现必要性',
    clauses: ['YY-3.2.5-06'],
    find: (item) => {
      const bare = item.materials.filter(
        ({ necessity, basis, fromForm }) => necessity === 'required' && !fromForm && !basis,
      )
      if (bare.length === 0) return []
      return [
        { what: `${bare.length}份必须提交的材料没有写依据：${bare.map(({ name }) => name).join('、')}` },
      ]
    },
    what: '必须提交的材料没有写依据',
    remedy: '写出要这份材料的条文；没有条文的，改为不再收取',
  },
  {
    ...{ id: 'conditional-when', group, ...STANDARD, at: '/materials' },
    title: '分情形的材料写明是什么情形',
    source: '沂源方案三（二）5：申请材料应体现合理性',
    clauses: ['YY-3.2.5-06'],
    find: each(
      ({ name, necessity, when: situation, whenAnswer }) =>
        necessity === 'conditional' && !situation && whenAnswer === undefined
          ? `材料“${name}”没有写什么情形下提交`
          : undefined,
      'when',
    ),
    what: '分情形的材料没有写是什么情形',
    remedy: '写明哪些人要交，能由表单判断的选出对应的选项',
  },
  {
    ...{ id: '1.5-11s', group, ...WORKS, at: '/materials' },
    title: '共享获取的只能是政府部门核发的材料',
    source: '要素一致性校验规则第11条',
    find: when((item) =>
      item.materials.some(
        ({ shared, source, fromForm }) => shared !== undefined && (source !== 'government' || fromForm),
      ),
    ),
    what: '共享获取的材料不是政府部门核发的，或者是申请表',
    remedy: '只给政府部门核发、能够共享核对的材料标共享',
  },
  {
    ...{ id: '1.5-11d', group, severity: 'off', floor: 'off', at: '/materials' },
    title: '政府部门核发、能够共享的材料不要求自备',
    source: '要素一致性校验规则第11条 [K]',
    find: each(
      ({ name, source, shared, necessity, kind }) =>
        source === 'government' && kind === 'certificate' && necessity === 'required' && shared === undefined
          ? `材料“${name}”由政府部门核发，还没有写能否共享`
          : undefined,
      'shared',
    ),
    what: '政府部门核发的材料要求申请人自备',
    remedy: '能共享核对的标共享；不能的，接通后再改',
  },
]
