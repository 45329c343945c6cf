import type { ItemVersion } from '#capabilities/catalogue/contract.ts'

const basis = '模拟事项的依据'
const days = (amount: number) => ({ amount, unit: 'working-day' as const })

/** What its holder may apply for, in terms so short that a licence lives and ends within the days of a simulation. */
export function withLifecycle(item: ItemVersion): ItemVersion {
  return lasting({
    term: termBy(item.id.length),
    ...(item.id.length % 2 === 0 ? { early: 40 } : {}),
    late: item.id.length % 3 === 0 ? 'refused' : 'accepted',
  })(item)
}

interface Lasting {
  term: NonNullable<ItemVersion['result']['term']>
  /** It may not be renewed more than so many days before its end. */
  early?: number
  late: 'refused' | 'accepted'
}

const lasting =
  (how: Lasting) =>
  (item: ItemVersion): ItemVersion => {
    const { process, promisedLimit, materials } = item
    const form = materials.find(({ fromForm }) => fromForm)?.id
    if (form === undefined || promisedLimit.unit !== 'working-day') return item
    const variant = (name: string) => ({
      ...{ name: `${item.name}（${name}）`, materials: [form], steps: process.steps, promisedLimit },
      ...{ hint: '照原来的填写。', basis: '《中华人民共和国行政许可法》第四十九条、第五十条' },
    })
    const early =
      how.early === undefined ? {} : { notEarlierThan: { amount: how.early, unit: 'calendar-day' as const } }
    return {
      ...item,
      result: { ...item.result, type: '1', term: how.term },
      lifecycle: {
        change: variant('变更'),
        renew: {
          ...variant('延续'),
          ...{ fileBefore: { amount: 3, unit: 'calendar-day' }, ...early },
          late: how.late,
        },
        cancel: variant('注销'),
      },
    }
  }

const decided: Lasting['term'] = { kind: 'decided', basis, atMost: { amount: 2, unit: 'month' } }

/** Licences with nothing in their way: each kind of term, and both answers to whoever comes too late. */
const KINDS: readonly Lasting[] = [
  ...[
    { term: decided, late: 'refused' as const },
    { term: decided, late: 'accepted' as const },
  ],
  ...[{ term: decided, late: 'accepted' as const, early: 40 }],
  { term: { kind: 'none', basis }, late: 'accepted' },
  { term: { kind: 'decided', basis }, late: 'refused' },
]

export const lastingBy = (count: number) => lasting(KINDS[count % KINDS.length]!)

/** A last day that the approver writes, within two months or as they see fit; some licences have none. */
function termBy(length: number): NonNullable<ItemVersion['result']['term']> {
  if (length % 5 === 0) return { kind: 'none', basis }
  return { kind: 'decided', basis, ...(length % 2 === 0 ? { atMost: { amount: 2, unit: 'month' } } : {}) }
}

/** 告知承诺 for everybody, checked and put right within days. */
export function onPromise(item: ItemVersion): ItemVersion {
  const { process, materials } = item
  if (process.commitment !== undefined || process.forwardsTo !== undefined) return item
  const steps = process.steps
    .filter(({ step }) => step !== 'survey' && step !== 'review')
    .map((step) => ({ ...step, limitWorkingDays: 0 }))
  const replaces = materials.filter(({ necessity, fromForm }) => necessity === 'required' && !fromForm)
  return {
    ...item,
    process: {
      ...process,
      commitment: {
        ...{ steps, basis, replaces: replaces.slice(-1).map(({ id }) => id) },
        ...{ promises: ['所填内容真实，符合条件。'], liability: ['承诺不实的，撤销决定。'] },
        ...{ check: { within: days(12), how: '对照承诺现场核查' }, rectifyWithin: days(5) },
      },
    },
  }
}
