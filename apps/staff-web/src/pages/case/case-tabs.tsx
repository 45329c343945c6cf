import type { CaseDetail } from '#capabilities/case/contract.ts'
import { Tabs, type Tab } from '../../shell/tabs.tsx'
import { usePrinting } from '../../shell/use-printing.ts'
import { ClockList } from './clock-list.tsx'
import { FactChain } from './fact-chain.tsx'
import { FormAnswers } from './form-answers.tsx'
import { Procedure } from '../guides/procedure.tsx'
import { procedureWords } from '../guides/words.ts'
import { Materials } from './materials.tsx'
import { PaperList } from './paper-list.tsx'
import { StoryList } from './story-list.tsx'
import { useRevealed } from './use-applicant.ts'
import { caseWords as words } from './words.ts'

interface Props {
  detail: CaseDetail
  /** The trail stands beside the papers already. */
  withoutTrail: boolean
}

/** The papers, the form, the clocks and the trail: one at a time on the screen, all of them on paper. */
export function CaseTabs({ detail, withoutTrail }: Props) {
  const { no, version } = detail.summary
  const printing = usePrinting()
  const { clear } = useRevealed()
  const told = tabsOf({ ...detail, form: clear?.form ?? detail.form })
  if (printing) return <Printed tabs={told} />
  // What the plan asks of each step; on the screen, beside the work.
  const procedure: Tab = {
    key: 'procedure',
    label: procedureWords.tab,
    content: () => (
      <Procedure
        item={detail.summary.itemId}
        waitsFor={detail.steps.find(({ state }) => state === 'current')?.title}
      />
    ),
  }
  const chain: Tab = {
    key: 'facts',
    label: words.tabs.facts,
    content: () => <FactChain no={no} version={version} story={detail.story} />,
  }
  return (
    <section className="sheet case-tabs">
      <Tabs
        label={words.tabList}
        tabs={[...told.filter(({ key }) => !withoutTrail || key !== STORY), procedure, chain]}
      />
    </section>
  )
}

const STORY = 'story'

function tabsOf({ materials, form, clocks, papers, story }: CaseDetail): Tab[] {
  const { tabs } = words
  return [
    { key: 'materials', label: tabs.materials, content: () => <Materials materials={materials} /> },
    { key: 'form', label: tabs.form, content: () => <FormAnswers answers={form} /> },
    { key: 'clocks', label: tabs.clocks, content: () => <ClockList clocks={clocks} /> },
    { key: 'papers', label: tabs.papers, content: () => <PaperList papers={papers} /> },
    { key: STORY, label: tabs.story, content: () => <StoryList story={story} papers={papers} /> },
  ]
}

/** The hashes of the record prove something on the screen, where they can be compared; on paper they are left out. */
function Printed({ tabs }: { tabs: readonly Tab[] }) {
  return tabs.map(({ key, label, content }) => (
    <section key={key} className="sheet stack-tight" aria-label={label}>
      <h2>{label}</h2>
      {content()}
    </section>
  ))
}
