import type { VNode } from 'preact'
import { moment } from '#ui/format/day.ts'
import { draftPath } from '../apply/progress.ts'
import { standingSentence } from '../matters/page.tsx'
import type { MineView } from './page.tsx'

/** More than this belongs on the page of one's matters. */
const SHOWN = 3

/** Who comes back mostly comes for this; with nothing left open it takes no room. */
export function Mine({ mine: { cases, drafts } }: { mine: MineView }): VNode | null {
  const asked = cases.filter((one) => one.asked !== undefined)
  if (asked.length + drafts.length === 0) return null
  const more = asked.length + drafts.length - SHOWN
  const shown = drafts.slice(0, Math.max(0, SHOWN - asked.length))
  return (
    <section class="home-mine" aria-labelledby="mine">
      <h2 id="mine">{asked.length > 0 ? '有事等您办' : '接着上次的填'}</h2>
      <ul class="home-mine-list">
        {asked.slice(0, SHOWN).map((one) => (
          <li key={one.no}>
            <a href={`/my/cases/${one.no}`}>{one.itemName}</a>
            <p>{standingSentence(one)}</p>
          </li>
        ))}
        {shown.map((draft) => (
          <li key={draft.id}>
            <a
              href={draft.atCounter === undefined ? draftPath(draft.id) : `/apply/${draft.id}/counter`}
            >{`接着填：${draft.itemName}`}</a>
            <p class="muted">{`${moment(draft.savedAt)}保存`}</p>
          </li>
        ))}
      </ul>
      {more > 0 && (
        <p>
          <a href="/my">{`还有${more}件，去“我的办件”看`}</a>
        </p>
      )}
    </section>
  )
}
