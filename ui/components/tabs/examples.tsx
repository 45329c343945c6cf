import type { Example, Usage } from '../example.ts'
import { Tabs } from './tabs.tsx'

export const usage: Usage = {
  title: '标签页',
  when: '同一样东西有几种看法，每种都单独成页，比如“在办的、办完的”。',
  whenNot: '一步接一步的用办理步骤；内容不长就都放在一页上。',
}

export const examples: Example[] = [
  {
    title: '两个标签',
    node: (
      <Tabs
        label="我的办件"
        tabs={[
          { text: '在办的', href: '?state=open', current: true },
          { text: '办完的', href: '?state=closed' },
        ]}
      />
    ),
  },
  {
    title: '带数量，一行放不下',
    node: (
      <Tabs
        label="我的东西"
        tabs={[
          { text: '要您处理的', href: '?a', count: 2 },
          { text: '正在办理的', href: '?b', count: 12, current: true },
          { text: '已经办完的', href: '?c', count: 108 },
          { text: '还没提交的草稿', href: '?d', count: 0 },
        ]}
      />
    ),
  },
]
