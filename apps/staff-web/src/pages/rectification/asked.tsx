import { Button } from 'antd'
import type { AllowedAct } from '#capabilities/case/contract.ts'
import type { RectificationDetail } from '#capabilities/evaluation/contract/rectification.ts'
import { longDay } from '#ui/format/day.ts'
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
    <section id="asked" className="sheet asked" aria-labelledby="asked-title">
      <div className="stack-tight">
        <h2 id="asked-title" tabIndex={-1}>
          {words.asked}
        </h2>
        <p>{over ? words.over : words.waitsForNow(summary.waitsFor)}</p>
        {clock === undefined || summary.dueDay === undefined ? (
          !over && <p className="muted">{words.noClock}</p>
        ) : (
          <p>
            <span className={`tag tag-${tone}`}>{text}</span> {clock.title}{' '}
            <strong>{longDay(summary.dueDay)}</strong>
          </p>
        )}
      </div>
      {allowed.length === 0 ? (
        !over && <p className="muted small">{words.noButtons}</p>
      ) : (
        <ul className="asked-acts">
          {allowed.map((act) => (
            <li key={act.act}>
              <Button
                block
                data-act={act.act}
                {...(act.tone === 'primary' ? { type: 'primary' as const } : {})}
                danger={act.tone === 'danger'}
                onClick={() => choose(act)}
              >
                {act.title}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
