import type { Json } from './values.ts'
import { TOWNS } from './cases.ts'

export const DOCUMENT = { title: '示例授权文件', number: '示例〔2026〕1号', on: '2026-03-16' }
const { body: holder } = TOWNS.shantou
const reason = '例行调整'

export const NUMBERED_SEAL = {
  ...{ kind: 'numbered', body: 'approval-bureau', number: 9, holder },
  ...{ items: ['food-business-licence'], from: '2026-03-17' },
}

/** Right bodies of operations that a made-up one would hardly ever get through to, by operation. */
export const EXAMPLES: Readonly<Record<string, readonly Json[]>> = {
  'powers.grantPower': [
    {
      ...{ items: ['food-business-licence'], body: holder, places: [], kind: 'delegated' },
      ...{ by: 'approval-bureau', powers: ['accept', 'decide', 'seal'], from: '2026-03-17' },
      document: DOCUMENT,
    },
  ],
  'powers.amendPower': [{ to: '2026-12-31', document: DOCUMENT }],
  'powers.takeBack': [{ on: '2026-03-18', document: DOCUMENT, reason }],
  'ground.changePlace': [{ phone: '0533-0000001', from: '2026-03-16', basis: '示例文件1号' }],
  'ground.changeBody': [{ name: '示例机构', from: '2026-03-16', basis: '示例文件1号' }],
  'ground.changeStandard': [
    { name: 'signDesign', value: '示例样式', from: '2026-03-16', basis: '示例文件1号' },
  ],
  'seals.issueSeal': [NUMBERED_SEAL],
  'seals.bindSeal': [{ holder, items: ['food-business-licence'], reason }],
  'seals.suspendSeal': [{ reason }],
  'seals.resumeSeal': [{ reason }],
  'duty.setAbsence': [{ from: '2026-03-17', to: '2026-03-18', kind: 'leave' }],
  'duty.setCover': [{ cover: null }],
  'changes.openChange': [{ item: 'orphan-basic-living', reason: '更换咨询电话' }],
  'changes.actOnChange': [
    { input: { edits: [{ at: '/enquiryPhone', value: '0533-0000897' }] } },
    { input: { text: '请核对咨询电话' } },
  ],
  'subscriptions.readItemNews': [{ upTo: '2026-03-16T01:00:00.000Z' }],
  'notice.readNotices': [{ upTo: '2026-03-16T01:00:00.000Z' }],
  'savedList.changeList': [{ first: false }],
}
