import { Tabs } from 'antd'
import type { CaseDetail } from '#capabilities/case/contract.ts'
import { ClockList } from './clock-list.tsx'
import { FactChain } from './fact-chain.tsx'
import { FormAnswers } from './form-answers.tsx'
import { Materials } from './materials.tsx'
import { PaperList } from './paper-list.tsx'
import { StoryList } from './story-list.tsx'
import { caseWords as words } from './words.ts'

export function CaseTabs({ detail }: { detail: CaseDetail }) {
  const { no, version } = detail.summary
  const { tabs } = words
  return (
    <section className="sheet case-tabs">
      <Tabs
        destroyOnHidden
        items={[
          { key: 'materials', label: tabs.materials, children: <Materials materials={detail.materials} /> },
          { key: 'form', label: tabs.form, children: <FormAnswers answers={detail.form} /> },
          { key: 'clocks', label: tabs.clocks, children: <ClockList clocks={detail.clocks} /> },
          { key: 'papers', label: tabs.papers, children: <PaperList papers={detail.papers} /> },
          { key: 'story', label: tabs.story, children: <StoryList story={detail.story} /> },
          { key: 'facts', label: tabs.facts, children: <FactChain no={no} version={version} /> },
        ]}
      />
    </section>
  )
}
