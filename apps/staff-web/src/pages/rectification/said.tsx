import type { RectificationDetail } from '#capabilities/evaluation/contract/rectification.ts'
import { Fact } from '../case/fact.tsx'
import { Rater } from './rater.tsx'
import { rectificationWords as words } from './words.ts'

const CALLING = ['verify', 'answer', 'record-revisit']

/** What the rater said, and what has been found and answered so far. */
export function Said({ detail }: { detail: RectificationDetail }) {
  const { summary, reasons, comment, rater, finding, answer, revisit } = detail
  // Only who has something to do with the rater gets the phone, and the server asks again.
  const calls = detail.allowed.some(({ act }) => CALLING.includes(act))
  return (
    <section className="sheet stack-tight" aria-labelledby="rectification-said">
      <h2 id="rectification-said">{words.said}</h2>
      <dl className="rectification-facts">
        <Fact label={words.reasons} text={reasons.length === 0 ? words.noReasons : reasons.join('；')} />
        <Fact label={words.comment} text={comment ?? words.noComment} />
        <Fact
          label={words.rater}
          text={
            rater === undefined ? words.anonymousRater : <Rater id={summary.id} rater={rater} calls={calls} />
          }
        />
        {finding !== undefined && <Fact label={words.finding} text={finding} />}
        {answer !== undefined && <Fact label={words.answer} text={answer} />}
        {revisit !== undefined && <Fact label={words.revisit} text={revisit} />}
      </dl>
    </section>
  )
}
