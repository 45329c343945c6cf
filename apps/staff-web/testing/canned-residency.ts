import type { ListView } from '#capabilities/catalogue/contract/list-routes.ts'
import type {
  RateView,
  ResidencyView,
  UnitEntryView,
} from '#capabilities/catalogue/contract/residency-routes.ts'

const rate = (key: string, title: string, resident: number, missing: number, excepted = 0): RateView => {
  const of = resident + missing
  const rateText = `${((resident * 100) / of).toFixed(1)}%`
  return { key, title, of, resident, missing, excepted, rateText, reached: missing === 0 }
}

export const residency: ResidencyView = {
  day: '2026-11-23',
  total: rate('all', '全部事项', 89, 1, 1),
  byType: [rate('01', '行政许可', 40, 1), rate('07', '行政确认', 49, 0, 1)],
  byDomain: [rate('civil-affairs', '民政服务', 8, 1)],
  byPlace: [rate('hall-370304', '博山区政务服务中心', 60, 1)],
  gaps: [
    {
      ...{ item: 'adoption-registration', name: '收养登记', typeText: '行政确认', domainText: '民政服务' },
      ...{ unitName: '区民政局', standing: 'missing' },
      lacking: [{ place: '博山区政务服务中心', why: '窗口没有受理权（没有登记或者已经到期）' }],
      remedies: [{ text: '签订委托协议', path: '/books/entrustment-agreement' }],
    },
    {
      ...{ item: 'fireworks-transport-permit', name: '烟花爆竹道路运输许可', typeText: '行政许可' },
      ...{ domainText: '市场准入', unitName: '公安博山分局', standing: 'excepted', remedies: [] },
      lacking: [{ place: '博山区政务服务中心', why: '实施清单没有写在这里办理' }],
      exception: '涉及安全：在公安机关专门场所办理（博审服批〔2026〕2号，至2026年12月31日）',
    },
  ],
}

export const unitEntry: UnitEntryView = {
  ...{ day: '2026-11-23', of: 2, in: 1, rateText: '50.0%', reached: false },
  units: [
    {
      ...{ unit: 'veterans', name: '区退役军人事务局', items: 3, windows: [], entrusted: 0, inHall: false },
      remedies: [{ text: '签订委托协议', path: '/books/entrustment-agreement' }],
    },
    {
      ...{ unit: 'health', name: '区卫生健康局', items: 9, entrusted: 2, inHall: true, remedies: [] },
      windows: ['博山区政务服务中心统一出件'],
    },
  ],
}

const list = (kind: string, title: string): ListView => ({
  ...{ list: kind, title, text: '审定后向社会公告；没有公告的版本是未公布。', basis: ['BS-2.1-05'] },
  versions: [
    {
      ...{ id: 'v2', no: 2, title, from: '2026-12-01', state: 'approved', lines: 52, current: false },
      ...{ standing: '未公布（已审定，没有公告）', unpublished: true },
    },
    {
      ...{ id: 'v1', no: 1, title, from: '2026-11-01', state: 'published', lines: 53, current: true },
      ...{ standing: '现行', unpublished: false, notice: '2026年11月1日，政府网站，博审服字〔2026〕11号' },
    },
  ],
  flags: [
    {
      ...{ line: 'elderly-allowance', name: '高龄津贴申领', flag: 'gone' },
      text: '中心目录已经没有对应的事项，请更新本目录或者说明保留原因',
    },
  ],
  domains: [{ domain: 'elderly', title: '老年人优待', count: 3 }],
})

export const residencyReplies = {
  'GET /residency': residency,
  'GET /residency/units': unitEntry,
  'GET /lists': {
    items: [
      list('town-list', '镇级“一窗通办”政务服务事项清单'),
      list('station-list', '村（社区）便民服务站进驻事项目录'),
    ],
  },
  'GET /lists/town-list/versions/1': {
    version: list('town-list', '').versions[1],
    lines: [
      {
        ...{ key: 'elderly-allowance', name: '高龄津贴申领', domainText: '老年人优待', typeText: '行政给付' },
        ...{ modeText: '直接办理', originText: '', note: '' },
      },
    ],
  },
  'GET /lists/town-list/versions/2': {
    version: list('town-list', '').versions[0],
    lines: [],
    changes: {
      against: 1,
      came: [],
      went: ['高龄津贴申领'],
      changed: [{ name: '残疾人证', text: '说明：（无）→周三评残' }],
    },
  },
  'GET /lists/station-list/versions/1': { version: list('station-list', '').versions[1], lines: [] },
}
