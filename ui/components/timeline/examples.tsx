import type { Example, Usage } from '../example.ts'
import { Timeline } from './timeline.tsx'

export const usage: Usage = {
  title: '办理经过',
  when: '谁在什么时候做了什么，新的在前，只列已经发生的。',
  whenNot: '还没发生的环节用办理环节。',
}

export const examples: Example[] = [
  {
    title: '两件事',
    node: (
      <Timeline
        entries={[
          { at: '2026-11-20T02:10:00.000Z', who: '您', text: '提交了申请。' },
          {
            at: '2026-11-20T03:00:00.000Z',
            who: '窗口人员',
            place: '示例中心',
            text: '受理了申请。',
            details: ['受理通知书'],
          },
        ]}
      />
    ),
  },
]
