import type { AllowedAct } from '#capabilities/case/contract.ts'
import type { RectificationDetail } from '#capabilities/evaluation/contract/rectification.ts'
import { longDay } from '#ui/format/day.ts'
import { Asked as AskedBox } from '../asked/asked.tsx'
import { urgency } from '../work-list/urgency.ts'
import { rectificationWords as words } from './words.ts'

/** What is asked, by when, with the buttons the server allows and no others. */
export function Asked({
  detail: { summary, clocks, allowed },
  choose,
}: {
  detail: RectificationDetail
  choose: (act: AllowedAct) => void
}) {
  const over = summary.waitsFor === ''
  const clock = clocks.find(({ state, day }) => state === 'running' && day === summary.dueDay)
  const { text, tone } = urgency(summary)
  return (
    <AskedBox allowed={allowed} choose={choose} nothing={over ? undefined : words.noButtons}>
      <p>{over ? words.over : words.waitsForNow(summary.waitsFor)}</p>
      {clock === undefined || summary.dueDay === undefined ? (
        !over && <p className="muted">{words.noClock}</p>
      ) : (
        <p>
          <span className={`tag tag-${tone}`}>{text}</span> {clock.title}{' '}
          <strong>{longDay(summary.dueDay)}</strong>
        </p>
      )}
    </AskedBox>
  )
}
