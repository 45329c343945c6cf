import type { Example } from '../example.ts'
import { Timeline } from './timeline.tsx'

export const examples: Example[] = [
  {
    title: 'two acts',
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
