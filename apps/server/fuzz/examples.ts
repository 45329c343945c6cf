import type { Json } from './values.ts'
import { TOWNS } from './cases.ts'

const document = { title: '示例授权文件', number: '示例〔2026〕1号', on: '2026-03-16' }
const { body } = TOWNS.shantou
const reason = '例行调整'

/** Right bodies of operations that a made-up one would hardly ever get through to, by operation. */
export const EXAMPLES: Readonly<Record<string, readonly Json[]>> = {
  'powers.grantPower': [
    {
      ...{ items: ['food-business-licence'], body, places: [], kind: 'delegated', by: 'approval-bureau' },
      ...{ powers: ['accept', 'decide', 'seal'], from: '2026-03-17', document },
    },
  ],
  'powers.amendPower': [{ to: '2026-12-31', document }],
  'powers.takeBack': [{ on: '2026-03-18', document }],
  'seals.issueSeal': [
    {
      ...{ kind: 'numbered', body: 'approval-bureau', number: 9, holder: body },
      ...{ items: ['food-business-licence'], from: '2026-03-17' },
    },
  ],
  'seals.bindSeal': [{ holder: body, items: ['food-business-licence'], reason }],
  'seals.suspendSeal': [{ reason }],
  'seals.resumeSeal': [{ reason }],
  'duty.setAbsence': [{ from: '2026-03-17', to: '2026-03-18', kind: 'leave' }],
  'duty.setCover': [{ cover: null }],
}
