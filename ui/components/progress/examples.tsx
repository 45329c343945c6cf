import type { Example, Usage } from '../example.ts'
import { Progress, type ProgressStep } from './progress.tsx'

export const usage: Usage = {
  title: '步骤进度',
  when: '填写申请这样分几步的事，让人知道在第几步、填过哪些、还剩几步；一步有几页的，下面列出各页。',
  whenNot: '只有一步时不用；办件办到哪了用办理环节。',
}

const steps = (done: number): ProgressStep[] =>
  ['在哪办', '填表', '交材料', '核对提交'].map((title, at) => ({
    ...{ title, href: `/apply/1/${at}`, done: at < done },
  }))
const pages = (titles: readonly string[], done: readonly number[]): ProgressStep[] =>
  titles.map((title, at) => ({ title, href: `/apply/1/form/${at}`, done: done.includes(at) }))

const LONG = ['申请单位', '项目', '用地', '期限', '补偿与复垦', '代办人']

export const examples: Example[] = [
  { title: '第一步', node: <Progress steps={steps(0)} current={0} /> },
  { title: '最后一步', node: <Progress steps={steps(3)} current={3} /> },
  {
    title: '填表分几页，在第二页',
    node: (
      <Progress
        steps={steps(1)}
        current={1}
        pages={{ steps: pages(['申请人', '经营场所', '代办人'], [0]), current: 1 }}
      />
    ),
  },
  {
    title: '页数多，回头改第一页',
    node: <Progress steps={steps(1)} current={1} pages={{ steps: pages(LONG, [0, 1, 2, 3]), current: 0 }} />,
  },
]
