import type { VNode } from 'preact'
import type { CaseDetail } from '#capabilities/portal/contract.ts'
import { Disclosure, NoticeBox, SummaryList, Timeline } from '#ui/components/index.ts'
import { day, dayOf } from '#ui/format/day.ts'
import { freightWords } from '../../words.ts'
import { Liability, Promises } from '../guide/promise.tsx'
import { withdrawPath } from '../withdraw/page.tsx'

/** What was promised and what it means now (告知承诺). */
export function PromiseMade({ detail }: { detail: CaseDetail }): VNode | null {
  const { promise } = detail
  if (promise === undefined) return null
  return (
    <Disclosure summary="您的承诺">
      <div class="stack">
        <p>
          {`${day(dayOf(promise.at))}${promise.how === 'online' ? '在网上确认' : '在窗口签署'}了告知承诺书。`}
          {promise.withdrawn ? '后来撤回了承诺，改按一般程序办理。' : ''}
        </p>
        <Disclosure summary="承诺了哪些事">
          <Promises commitment={promise} />
        </Disclosure>
        <Disclosure summary="承诺不属实会怎样">
          <Liability commitment={promise} />
        </Disclosure>
        <p>{`怎样核查：${promise.checkedHow}`}</p>
        <p class="muted">{`依据：${promise.basis}`}</p>
        {detail.allowed.some(({ act }) => act === 'withdraw-commitment') && (
          <p class="case-withdraw no-print">
            条件还达不到？<a href={withdrawPath(detail.summary.no, 'promise')}>撤回承诺，改按一般程序办</a>
          </p>
        )}
      </div>
    </Disclosure>
  )
}

/** The check after the decision and what came of it, with what is asked of the person now. */
export function AfterCheck({ detail }: { detail: CaseDetail }): VNode | null {
  const { afterCheck, revocation } = detail
  if (revocation !== undefined) {
    return (
      <NoticeBox tone="bad" title="原来的决定已经撤销">
        <p>{`${day(revocation.day)}作出撤销决定。理由：${revocation.reason}`}</p>
        <p>
          原来的证照和批文不能再用。不服的，可以申请行政复议或者提起行政诉讼，期限和地方写在撤销决定书里。
        </p>
      </NoticeBox>
    )
  }
  if (afterCheck === undefined) return null
  const said = afterCheck.text ? `核查记录：${afterCheck.text}` : ''
  switch (afterCheck.result) {
    case 'met':
      return (
        <NoticeBox tone="good" title="事后核查：和承诺一致">
          {said !== '' && <p>{said}</p>}
        </NoticeBox>
      )
    case 'rectify':
      return (
        <NoticeBox tone="warn" title="事后核查发现问题，请按期改正">
          {said !== '' && <p>{said}</p>}
          <p>
            改正以后会再来看。期限从整改通知书送到您手上的第二天起算，见下面“最晚到哪一天”；到期没有改正的，要撤销原来的决定。
          </p>
        </NoticeBox>
      )
    case 'broken':
      return (
        <NoticeBox tone="bad" title="事后核查：和承诺不符">
          {said !== '' && <p>{said}</p>}
          <p>
            要撤销原来的决定，必须先书面告知您，您有几天可以陈述、申辩；您的意见复核以后才会决定。撤销的，记入信用记录。
          </p>
        </NoticeBox>
      )
    default:
      return (
        <NoticeBox title="接下来会有人来核查">
          <p>
            {`${afterCheck.dueDay === undefined ? '' : `最晚${day(afterCheck.dueDay)}，`}工作人员会对照您的承诺核查一次。请如实说明情况，现在不用做别的。`}
          </p>
        </NoticeBox>
      )
  }
}

/** Where the letter is. */
export function Posting({ detail }: { detail: CaseDetail }): VNode | null {
  const { posting } = detail
  if (posting === undefined) return null
  return (
    <section class="case-section" aria-labelledby="posting">
      <h2 id="posting">邮寄到哪了</h2>
      <SummaryList
        rows={[
          { label: '快递公司', content: posting.carrier ?? '已交给邮政，等运单号' },
          ...(posting.waybill === undefined
            ? []
            : [{ label: '运单号', content: <span class="figures">{posting.waybill}</span> }]),
          {
            label: '邮费',
            content: posting.freight === 'collect' ? '到付，收到时付给邮递员' : '政府承担，您不用付',
          },
          ...(posting.receiptUrl === undefined
            ? []
            : [{ label: '签收凭证', content: <a href={posting.receiptUrl}>看签收凭证</a> }]),
        ]}
      />
      {posting.track.length > 0 && (
        <Timeline
          entries={posting.track.map(({ text, at }) => ({ at, text, who: posting.carrier ?? '邮政' }))}
        />
      )}
    </section>
  )
}

/** Before anything was posted: what it will cost. */
export function postWords({ deliveryMode, posting }: CaseDetail): string {
  return deliveryMode === 'post' && posting === undefined ? `，${freightWords}` : ''
}
