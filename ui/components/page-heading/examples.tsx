import type { Example, Usage } from '../example.ts'
import { PageHeading } from './page-heading.tsx'

export const usage: Usage = {
  title: '页面标题',
  when: '每页开头一次，说清这一页是什么事。',
  whenNot: '页内小节用二级标题。',
}

export const examples: Example[] = [
  { title: '只有标题', node: <PageHeading title="我的办件" /> },
  { title: '以引号开头，和下面的字对齐', node: <PageHeading title="“摆摊”的查找结果" /> },
  {
    title: '上下都有话',
    node: (
      <PageHeading title="在哪里办" over="申请：示例许可">
        <p>选好以后还可以改。</p>
      </PageHeading>
    ),
  },
]
