import type { Example } from '../example.ts'
import { Rating, StarsGiven } from './rating.tsx'

const options = {
  5: [{ code: '517', text: '服务热情效率高' }],
  4: [],
  3: [],
  2: [{ code: '213', text: '窗口人员业务不熟练' }],
  1: [],
}

export const examples: Example[] = [
  { title: 'open', node: <Rating options={options} chosen={[]} /> },
  { title: 'poor', node: <Rating options={options} stars={2} chosen={['213']} /> },
  { title: 'missing', node: <Rating options={options} chosen={[]} error="请选一个满意程度" /> },
  { title: 'given', node: <StarsGiven stars={4} /> },
]
