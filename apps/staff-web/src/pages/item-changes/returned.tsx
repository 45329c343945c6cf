import type { ChangeDetail } from '#capabilities/catalogue/contract/change.ts'
import { moment } from '#ui/format/day.ts'
import { changeWords as words } from './words.ts'

/** What whoever sent it back wrote; a draft that was returned is mended by these words. */
export function Returned({ detail: { returned } }: { detail: ChangeDetail }) {
  if (returned === undefined) return null
  const { at, who, text } = returned
  return (
    <div className="item-findings">
      <p className="item-returned">
        <strong>{words.returned}</strong>
        {text}
      </p>
      <p className="small muted">{words.returnedBy(who, moment(at))}</p>
    </div>
  )
}
