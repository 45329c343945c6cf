import type { VNode } from 'preact'
import type { ItemSummary } from '#capabilities/portal/contract.ts'
import { limitWords } from '#ui/format/limit.ts'

/** Matters with what people ask first: what is it, how long, how often must I come. */
export function ItemList({ items }: { items: readonly ItemSummary[] }): VNode {
  return (
    <ul class="item-list">
      {items.map((item) => (
        <li key={item.id}>
          <h2>
            <a href={`/items/${item.id}`}>{item.name}</a>
          </h2>
          <p>{item.summary}</p>
          <p class="muted">{`${promise(item)}，${visits(item.visits)}`}</p>
        </li>
      ))}
    </ul>
  )
}

function promise(item: ItemSummary): string {
  return item.promisedLimit.amount === 0 ? '当场办结' : `承诺${limitWords(item.promisedLimit)}办完`
}

export function visits(count: number): string {
  return count === 0 ? '不用跑腿' : `最多跑${count}次`
}
