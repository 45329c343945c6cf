import type { VNode } from 'preact'
import { ButtonRow, LinkButton, NoticeBox } from '#ui/components/index.ts'
import { longDay } from '#ui/format/day.ts'
import { FirstNotice, LAPSES, papersAsked, promiseOf, WhyAgain, type Notice } from '../supplement/points.tsx'

/** What the notice asks for, by when, and what of it is new and why. */
export function AskedPapers({ no, notice }: { no: string; notice: Notice }): VNode {
  const until = notice.dueDay === undefined ? '' : `请最晚${longDay(notice.dueDay)}补齐；${LAPSES}`
  return (
    <NoticeBox tone="warn" title={`需要您补${papersAsked(notice)}样材料`}>
      <ul>
        {notice.lines.map((point) => (
          <li key={`${point.name}${point.problem}`}>
            {`${point.name}：${point.problem.replace(/[。；]+$/u, '')}。${point.remedy}`}
            <WhyAgain point={point} />
          </li>
        ))}
      </ul>
      <p>{`${until}${promiseOf(notice)}`}</p>
      <FirstNotice notice={notice} />
      <ButtonRow>
        <LinkButton href={`/my/cases/${no}/supplement`}>看要补什么，去补</LinkButton>
      </ButtonRow>
    </NoticeBox>
  )
}
