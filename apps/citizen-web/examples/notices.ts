import type { ObjectionView, PublicNotice } from '#capabilities/case/contract.ts'

const hung = {
  ...{ body: '示例区民政局', applicant: '张某', basis: '《社会救助暂行办法》第十一条第二项' },
  ...{ enquiryPhone: '0000-0000001', complaintPhone: '0000-0000002' },
}

/** One decision about to be made, and one hearing. */
export const sampleNotices: PublicNotice[] = [
  {
    ...{ ...hung, kind: 'publicity', id: '0190a5d2-0000-7000-8000-000000000001', item: '最低生活保障' },
    ...{ text: '拟确认为最低生活保障对象，保障人口2人', where: '示例村公示栏' },
    ...{ number: '20261120-000012K', town: '演示镇' },
    ...{ from: '2026-11-23', until: '2026-11-30' },
  },
  {
    ...{ ...hung, kind: 'hearing', id: '0190a5d2-0000-7000-8000-000000000002', item: '临时使用土地审批' },
    ...{ number: '20261112-0000075' },
    ...{ body: '示例区自然资源局', basis: '行政许可法第四十八条', applicant: '示例建设有限公司' },
    ...{ day: '2026-12-09', time: '09:30', place: '示例会议室' },
  },
]

const { body, basis: _basis, ...told } = hung

/** What somebody said against the first of them, and an older one that was looked into. */
export const sampleObjection: ObjectionView = {
  ...{ ...told, body, id: '0190a5d2-0000-7000-8000-000000000011', number: '20261120-000012K-1' },
  ...{ item: '最低生活保障', town: '演示镇', at: '2026-11-24T09:30:00.000+08:00' },
  text: '他家在县城有一套出租的房子。',
  ...{ from: '测试甲', contact: '19900000001' },
}
export const answeredObjection: ObjectionView = {
  ...{ ...told, body, id: '0190a5d2-0000-7000-8000-000000000012', number: '20261012-0000034-2' },
  ...{ item: '临时救助', applicant: '李某', at: '2026-10-14T15:00:00.000+08:00' },
  text: '申请人的情况和公示的不一样。',
  answer: { upheld: false, day: '2026-10-16' },
}
