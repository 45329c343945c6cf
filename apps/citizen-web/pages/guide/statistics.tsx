import type { VNode } from 'preact'
import type { GuideView } from '#capabilities/portal/contract.ts'
import { SummaryList } from '#ui/components/index.ts'
import { day } from '#ui/format/day.ts'

/** 办理情况 (行政许可事项公开七项): how many applied, how many were decided and how many of them in time. */
export function Statistics({ of }: { of: NonNullable<GuideView['statistics']> }): VNode {
  const { from, received, accepted, decided, granted, inTime } = of
  if (received + accepted + decided === 0) return <p>{`${day(from)}以来还没有人办过这件事。`}</p>
  return (
    <>
      <p class="muted">{`${day(from)}以来，每办一件就更新。`}</p>
      <SummaryList
        rows={[
          { label: '收到申请', content: `${received}件` },
          { label: '受理', content: `${accepted}件` },
          { label: '作出决定', content: `${decided}件，其中准予${granted}件` },
          { label: '在承诺时限内决定', content: `${inTime}件` },
        ]}
      />
    </>
  )
}
