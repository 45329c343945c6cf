import type { ReactNode } from 'react'
import type { CaseDetail } from '#capabilities/case/contract.ts'
import { day, longDay, moment } from '#ui/format/day.ts'
import { inline } from '../../server/inline.ts'
import { Fact } from './fact.tsx'
import { PromiseText } from './promise-text.tsx'
import { caseWords as words } from './words.ts'

/** Whatever belongs to some procedures only: the promise, the visit to the place, the post, the check, the revocation. */
export function AlongTheWay({ detail }: { detail: CaseDetail }) {
  const { promise, survey, posting, afterCheck, revocation } = detail
  return (
    <>
      {revocation && (
        <Part title={words.revocation} tag={<Tag tone="bad" text={words.revokedOn(day(revocation.day))} />}>
          <p>{revocation.reason}</p>
        </Part>
      )}
      {afterCheck && <AfterCheck check={afterCheck} />}
      {posting && <Posting posting={posting} />}
      {survey && (
        <Part
          title={words.survey}
          tag={
            <Tag tone={survey.result === 'met' ? 'good' : 'bad'} text={words.surveyResults[survey.result]} />
          }
        >
          <p>{survey.text}</p>
          <p className="small muted">{words.surveyedOn(day(survey.day))}</p>
        </Part>
      )}
      {promise && (
        <Part
          title={words.promise}
          tag={promise.withdrawn ? <Tag tone="warn" text={words.promiseWithdrawn} /> : null}
        >
          <p className="small muted">{words.promised(words.promisedHow[promise.how], moment(promise.at))}</p>
          <PromiseText promise={promise} />
        </Part>
      )}
    </>
  )
}

function AfterCheck({ check }: { check: NonNullable<CaseDetail['afterCheck']> }) {
  const { result, text, dueDay } = check
  return (
    <Part
      title={words.afterCheck}
      tag={
        result === undefined ? (
          <Tag tone="blue" text={words.notCheckedYet} />
        ) : (
          <Tag tone={CHECK_TONE[result]} text={words.checkResults[result]} />
        )
      }
    >
      {text !== undefined && text !== '' && <p>{text}</p>}
      {dueDay !== undefined && result === undefined && <p>{words.checkBy(longDay(dueDay))}</p>}
    </Part>
  )
}

const CHECK_TONE = { met: 'good', rectify: 'warn', broken: 'bad' } as const

function Posting({ posting }: { posting: NonNullable<CaseDetail['posting']> }) {
  const { freight, carrier, waybill, receiptUrl, track } = posting
  return (
    <Part title={words.posting} tag={null}>
      <dl className="facts-line">
        <Fact label={words.carrier} text={carrier ?? words.noCarrierYet} />
        <Fact label={words.waybill} text={<span className="figures">{waybill ?? words.noWaybillYet}</span>} />
        <Fact label={words.freight} text={words.freights[freight]} />
        {receiptUrl !== undefined && (
          <Fact
            label={words.postReceipt}
            text={
              <a href={inline(receiptUrl)} target="_blank" rel="noreferrer">
                {words.openReceipt}
              </a>
            }
          />
        )}
      </dl>
      {track.length === 0 ? (
        <p className="small muted">{words.noTrack}</p>
      ) : (
        <ol className="track small" aria-label={words.track}>
          {[...track].reverse().map(({ text, at }) => (
            <li key={at + text}>
              <span className="muted">{moment(at)}</span> {text}
            </li>
          ))}
        </ol>
      )}
    </Part>
  )
}

function Part({ title, tag, children }: { title: string; tag: ReactNode; children: ReactNode }) {
  return (
    <section className="sheet stack-tight" aria-label={title}>
      <div className="row">
        <h2>{title}</h2>
        {tag}
      </div>
      {children}
    </section>
  )
}

function Tag({ tone, text }: { tone: 'good' | 'warn' | 'bad' | 'blue'; text: string }) {
  return <span className={`tag tag-${tone}`}>{text}</span>
}
