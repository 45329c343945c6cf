import type { ChangeDetail } from '#capabilities/catalogue/contract/change.ts'
import type {
  BoundaryTier,
  DifferenceLine,
  OnlineRate,
} from '#capabilities/catalogue/contract/layer-routes.ts'

export const boundary: { tiers: BoundaryTier[] } = {
  tiers: [
    {
      ...{ tier: 'county', title: '区级自办' },
      items: [
        {
          ...{ id: 'food-business-licence', name: '食品经营许可（新办）', itemType: '行政许可' },
          ...{ catalogCode: '370131901000', body: '博山区行政审批服务局' },
        },
      ],
    },
    { tier: 'county-to-town', title: '区级下放镇办', items: [] },
    {
      ...{ tier: 'town', title: '镇级自有' },
      items: [
        {
          ...{ id: 'elderly-allowance', name: '高龄津贴申领', itemType: '行政给付' },
          ...{ catalogCode: '370511901000', body: '各镇（街道）' },
        },
      ],
    },
  ],
}

const differs: DifferenceLine = {
  ...{
    item: 'elderly-allowance',
    name: '高龄津贴申领',
    field: 'name',
    fieldTitle: '事项名称',
    path: '/name',
  },
  ...{ tier: 1, tierTitle: '国家', above: '高龄津贴给付', here: '高龄津贴申领' },
}
const rate: OnlineRate = {
  ...{ rate: 'handled', title: '网上可办率', count: 1, of: 2, target: 0.85, met: false },
  lacking: [{ id: 'elderly-allowance', name: '高龄津贴申领' }],
}
export const differences = {
  ...{ label: '四级四同', tiers: [1, 2, 3, 4], fields: ['事项名称', '基本编码'], onDifference: 'list' },
  ...{ compared: 2, alone: 0, online: [rate] },
  lines: [
    differs,
    {
      ...differs,
      ...{ tier: 2, tierTitle: '省（自治区、直辖市）' },
      exception: {
        ...{
          path: '/name',
          reason: '沿用老名称',
          approvedBy: '市行政审批服务局〔2026〕1号',
          on: '2026-11-01',
        },
      },
    },
  ],
}

export const lineage = {
  ...{ item: 'elderly-allowance', name: '高龄津贴申领', version: 1 },
  layers: [
    {
      tier: 1,
      tierTitle: '国家',
      area: '000000',
      version: 2,
      effectiveFrom: '2026-12-01',
      source: '国家目录',
    },
    { tier: 4, tierTitle: '县（市、区）', area: '370304', version: 1, effectiveFrom: '2024-01-01' },
  ],
  lines: [
    {
      ...{ path: '/name', title: '事项名称', value: '高龄津贴申领', text: '高龄津贴申领', tier: 1 },
      ...{ tierTitle: '国家', area: '000000', version: 2, since: '2026-12-01', standing: 'locked' },
      ...{ standingTitle: '下级不能改', basis: '三级四同、四级四同' },
    },
  ],
}

/** A draft that follows the State's list: one place is to be decided, another leaves no choice. */
export function followingChange(settled: boolean): ChangeDetail {
  const choice = { take: 'local', reason: '本地写得更具体' } as const
  return {
    summary: {
      ...{ id: 'c1', item: 'elderly-allowance', name: '高龄津贴申领', itemVersion: 2, base: 1 },
      ...{ state: 'draft', stateText: '起草中', reason: '上级目录更新：国家清单第2版' },
      ...{ authorBody: '区民政局', dueDay: '2026-12-23', late: false, version: settled ? 2 : 1 },
      fromAbove: { open: settled ? 1 : 2, all: 2 },
    },
    body: {},
    differences: [],
    quality: {
      ...{ item: 'elderly-allowance', name: '高龄津贴申领', version: 2, score: 100, passes: true },
      ...{ blocking: 0, remarks: 0, elements: 26, missing: [] },
    },
    ...{ findings: [], comments: [], clocks: [], story: [], answers: [], ways: [] },
    allowed: [{ act: 'edit', title: '修改', tone: 'normal', input: {} }],
    upper: {
      lists: [{ title: '国家', version: 2, was: 1, since: '2026-12-01' }],
      moved: [{ title: '申请材料', text: '上级已经取消这一行，本地的写法不再需要' }],
      choices: [
        {
          ...{ path: '/summary', title: '一句话说明', why: 'both-changed', forced: false },
          ...{ whyText: '上级改了这一处，本地也有自己的写法', now: '国家的说明', mine: '本地的说明' },
          ...(settled ? { settled: choice } : {}),
        },
        {
          ...{ path: '/promisedLimit', title: '承诺时限', why: 'no-longer-lawful', forced: true },
          ...{ whyText: '上级改了以后，本地的写法比上级更严', now: '5个工作日', mine: '10个工作日' },
        },
      ],
    },
  }
}
