import type { ChangeDetail, UpperUpdate } from '#capabilities/catalogue/contract/change.ts'
import { day } from '#ui/format/day.ts'
import { Sheet } from '../matter/matter-page.tsx'
import { UpperChoiceLine } from './upper-choice.tsx'
import { upperWords as words } from './upper-words.ts'

/** 上级目录更新: what a list above has otherwise now, and each place where somebody has to decide. */
export function UpperUpdateSheet({ detail, edits }: { detail: ChangeDetail; edits: boolean }) {
  const { upper, summary } = detail
  if (upper === undefined) return null
  const open = summary.fromAbove?.open ?? 0
  return (
    <Sheet id="change-upper" title={words.title}>
      {upper.lists.map(({ title, version, was, since }) => (
        <p key={title}>{words.lists(title, version, was, day(since))}</p>
      ))}
      <p role="status">
        {upper.choices.length === 0 ? words.clean : open === 0 ? words.done : words.open(open)}
      </p>
      <ul className="plain-list">
        {upper.choices.map((choice) => (
          <UpperChoiceLine key={choice.path} choice={choice} change={summary} edits={edits} />
        ))}
      </ul>
      <Moved moved={upper.moved} />
    </Sheet>
  )
}

function Moved({ moved }: Pick<UpperUpdate, 'moved'>) {
  if (moved.length === 0) return null
  return (
    <details>
      <summary>{words.moved}</summary>
      <ul>
        {moved.map(({ title, text }) => (
          <li key={title + text}>
            <span className="muted">{title}</span> {text}
          </li>
        ))}
      </ul>
    </details>
  )
}
