import type { Example } from '../example.ts'
import { ClockBox, type ClockSentence } from './clock-box.tsx'

const clock: ClockSentence = {
  title: '承诺办结期限',
  state: 'running',
  day: '2026-11-27',
  provisional: false,
  sentence: '11月20日受理，承诺5个工作日，最晚11月27日。',
  standing: 'in-time',
}

export const examples: Example[] = [
  { title: 'in time', node: <ClockBox clock={clock} /> },
  { title: 'soon', node: <ClockBox clock={{ ...clock, standing: 'soon' }} /> },
  {
    title: 'late and provisional',
    node: <ClockBox clock={{ ...clock, standing: 'late', provisional: true }} />,
  },
  { title: 'stopped', node: <ClockBox clock={{ ...clock, state: 'stopped' }} /> },
  {
    title: 'stopped for two reasons',
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
  { title: 'ended', node: <ClockBox clock={{ ...clock, state: 'ended' }} /> },
]
