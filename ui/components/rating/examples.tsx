import type { Example, Usage } from '../example.ts'
import { Rating, StarsGiven } from './rating.tsx'

export const usage: Usage = {
  title: '满意度评价',
  when: '事情办完后请人打分，低分才问原因。',
  whenNot: '办理途中不打断人打分；不评价也不影响办事。',
}

const options = {
  5: [{ code: '517', text: '服务热情效率高' }],
  4: [],
  3: [],
  2: [{ code: '213', text: '窗口人员业务不熟练' }],
  1: [],
}

export const examples: Example[] = [
  { title: '还没选', node: <Rating options={options} chosen={[]} /> },
  { title: '不满意', node: <Rating options={options} stars={2} chosen={['213']} /> },
  { title: '忘了选', node: <Rating options={options} chosen={[]} error="请选一个满意程度" /> },
  { title: '已评价', node: <StarsGiven stars={4} /> },
]
