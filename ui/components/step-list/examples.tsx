import type { Example } from '../example.ts'
import { StepList } from './step-list.tsx'

export const examples: Example[] = [
  {
    title: 'half way',
    node: (
      <StepList
        steps={[
          { title: '受理', state: 'done', at: '2026-11-20T03:00:00.000Z' },
          { title: '审查', state: 'current', note: '必要时到现场看' },
          { title: '决定', state: 'coming' },
        ]}
      />
    ),
  },
]
