import type { Example } from '../example.ts'
import { EmptyState } from './empty-state.tsx'

export const examples: Example[] = [
  {
    title: 'nothing',
    node: (
      <EmptyState title="还没有办件">
        <p>在网上申请的会出现在这里。</p>
      </EmptyState>
    ),
  },
]
