import type { Example, Usage } from '../example.ts'
import { StepList } from './step-list.tsx'

export const usage: Usage = {
  title: '办理环节',
  when: '一件事要经过哪些环节，现在到哪，后面还有什么。',
  whenNot: '已经发生的事用经过；填申请的步骤用步骤进度。',
}

export const examples: Example[] = [
  {
    title: '办到一半',
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
