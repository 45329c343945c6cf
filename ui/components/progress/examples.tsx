import type { Example } from '../example.ts'
import { Progress } from './progress.tsx'

const steps = ['在哪办', '填表', '交材料', '核对提交'].map((title, at) => ({ title, href: `/apply/1/${at}` }))

export const examples: Example[] = [
  { title: 'first', node: <Progress steps={steps} current={0} /> },
  { title: 'last', node: <Progress steps={steps} current={3} /> },
]
