import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import { lastingBy, onPromise, withLifecycle } from './county-ways.ts'

type Trait = (item: ItemVersion) => ItemVersion

const approvals =
  (trait: Trait): Trait =>
  (item) =>
    item.process.procedure === 'approval' ? trait(item) : item

/** Whatever runs its own limit of the law: not what another body decides in the end. */
const examined =
  (trait: Trait): Trait =>
  (item) =>
    item.process.forwardsTo === undefined ? trait(item) : item

const days = (amount: number) => ({ amount, unit: 'working-day' as const })
const basis = '模拟事项的依据'

/** An item in which this kind of special procedure is lawful. */
const special = (...names: string[]): Trait =>
  examined((item) => ({
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

const shortLaw: Trait = examined((item) => ({
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

const SINGLED_EVERY = 4

/** A matter of people that a review and a decision settle. */
const isFree = ({
  form,
  process,
  specialProcedures,
  delivery,
  promisedLimit,
  materials,
}: ItemVersion): boolean =>
  form.fields.some(({ element }) => element === 'party.citizenId') &&
  specialProcedures.length === 0 &&
  process.publicity === undefined &&
  process.forwardsTo === undefined &&
  process.steps.every(({ step }) => step !== 'survey') &&
  delivery.includes('window') &&
  promisedLimit.unit === 'working-day' &&
  materials.some(({ fromForm }) => fromForm)

/** Variants in which one thing alone stands in the way, or nothing, so that a licence lives and ends within days. */
function singled(items: readonly ItemVersion[]) {
  const freeOf = (procedure: string) =>
    items.filter((item) => item.process.procedure === procedure && isFree(item))
  const [general, atOnce] = [freeOf('approval'), freeOf('on-the-spot')]
  const ofTowns = [...general, ...atOnce].filter(({ decidingBody }) => decidingBody.kind === 'town')
  return (index: number): { base: ItemVersion; traits: readonly Trait[] } | undefined => {
    const nth = Math.floor(index / SINGLED_EVERY)
    if (index % SINGLED_EVERY === 1 && nth % 4 === 0)
      return { base: atOnce[nth % atOnce.length]!, traits: [special('检验', '检测'), shortLaw] }
    if (index % SINGLED_EVERY !== SINGLED_EVERY - 1) return undefined
    const bases = nth % 3 === 2 ? atOnce : nth % 4 === 1 && ofTowns.length > 0 ? ofTowns : general
    return {
      base: bases[nth % bases.length]!,
      traits: [lastingBy(nth), ...(nth % 2 === 0 ? [safety] : [])],
    }
  }
}

/**
 * Variants of the pack's items, with features put together as no single law does: as many however long the pack grows, so that
 * each feature is applied for within a month.
 */
export function countyItems(items: readonly ItemVersion[], effectiveFrom: string, count = 55): ItemVersion[] {
  const single = singled(items)
  return Array.from({ length: count }, (_, index) => {
    const mixed = [0, 5, 9].map((step) => TRAITS[(index + step) % TRAITS.length]!)
    const { base, traits } = single(index) ?? { base: items[(index * 5) % items.length]!, traits: mixed }
    const plain: ItemVersion = {
      ...base,
      ...{ id: `sim-${index + 1}-${base.id}`.slice(0, 60).replace(/-$/, ''), version: 1, effectiveFrom },
      name: `${base.name}（模拟${index + 1}）`,
      // A line of the directory of its own: main item and sub item in the nine hundred thousands.
      codes: { ...base.codes, catalogCode: `${base.codes.catalogCode.slice(0, 6)}${900_000 + index}` },
    }
    return traits.reduce((item, trait) => trait(item), plain)
  })
}
