import type { AllowedAct, CaseDetail } from '#capabilities/case/contract.ts'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import type { DraftAtCounter } from '#capabilities/portal/contract/routes.ts'
import { CASE_NO, detail } from './canned-case.ts'
import { item } from './canned-office.ts'

export const PROMISE_CASE = `/staff/cases/${CASE_NO}`

const { story, papers, steps, clocks, materials, form } = detail
const basis = '国办发〔2020〕42号；食品经营许可和备案管理办法'
export const promise: NonNullable<CaseDetail['promise']> = {
  promises: ['场所环境整洁，与污染源保持规定的距离。', '消毒、冷藏等设备齐全，能正常使用。'],
  liability: ['与承诺不符又不改正的，依法撤销许可。'],
  basis,
  checkedHow: '两名以上工作人员到场，逐项对照承诺内容。',
  how: 'on-paper',
  at: '2026-11-20T09:12:00.000+08:00',
  withdrawn: false,
}

/** A noodle shop's licence on a promise, just taken in at the window. */
export const promised: CaseDetail = {
  parts: [],
  summary: { ...detail.summary, itemName: '食品经营许可（新办）', procedure: 'commitment' },
  procedure: 'commitment',
  itemVersion: 1,
  applicant: {
    ...detail.applicant,
    postal: { receiver: '测*甲', phone: '199****0001', address: '博山区山头街道***' },
  },
  deliveryMode: 'post',
  promise,
  ...{ story, papers, steps, clocks, materials, form },
  allowed: [],
}

export function allowing(
  state: CaseDetail['summary']['state'],
  acts: AllowedAct[],
  more: Partial<CaseDetail> = {},
) {
  const found = {
    ...promised,
    ...more,
    summary: { ...promised.summary, ...more.summary, state },
    allowed: acts,
  }
  return { [`GET /cases/${CASE_NO}`]: found }
}

export function act(name: string, title: string, more: Partial<AllowedAct> = {}): AllowedAct {
  return { act: name, title, tone: 'primary', input: {}, ...more }
}

/** The allowance of the canned office as it were if people could promise, with a paper that an answer calls for. */
export const promiseItem = {
  ...item,
  delivery: ['window', 'post'],
  process: {
    ...item.process,
    commitment: {
      when: { field: 'living', equals: 'alone' },
      replaces: ['id-card'],
      steps: [],
      promises: promise.promises,
      liability: promise.liability,
      check: { within: { amount: 30, unit: 'working-day' }, how: promise.checkedHow },
      rectifyWithin: { amount: 10, unit: 'working-day' },
      basis,
    },
  },
  materials: item.materials.map((material) =>
    material.id === 'agent-letter'
      ? { ...material, whenAnswer: { field: 'agent', equals: 'yes' } }
      : material,
  ),
} satisfies Partial<ItemVersion>

/** An application begun at home, picked up at the counter. */
export const heldDraft: DraftAtCounter = {
  id: 'draft-1',
  item: 'elderly-allowance',
  itemVersion: 2,
  itemName: '高龄津贴认定',
  form: {
    ...{ name: '测试甲', citizenId: '370304190503020026', phone: '19900000001' },
    ...{ living: 'family', agent: 'no' },
  },
  region: '370304101201',
  delivery: 'window',
  files: {
    'id-card': [
      { id: 'f1', name: '居民身份证-1.png', size: 2048, mediaType: 'image/png', url: '/canned/paper.png' },
    ],
  },
  savedAt: '2026-11-21T20:10:00.000+08:00',
}
