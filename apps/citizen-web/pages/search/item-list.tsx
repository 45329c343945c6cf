import type { VNode } from 'preact'
import type { FoundItem, ItemSummary } from '#capabilities/portal/contract.ts'
import { limitWords } from '#ui/format/limit.ts'
import { servesShort } from '../../words.ts'

/** Matters with what people ask first: is it mine, what is it, how long, from home or where. */
export function ItemList({ items }: { items: readonly FoundItem[] }): VNode {
  return (
    <ul class="item-list">
      {items.map((item) => (
        <li key={item.id}>
          <h2>
            <a href={`/items/${item.id}`}>{item.called}</a>
          </h2>
          {item.called !== item.name && <p class="item-official">{`正式名称：${item.name}`}</p>}
          {item.why !== undefined && <p class="item-because">{item.why}</p>}
          {item.because !== undefined && item.because !== item.called && (
            <p class="item-because">{`大家也叫“${item.because}”`}</p>
          )}
          <p>{item.summary}</p>
          <p class="item-facts">
            {[servesWhom(item), promise(item), whereTo(item)].map((fact) => (
              <span key={fact}>{fact}</span>
            ))}
          </p>
        </li>
      ))}
    </ul>
  )
}

/** Individuals and firms in one word each; whoever needs it exactly reads the guide. */
function servesWhom({ serves }: FoundItem): string {
  const whom = [...new Set(serves.map((kind) => servesShort[kind]))]
  return `${whom.join('、')}可以办`
}

function promise(item: ItemSummary): string {
  return item.promisedLimit.amount === 0 ? '当场办结' : `承诺${limitWords(item.promisedLimit)}办完`
}

const TIERS = { station: '村（社区）服务站', centre: '镇（街道）中心', hall: '政务服务大厅' } as const

function whereTo({ online, visits: count, nearest }: FoundItem): string {
  const counter = nearest === undefined ? '窗口' : TIERS[nearest]
  if (!online) return `到${counter}办`
  return count === 0 ? `网上能办，也可以到${counter}` : `网上能申请，最多跑${count}次`
}
