import type { VNode } from 'preact'
import type { ItemVersion } from '#capabilities/portal/contract.ts'
import { limitWords } from '#ui/format/limit.ts'
import { toBring } from './materials-list.tsx'

/** Four figures that let most people decide whether to read on. */
export function AtAGlance({ item }: { item: ItemVersion }): VNode {
  const facts = [
    ['多久', item.promisedLimit.amount === 0 ? '当场办结' : limitWords(item.promisedLimit)],
    ['收费', item.fee.charged ? '要收费' : '不收钱'],
    ['跑几次', item.visits === 0 ? '不用跑' : `最多${item.visits}次`],
    ['要带的材料', howMany(item.materials)],
  ] as const
  return (
    <dl class="guide-glance">
      {facts.map(([label, text]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Papers that only some have to bring make it a bound. */
function howMany(materials: ItemVersion['materials']): string {
  const carried = toBring(materials)
  const most = carried.some(({ necessity }) => necessity === 'conditional') ? '最多' : ''
  return carried.length === 0 ? '不用带' : `${most}${carried.length}样`
}
