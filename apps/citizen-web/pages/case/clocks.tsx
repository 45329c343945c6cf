import type { VNode } from 'preact'
import type { CaseDetail } from '#capabilities/portal/contract.ts'
import { ClockBox, Disclosure, SummaryList } from '#ui/components/index.ts'
import { limitWords } from '#ui/format/limit.ts'
import { inPlainWords } from '../../words.ts'

/** The days this case goes by, the nearest first, and how long the decision takes where its day is not known yet. */
export function Clocks({ detail }: { detail: CaseDetail }): VNode | null {
  const told = detail.clocks.map(inPlainWords)
  const ended = told.filter((clock) => clock.state === 'ended')
  const [first, ...others] = told.filter((clock) => clock.state !== 'ended').toSorted(byDay)
  if (detail.clocks.length === 0) return null
  return (
    <section class="case-clocks" aria-labelledby="clocks">
      <h2 id="clocks">{first === undefined ? '当时的期限' : '最晚到哪一天'}</h2>
      {first !== undefined && <ClockBox clock={first} />}
      <Afterwards detail={detail} />
      {others.length > 0 && (
        <Disclosure summary={`还有${others.length}个期限：${others.map(({ title }) => title).join('、')}`}>
          {others.map((clock) => (
            <ClockBox key={clock.clock} clock={clock} />
          ))}
        </Disclosure>
      )}
      {ended.length > 0 && (
        <Disclosure summary={`已经结束的期限（${ended.length}个）`}>
          <SummaryList rows={ended.map(({ title, sentence }) => ({ label: title, content: sentence }))} />
        </Disclosure>
      )}
    </section>
  )
}

/** The nearest day first; what has no day yet comes last. */
const byDay = (one: CaseDetail['clocks'][number], other: CaseDetail['clocks'][number]): number =>
  (one.day ?? '9999').localeCompare(other.day ?? '9999')

/** Nobody has taken the application in yet, so that the decision has a span and no day. */
function Afterwards({ detail: { decisionWithin } }: { detail: CaseDetail }): VNode | null {
  if (decisionWithin === undefined) return null
  const words = decisionWithin.amount === 0 ? '当场办结' : `${limitWords(decisionWithin)}内办完`
  return <p>{`受理以后，${words}。受理那天就能看到是哪一天。`}</p>
}
