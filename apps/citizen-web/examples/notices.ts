import type { PublicNotice } from '#capabilities/case/contract.ts'

const hung = {
  ...{ body: '示例区民政局', applicant: '张某', basis: '《社会救助暂行办法》第十一条第二项' },
  ...{ enquiryPhone: '0000-0000001', complaintPhone: '0000-0000002' },
}

/** One decision about to be made, and one hearing. */
export const sampleNotices: PublicNotice[] = [
  {
    ...{ ...hung, kind: 'publicity', id: '0190a5d2-0000-7000-8000-000000000001', item: '最低生活保障' },
    ...{ text: '拟确认为最低生活保障对象，保障人口2人', where: '示例村公示栏' },
    ...{ from: '2026-11-23', until: '2026-11-30' },
  },
  {
    ...{ ...hung, kind: 'hearing', id: '0190a5d2-0000-7000-8000-000000000002', item: '临时使用土地审批' },
    ...{ body: '示例区自然资源局', basis: '行政许可法第四十八条', applicant: '示例建设有限公司' },
    ...{ day: '2026-12-09', time: '09:30', place: '示例会议室' },
  },
]
