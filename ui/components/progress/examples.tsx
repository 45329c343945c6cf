import type { Example, Usage } from '../example.ts'
import { Progress } from './progress.tsx'

export const usage: Usage = {
  title: '步骤进度',
  when: '填写申请这样分几步的事，让人知道在第几步、还剩几步。',
  whenNot: '只有一步时不用；办件办到哪了用办理环节。',
}

const steps = ['在哪办', '填表', '交材料', '核对提交'].map((title, at) => ({ title, href: `/apply/1/${at}` }))

export const examples: Example[] = [
  { title: '第一步', node: <Progress steps={steps} current={0} /> },
  { title: '最后一步', node: <Progress steps={steps} current={3} /> },
]
