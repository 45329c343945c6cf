import type { VNode } from 'preact'
import type { ItemVersion } from '#capabilities/portal/contract.ts'
import { limitWords } from '#ui/format/limit.ts'
import { toBring } from './materials-list.tsx'

/** Four figures that let most people decide whether to read on. */
export function AtAGlance({ item, online }: { item: ItemVersion; online: boolean }): VNode {
  const facts = [
    ['多久办完', howLong(item.promisedLimit)],
    ['收费', item.fee.charged ? '要收费' : '不收钱'],
    ['跑几次', item.visits === 0 ? '不用跑' : `最多${item.visits}次`],
    [online ? '要交的材料' : '要带的材料', howMany(item.materials, online)],
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

/** A span without its beginning would be counted from the day the application was sent. */
function howLong(limit: ItemVersion['promisedLimit']): string {
  if (limit.amount === 0) return '当场办结'
  return `${limit.from === 'receipt' ? '收到申请' : '受理'}后${limitWords(limit)}`
}

/** Papers that only some have to bring make it a bound. */
function howMany(materials: ItemVersion['materials'], online: boolean): string {
  const carried = toBring(materials)
  const most = carried.some(({ necessity }) => necessity === 'conditional') ? '最多' : ''
  return carried.length === 0 ? (online ? '不用交' : '不用带') : `${most}${carried.length}样`
}
