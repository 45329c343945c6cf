import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import { withLifecycle, onPromise } from './county-ways.ts'

type Trait = (item: ItemVersion) => ItemVersion

const approvals =
  (trait: Trait): Trait =>
  (item) =>
    item.process.procedure === 'approval' ? trait(item) : item

const days = (amount: number) => ({ amount, unit: 'working-day' as const })
const basis = '模拟事项的依据'

/** An item in which this kind of special procedure is lawful. */
const special = (...names: string[]): Trait =>
  approvals((item) => ({
    ...item,
    specialProcedures: names.map((name) => ({ name, basis, limit: days(5) })),
  }))

const together: Trait = approvals((item) => ({
  ...item,
  itemType: '01',
  statutoryLimit: { ...days(45), basis: '《中华人民共和国行政许可法》第四十二条第二款' },
  process: { ...item.process, together: true },
}))

/** One more paper that may follow: what is asked beside those that must be there. */
const tolerable: Trait = (item) => ({
  ...item,
  materials: [
    ...item.materials,
    {
      ...{ id: 'sim-follow-up', name: '模拟后补证明', kind: 'other', source: 'applicant', originals: 1 },
      ...{ copies: 0, medium: 'both', necessity: 'tolerable', acceptStandard: '内容清楚' },
    },
  ],
})

const shortLaw: Trait = approvals((item) => ({
  ...item,
  statutoryLimit: {
    ...days(Math.max(item.promisedLimit.amount, 12)),
    basis,
    extension: { ...days(7), basis: '模拟事项自己的法律' },
  },
}))

const publicity: Trait = approvals((item) => ({
  ...item,
  process: {
    ...item.process,
    publicity: { within: days(3), where: '村务公开栏', basis, unless: [{ when: '情况紧急', basis }] },
  },
}))

const sentUp: Trait = approvals((item) => ({
  ...item,
  process: { ...item.process, forwardsTo: { body: '市级主管机关', limit: days(20) } },
}))

const law =
  (entrust: boolean, remote: boolean, centreSeal: boolean): Trait =>
  (item) => ({
    ...item,
    delegation: { entrust, remote, centreSeal, basis },
  })

const safety: Trait = (item) => ({ ...item, publicSafety: { basis } })

const inHours: Trait = approvals((item) => ({
  ...item,
  promisedLimit: { amount: 24, unit: 'hour', within: 'office-hours' },
}))

/** Every optional feature of an item, each used by several of the variants. */
const TRAITS: readonly Trait[] = [
  ...[tolerable, withLifecycle, onPromise, special('检验', '检测', '检疫'), safety],
  ...[special('专家评审', '招标', '拍卖', '鉴定'), together, shortLaw, publicity, sentUp],
  ...[law(true, true, true), law(false, false, true), law(true, true, false), inHours],
]

/** Variants of the pack's items, so many that there are a hundred, with features put together as no single law does. */
export function countyItems(
  items: readonly ItemVersion[],
  effectiveFrom: string,
  count = 100,
): ItemVersion[] {
  return Array.from({ length: Math.max(count - items.length, 0) }, (_, index) => {
    const base = items[(index * 5) % items.length]!
    const traits = [0, 5, 9].map((step) => TRAITS[(index + step) % TRAITS.length]!)
    const plain: ItemVersion = {
      ...base,
      ...{ id: `sim-${index + 1}-${base.id}`.slice(0, 60).replace(/-$/, ''), version: 1, effectiveFrom },
      name: `${base.name}（模拟${index + 1}）`,
    }
    return traits.reduce((item, trait) => trait(item), plain)
  })
}
