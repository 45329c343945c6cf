import type { CaseDetail } from '#capabilities/case/contract.ts'
import { Tabs } from '../../shell/tabs.tsx'
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
        label={words.tabList}
        tabs={[
          {
            key: 'materials',
            label: tabs.materials,
            content: () => <Materials materials={detail.materials} />,
          },
          { key: 'form', label: tabs.form, content: () => <FormAnswers answers={detail.form} /> },
          { key: 'clocks', label: tabs.clocks, content: () => <ClockList clocks={detail.clocks} /> },
          { key: 'papers', label: tabs.papers, content: () => <PaperList papers={detail.papers} /> },
          {
            key: 'story',
            label: tabs.story,
            content: () => <StoryList story={detail.story} papers={detail.papers} />,
          },
          {
            key: 'facts',
            label: tabs.facts,
            content: () => <FactChain no={no} version={version} story={detail.story} />,
          },
        ]}
      />
    </section>
  )
}
