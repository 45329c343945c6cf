import type { Example } from '../example.ts'
import { PageHeading } from './page-heading.tsx'

export const examples: Example[] = [
  { title: 'a title', node: <PageHeading title="我的办件" /> },
  {
    title: 'with what is above and below',
    node: (
      <PageHeading title="在哪里办" over="申请：示例许可">
        <p>选好以后还可以改。</p>
      </PageHeading>
    ),
  },
]
