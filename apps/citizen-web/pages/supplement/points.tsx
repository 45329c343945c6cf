import type { VNode } from 'preact'
import type { CaseDetail } from '#capabilities/portal/contract.ts'
import { Disclosure } from '#ui/components/index.ts'
import { day } from '#ui/format/day.ts'

export type Notice = NonNullable<CaseDetail['supplement']>
type Point = Notice['lines'][number]

/** What a missed day costs, said wherever the day is. */
export const LAPSES = '到期没有补，视为撤回申请，要办得重新申请。'

/** How many papers a notice asks for: two remarks on one paper are met by one. */
export function papersAsked({ lines }: Pick<Notice, 'lines'>): number {
  return new Set(lines.map(({ material }) => material)).size
}

/** Whether anything may still be asked afterwards, said before somebody sets out. */
export function promiseOf({ round = 1, lines }: Notice): string {
  if (round === 1)
    return '要补的都写在这一份通知里。补齐以后不会再要别的，除非您新补交的材料自己带来新的问题。'
  const fresh = lines.filter(({ standing }) => standing === 'new').length
  if (fresh === 0) return `这是第${round}次通知：只有上次说过、还没补好的，没有增加新的。`
  return fresh === lines.length
    ? `这是第${round}次通知：都是您新补交的材料带来的问题，第一次看不出来。`
    : `这是第${round}次通知：有的上次说过、还没补好；标“新”的，是您新补交的材料带来的问题，第一次看不出来。`
}

/** Why a point stands in a later notice: it was named before and is still open, or a paper of one's own brought it. */
export function WhyAgain({ point: { standing, still, newBecause } }: { point: Point }): VNode | null {
  if (standing === 'again')
    return <p class="supplement-why">{`上次说过，还没补好${still === undefined ? '。' : `：${still}`}`}</p>
  if (standing === 'new' && newBecause !== undefined)
    return (
      <p class="supplement-why">
        <strong>新</strong>
        {` ${newBecause}`}
      </p>
    )
  return null
}

/** What the first notice named, point by point, and whether it still is asked for. */
export function FirstNotice({ notice: { first } }: { notice: Notice }): VNode | null {
  if (first === undefined) return null
  return (
    <Disclosure summary={`${day(first.servedOn)}第一次告知的${first.lines.length}个问题`}>
      <ul>
        {first.lines.map(({ name, problem, settled }) => (
          <li key={`${name}${problem}`}>{`${name}：${problem}（${settled ? '已补好' : '还没补好'}）`}</li>
        ))}
      </ul>
    </Disclosure>
  )
}
