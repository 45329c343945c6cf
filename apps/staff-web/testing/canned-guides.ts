import type {
  ComparedItem,
  CopyDifference,
  Handbook,
  OperatingProcedure,
} from '#capabilities/guide/contract/copy.ts'

const differences: CopyDifference[] = [
  {
    ...{ channel: 'screen', channelTitle: '大厅屏幕', place: 'centre-1', placeName: '示例镇便民服务中心' },
    ...{
      item: 'elderly-allowance',
      name: '高龄津贴发放',
      byHand: true,
      editedAt: '2026-11-20T09:00:00+08:00',
    },
    fields: [
      {
        ...{ field: 'limit', fieldTitle: '办理时限' },
        ...{ source: ['承诺时限：10个工作日', '法定时限：未规定'], copy: ['承诺时限：30个工作日'] },
      },
    ],
  },
  {
    ...{ channel: 'portal', channelTitle: '网上办事大厅', place: '', placeName: '' },
    ...{ item: 'food-business-licence', name: '食品经营许可（新办）', byHand: false },
    fields: [{ field: 'fee', fieldTitle: '收费情况', source: ['不收费'], copy: [] }],
  },
]

const compared: ComparedItem[] = [
  {
    ...{ item: 'elderly-allowance', name: '高龄津贴发放' },
    differences: [
      {
        ...{ field: 'fee', fieldTitle: '收费情况' },
        says: [
          { lines: ['不收费'], holders: ['示例区政务服务大厅', '示例镇便民服务中心'] },
          { lines: ['工本费：10元'], holders: ['样板镇便民服务中心（纸质指南）'] },
        ],
      },
    ],
  },
]

const handbook: Handbook = {
  ...{
    kind: 'town',
    title: '镇级“一窗通办”政务服务受理手册',
    number: 2,
    madeOn: '2026-11-20',
    madeBy: 'person-1',
  },
  ...{ items: 40, sha256: 'a'.repeat(64), current: true, published: false, notices: [] },
}

const procedure: OperatingProcedure = {
  ...{ item: 'elderly-allowance', name: '高龄津贴发放' },
  steps: [
    {
      step: 'accept',
      name: '受理',
      role: '窗口人员',
      limitWorkingDays: 0,
      standard: '核对年龄和户籍，当场受理。',
    },
    { step: 'review', name: '审查', role: '审查人员', limitWorkingDays: 5, standard: '核对是否在外地领取。' },
  ],
  undertakings: [
    {
      ...{ title: '老人享受优待', at: 1 },
      steps: [
        {
          title: '先办高龄津贴',
          here: true,
          by: '综合窗口',
          does: ['一次问清还要办哪几样'],
          passesOn: '资料转下一步',
        },
        {
          title: '再办优待证',
          here: false,
          by: '综合窗口',
          does: ['用上一步的资料'],
          passesOn: '一次交给老人',
        },
      ],
    },
  ],
}

/** What the pages about guides ask for. */
export const guideReplies = {
  'GET /guide-copies/differences': { checked: 4211, missing: 0, more: true, lines: differences },
  'GET /guide-copies/comparison': { items: compared },
  'GET /handbooks': {
    items: [
      handbook,
      {
        ...{ ...handbook, number: 1, current: false, published: true },
        notices: [{ on: '2026-06-01', channel: 'board', where: '各村公示栏' }],
      },
    ],
  },
  'GET /cited-laws': {
    laws: [
      {
        law: '《中华人民共和国行政许可法》',
        items: [{ id: 'food-business-licence', name: '食品经营许可（新办）' }],
      },
    ],
  },
  'GET /disclosure-gaps': {
    ...{ checked: 71, groups: [{ group: 'fee', title: '收费标准' }] },
    gaps: [{ item: 'elderly-allowance', name: '高龄津贴发放', missing: ['fee'] }],
  },
  'GET /operating-procedures/elderly-allowance': procedure,
  'GET /operating-procedures/food-business-licence': { ...procedure, item: 'food-business-licence' },
}
