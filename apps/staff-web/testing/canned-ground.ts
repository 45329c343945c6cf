import type { Canned } from './canned-server.ts'

const centre = {
  ...{ id: 'centre-370304004', parent: 'hall-370304', name: '山头街道便民服务中心', kind: 'centre' },
  ...{ kindText: '便民服务中心', owner: 'town-370304004', ownerName: '山头街道办事处' },
  ...{ address: '演示地址（博山区山头街道）', phone: '0533-0000004', supervisionPhone: '0533-0000000' },
  ...{ synthetic: true, serves: ['山头街道'], windows: 4 },
}

const hall = {
  ...{ ...centre, id: 'hall-370304', parent: null, name: '博山区政务服务中心', kind: 'hall' },
  ...{ kindText: '政务服务大厅', owner: 'approval-bureau', ownerName: '区行政审批服务局', serves: [] },
}

const body = {
  ...{ id: 'town-370304004', parent: null, name: '山头街道办事处', shortName: '山头街道办事处' },
  ...{ kindText: '街道办事处', tierText: '镇（乡、街道）级', creditCode: '11370304DEM000016Y' },
  ...{ synthetic: true, town: true },
}

/** 机构和场所 of a small county, one village of it uncovered. */
export const cannedGround: Canned = {
  'GET /ground': {
    ...{ day: '2026-03-16', places: [hall, centre], bodies: [body] },
    coming: [
      {
        ...{ id: '0190a000-0000-7000-8000-000000000001', title: '博山镇便民服务中心', subjectText: '场所' },
        ...{ at: '2026-03-16T09:00:00+08:00', from: '2026-04-01', who: '演示机构管理01' },
        ...{ basis: '示例文件4号', state: 'coming', stateText: '未到日期' },
        changes: [{ label: '咨询电话', before: '0533-4180001', after: '0533-4180009' }],
      },
    ],
    coverage: {
      ...{ villages: 298, covered: 297, rateText: '99.6%' },
      formulaText: '有自己的站点，或者在别的站点的服务范围内，都算覆盖',
      uncovered: [{ code: '370304113205', name: '邀兔村村委会', town: '博山镇' }],
    },
  },
  'GET /ground/places/centre-370304004': {
    place: centre,
    windows: [{ name: '1号市场准入窗口', kindText: '市场准入', takesAll: true }],
    standards: [
      { name: 'openingHours', title: '开放时间', text: '工作日 08:30–17:00', from: '本地方案', own: false },
    ],
    versions: [{ name: centre.name, from: '2020-05-14', address: centre.address }],
    changes: [
      {
        ...{ id: 'c1', at: '2026-03-16T09:00:00+08:00', from: '2026-03-16', who: '演示机构管理01' },
        ...{ basis: '示例文件1号', state: 'in-force', stateText: '已生效' },
        changes: [{ label: '咨询电话', before: '0533-0000003', after: '0533-0000004' }],
      },
    ],
    walls: [
      {
        entry: '0190a000-0000-7000-8000-000000000002',
        title: '首问负责制',
        edition: 1,
        photo: '/favicon.svg',
      },
      { entry: '0190a000-0000-7000-8000-000000000003', title: '政务公开制', edition: 2 },
    ],
    mine: true,
  },
  'GET /ground/duties': {
    day: '2026-03-16',
    items: [
      {
        ...{ subject: 'construction', subjectName: '便民服务中心建设', roleText: '建设' },
        ...{
          bodies: ['山头街道办事处'],
          acts: ['变更场所和机构信息'],
          clauses: ['BS-2-01'],
          from: '2020-05-14',
        },
      },
    ],
  },
  'GET /ground/successions': {
    items: [{ subjectText: '区划', from: '北山村', to: '新山村', kindText: '合并', on: '2021-03-01' }],
  },
}

const head = {
  ...{ id: 'three-in-place', title: '三到位', text: '事项进驻到位，审批授权到位，监督管理到位。' },
  ...{ subject: '部门', basis: ['YY-1.2.2-07'], ofPeriod: true },
}

/** 改革报告 with one department that falls short. */
export const cannedReports: Canned = {
  'GET /reform-reports': { items: [head] },
  'GET /reform-reports/three-in-place': {
    ...{ head, from: '2026-01-01', to: '2026-03-16', failing: 1 },
    rows: [
      {
        ...{ id: 'health', name: '区卫生健康局' },
        lines: [
          { title: '事项进驻大厅到位', standing: 'good', text: '3/3（100.0%）', names: [] },
          {
            title: '审批授权委托到位',
            standing: 'bad',
            text: '0/4（0.0%）',
            names: ['甲', '乙', '丙', '丁'],
          },
          { title: '监督管理到位', standing: 'none', text: '大厅没有它的窗口', names: [] },
        ],
      },
    ],
  },
}
