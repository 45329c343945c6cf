import { useSignedIn } from '../../session/use-session.ts'
import { Tabs } from '../../shell/tabs.tsx'
import { ChannelsTab } from './channels-tab.tsx'
import { DisclosureTab } from './disclosure-tab.tsx'
import { HandbooksTab } from './handbooks-tab.tsx'
import { LawsTab } from './laws-tab.tsx'
import { UnifiedTab } from './unified-tab.tsx'
import '../../lists/lists.css'
import './guides.css'
import { guidesWords as words } from './words.ts'

/** 办事指南管理: whether every channel says the same, what is compiled from guides, and what they stand on. */
export function GuidesPage() {
  const { roles } = useSignedIn().post
  const writes = roles.includes('item-author') || roles.includes('item-approver')
  const watches = roles.includes('supervisor') || roles.includes('director')
  const { tabs } = words
  return (
    <>
      <div className="page-head">
        <h1>{words.title}</h1>
        <p className="muted">{words.text}</p>
      </div>
      <section>
        <Tabs
          label={words.tabList}
          tabs={[
            { key: 'channels', label: tabs.channels, content: () => <ChannelsTab writes={writes} /> },
            { key: 'unified', label: tabs.unified, content: () => <UnifiedTab /> },
            { key: 'handbooks', label: tabs.handbooks, content: () => <HandbooksTab writes={writes} /> },
            { key: 'laws', label: tabs.laws, content: () => <LawsTab /> },
            ...(watches
              ? [{ key: 'disclosure', label: tabs.disclosure, content: () => <DisclosureTab /> }]
              : []),
          ]}
        />
      </section>
    </>
  )
}
