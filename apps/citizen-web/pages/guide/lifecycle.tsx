import type { VNode } from 'preact'
import type { ItemVersion } from '#capabilities/portal/contract.ts'
import { Disclosure } from '#ui/components/index.ts'
import { limitWords } from '#ui/format/limit.ts'
import { variantOf } from '#ui/form/variant.ts'
import { MaterialsList } from './materials-list.tsx'

const KINDS = [
  ['change', '变更'],
  ['renew', '延续'],
  ['cancel', '注销'],
] as const

/** What its holder may ask for later, with its own papers and limit: a window asks for nothing the guide does not list. */
export function Afterwards({ item }: { item: ItemVersion }): VNode | null {
  if (item.lifecycle === undefined) return null
  return (
    <section class="guide-section" aria-labelledby="afterwards">
      <h2 id="afterwards">已经有证的</h2>
      <div class="stack">
        <p>
          登录后从<a href="/my/licences">我的证照</a>申请，原来填过的不用再填；也可以带上证件到窗口办。
        </p>
        {KINDS.flatMap(([kind, title]) => {
          const variant = item.lifecycle?.[kind]
          if (variant === undefined) return []
          const { materials, promisedLimit } = variantOf(item, kind)
          return [
            <Disclosure key={kind} summary={`${title}，承诺${limitWords(promisedLimit)}`} paper="line">
              <p>{variant.hint}</p>
              {kind === 'renew' && <p>{renewalSentence(item)}</p>}
              <MaterialsList materials={materials} online />
              <p class="muted">{`依据：${variant.basis}`}</p>
            </Disclosure>,
          ]
        })}
      </div>
    </section>
  )
}

/** By when, and what becomes of who comes later. */
function renewalSentence({ lifecycle }: ItemVersion): string {
  const { fileBefore, late } = lifecycle!.renew!
  const days = `${fileBefore.amount}${fileBefore.unit === 'working-day' ? '个工作日' : '日'}`
  const after =
    late === 'refused' ? '过了时间要重新申请。' : '过了时间也可以申请，但到期以后、准予以前，证照不能使用。'
  return `最晚在有效期届满${days}前申请；按时申请的，届满前没有作出决定，依法视为准予延续。${after}`
}
