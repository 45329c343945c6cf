import type { Example, Usage } from '../example.ts'
import { EmptyState } from './empty-state.tsx'

export const usage: Usage = {
  title: '空状态',
  when: '列表里还没有东西。说清为什么空、接下来能做什么。',
  whenNot: '出了故障时不用，那要说“没打开”，用提示框。',
}

export const examples: Example[] = [
  {
    title: '什么都没有',
    node: (
      <EmptyState title="还没有办件">
        <p>在网上申请的会出现在这里。</p>
      </EmptyState>
    ),
  },
]
