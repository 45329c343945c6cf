import type { VNode } from 'preact'
import type { GuideView } from '#capabilities/portal/contract.ts'
import { longDay } from '#ui/format/day.ts'

/** What this guide will say from a day on, and how long the matter is offered at all. */
export function Coming({
  view: { item, coming },
}: {
  view: Pick<GuideView, 'item' | 'coming'>
}): VNode | null {
  const { effectiveTo } = item
  if (coming === undefined && effectiveTo === undefined) return null
  return (
    <section class="guide-section" aria-labelledby="coming">
      <h2 id="coming">往后的变化</h2>
      {coming !== undefined && (
        <>
          <p>{`从${longDay(coming.from)}起提交的，按新的指南办。在这以前提交的，按今天的指南办。`}</p>
          {coming.changes.length > 0 && (
            <ul>
              {coming.changes.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          )}
        </>
      )}
      {coming === undefined && effectiveTo !== undefined && (
        <p>{`这件事办到${longDay(effectiveTo)}为止。已经提交的照常办完。`}</p>
      )}
    </section>
  )
}
