import type { AllowedAct, CaseDetail, ClockView } from '#capabilities/case/contract.ts'
import { longDay } from '#ui/format/day.ts'
import { useSignedIn } from '../../session/use-session.ts'
import { Asked } from '../asked/asked.tsx'
import { urgency } from '../work-list/urgency.ts'
import { isOver } from '../work-list/words.ts'
import { StillOpen } from './still-open.tsx'
import { whoseTurn } from './turn.ts'
import { caseWords as words } from './words.ts'

interface Props {
  detail: CaseDetail
  choose: (act: AllowedAct) => void
}

/** What is asked, by when and why, in sight while the papers are read. */
export function AskedOfMe({ detail, choose }: Props) {
  const { roles } = useSignedIn().post
  const { summary, allowed } = detail
  const over = isOver(summary.state)
  return (
    <Asked beside allowed={allowed} choose={choose} nothing={over ? undefined : nothing(roles)}>
      <p>{whoseTurn(detail)}</p>
      <Nearest detail={detail} />
      {!over && <StillOpen parts={detail.parts} />}
      {detail.review !== undefined && (
        <p className="opinion">
          <strong>{words.reviewed(detail.review.opinion)}</strong>
          {detail.review.text}
        </p>
      )}
    </Asked>
  )
}

const WATCHING = ['supervisor', 'centre-director']

function nothing(roles: readonly string[]): string {
  return roles.every((role) => WATCHING.includes(role)) ? words.onlyWatches : words.noButtons
}

/** The day this reader has to keep, with the sentence that says why it falls there. */
function Nearest({ detail: { summary, clocks } }: { detail: CaseDetail }) {
  const { owed } = summary
  const own = clocks.find(({ clock, state }) => clock === owed?.clock && state !== 'ended')
  const clock = own ?? nearest(clocks)
  if (clock === undefined) return <p className="muted">{words.noClock}</p>
  const { text, tone } = urgency(own === undefined ? summary : owed!)
  return (
    <>
      <p>
        {clock.state === 'stopped' ? (
          <span className="tag tag-plain">{words.stopped}</span>
        ) : (
          <span className={`tag tag-${tone}`}>{text}</span>
        )}{' '}
        {clock.title}
        {clock.day !== undefined && <strong> {longDay(clock.day)}</strong>}
      </p>
      <p className="small muted">{clock.sentence}</p>
    </>
  )
}

function nearest(clocks: readonly ClockView[]): ClockView | undefined {
  const running = clocks.filter((clock) => clock.state === 'running' && clock.day !== undefined)
  running.sort((one, other) => one.day!.localeCompare(other.day!))
  return running[0] ?? clocks.find((clock) => clock.state === 'stopped')
}
