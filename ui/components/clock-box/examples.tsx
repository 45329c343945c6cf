import type { Example, Usage } from '../example.ts'
import { ClockBox, type ClockSentence } from './clock-box.tsx'

export const usage: Usage = {
  title: '时限说明',
  when: '告诉人哪天前办好、为什么是那天、现在停没停。日期用一句话讲清来由。',
  whenNot: '没有法定或承诺时限时不用；不要拿它做倒计时催人。',
}

const clock: ClockSentence = {
  title: '承诺办结期限',
  state: 'running',
  day: '2026-11-27',
  provisional: false,
  sentence: '11月20日受理，承诺5个工作日，最晚11月27日。',
  standing: 'in-time',
}

export const examples: Example[] = [
  { title: '来得及', node: <ClockBox clock={clock} /> },
  { title: '快到了', node: <ClockBox clock={{ ...clock, standing: 'soon' }} /> },
  {
    title: '已超期，日期待定',
    node: <ClockBox clock={{ ...clock, standing: 'late', provisional: true }} />,
  },
  { title: '停着', node: <ClockBox clock={{ ...clock, state: 'stopped' }} /> },
  {
    title: '两件事都在等',
    node: (
      <ClockBox
        clock={{
          ...clock,
          state: 'stopped',
          paused: [
            { since: '2026-11-24', waitsFor: '专家评审' },
            { since: '2026-11-26', waitsFor: '听证' },
          ],
        }}
      />
    ),
  },
  { title: '已办完', node: <ClockBox clock={{ ...clock, state: 'ended' }} /> },
]
