import { useNavigate, useSearch } from '@tanstack/react-router'
import { useSignedIn } from '../../session/use-session.ts'
import { Tabs } from '../../shell/tabs.tsx'
import { AlertsTab } from './alerts-tab.tsx'
import { AttemptsTab } from './attempts-tab.tsx'
import { Filters } from './filters.tsx'
import { FindingsTab } from './findings-tab.tsx'
import { GapsTab } from './gaps-tab.tsx'
import { ImportsTab } from './imports-tab.tsx'
import { IndicatorsTab } from './indicators-tab.tsx'
import { ReengineeringTab } from './reengineering-tab.tsx'
import type { SupervisionSearch } from './search.ts'
import '../../lists/lists.css'
import './supervision.css'
import { supervisionWords as words } from './words.ts'

/** 监督: for supervisors the whole area, for a director the own place. */
export function SupervisionPage() {
  const search = useSearch({ from: '/supervision' })
  const navigate = useNavigate()
  const supervises = useSignedIn().post.roles.includes('supervisor')
  const change = (next: SupervisionSearch) =>
    void navigate({ to: '/supervision', search: next, replace: true })
  const { tabs } = words
  return (
    <>
      <div className="page-head">
        <h1>{words.title}</h1>
        <p className="muted">{supervises ? words.text : words.text + words.ownPlace}</p>
      </div>
      <Filters search={search} change={change} choosesPlace={supervises} />
      <section>
        <Tabs
          label={words.tabList}
          tabs={[
            { key: 'indicators', label: tabs.indicators, content: () => <IndicatorsTab search={search} /> },
            { key: 'alerts', label: tabs.alerts, content: () => <AlertsTab place={search.place} /> },
            { key: 'gaps', label: tabs.gaps, content: () => <GapsTab place={search.place} /> },
            { key: 'findings', label: tabs.findings, content: () => <FindingsTab search={search} /> },
            {
              key: 'reengineering',
              label: tabs.reengineering,
              content: () => <ReengineeringTab place={search.place} />,
            },
            // Only a supervisor may know who tried what, and judges cases of other systems.
            ...(supervises
              ? [
                  { key: 'imports', label: tabs.imports, content: () => <ImportsTab /> },
                  { key: 'attempts', label: tabs.attempts, content: () => <AttemptsTab search={search} /> },
                ]
              : []),
          ]}
        />
      </section>
    </>
  )
}
