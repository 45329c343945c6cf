import type { ItemVersion, LicenceDetail, LicenceSummary } from '#capabilities/portal/contract.ts'
import { sampleItem } from './item.ts'

export const sampleLicence: LicenceSummary = {
  ...{ number: '示例审批准予〔2026〕12号', name: '出版物经营许可证', state: 'valid', stateText: '有效' },
  ...{ itemId: 'publications-retail-licence', itemName: '出版物零售单位、个体工商户设立', holder: '示*店' },
  ...{
    body: '示例县行政审批服务局',
    place: '示例县政务服务大厅',
    grantedOn: '2026-11-23',
    waitsFor: '',
    version: 1,
  },
  ...{ validUntil: '2027-01-31', daysLeft: 42 },
}

export const sampleLicences: readonly LicenceSummary[] = [
  sampleLicence,
  {
    ...sampleLicence,
    ...{ number: '示例审批准予〔2025〕3号', daysLeft: 800, validUntil: '2029-02-28' },
    application: { kind: 'change', text: '变更办理中' },
  },
  {
    ...sampleLicence,
    number: '示例审批准予〔2021〕7号',
    state: 'expired',
    stateText: '已过有效期',
    daysLeft: -3,
  },
  { ...sampleLicence, number: '示例审批准予〔2020〕9号', state: 'cancelled', stateText: '已注销' },
]

export const sampleLicenceDetail: LicenceDetail = {
  summary: sampleLicence,
  cases: [{ no: '3703040000010012026112300000170', text: '发证' }],
  parts: [],
  clocks: [],
  story: [
    {
      ...{
        seq: 1,
        at: '2026-11-23T10:20:00.000+08:00',
        who: '系统',
        text: '发证，编号示例审批准予〔2026〕12号',
      },
      details: ['有效期至2027年1月31日'],
    },
  ],
  papers: [],
  applications: [
    { kind: 'change', title: '变更', hint: '变更许可证登记事项的，在这里办。' },
    {
      ...{ kind: 'renew', title: '延续（有效期至2027年1月31日）', hint: '在届满三十日前申请。' },
      notNow: '延续要在有效期届满前提前申请，最晚2027年1月1日，现在已经过了。请重新申请这项许可。',
    },
    { kind: 'cancel', title: '注销', hint: '终止经营活动的，写明日期。' },
  ],
  allowed: [],
}

/** Somebody else of the office means to take it away: told, with what may be said against it. */
export const threatenedLicence: LicenceDetail = {
  ...sampleLicenceDetail,
  parts: [
    {
      ...{ key: 'intent', title: '拟撤销', tag: { text: '听取陈述申辩', tone: 'warn' } },
      lines: ['以欺骗、贿赂等不正当手段取得许可', '提交的场所证明不真实', '行政许可法第六十九条第二款'],
    },
  ],
  allowed: [
    {
      ...{ act: 'hear', title: '陈述申辩', tone: 'primary', until: '2027-01-12', input: {} },
      help: '对拟作出的处理，可以说明情况、提出理由和证据。提交以后由审批人员复核，再作决定；决定送达以前，证照的效力不变。',
      lawful: '您有陈述权、申辩权（行政许可法第七条）。',
      fields: [
        {
          ...{ name: 'result', label: '您的意见', type: 'choice', required: true, start: 'stated' },
          options: [
            { value: 'stated', label: '我要陈述、申辩' },
            { value: 'waived', label: '我没有意见，放弃陈述申辩' },
          ],
        },
        {
          ...{
            name: 'text',
            label: '您想说的',
            type: 'long-text',
            required: true,
            least: 4,
            maxLength: 2000,
          },
          hint: '写明事实、理由和证据；放弃的，写“没有意见”',
        },
      ],
    },
  ],
  papers: [
    {
      ...{ id: 'paper-1', title: '拟处理告知书', number: '示例审批拟处理〔2027〕1号' },
      ...{ at: '2027-01-05T09:00:00.000+08:00', url: '#', verifyUrl: '#' },
    },
  ],
}

/** What the holder of the sample item's licence may ask for. */
export const sampleLifecycle: NonNullable<ItemVersion['lifecycle']> = {
  renew: {
    ...{
      name: `${sampleItem.name}（延续）`,
      materials: sampleItem.materials.slice(0, 2).map(({ id }) => id),
    },
    ...{ steps: sampleItem.process.steps, promisedLimit: sampleItem.promisedLimit },
    ...{ hint: '条件没有变化的，照原来的填写。', basis: '《中华人民共和国行政许可法》第五十条' },
    ...{ fileBefore: { amount: 30, unit: 'calendar-day' }, late: 'refused' },
  },
}
