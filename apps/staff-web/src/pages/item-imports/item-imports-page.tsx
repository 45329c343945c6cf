import { Link } from '@tanstack/react-router'
import type { ImportRunView } from '#capabilities/catalogue/contract/item-import-routes.ts'
import { moment } from '#ui/format/day.ts'
import { PagedList } from '../../lists/paged-list.tsx'
import { useSignedIn } from '../../session/use-session.ts'
import { Tabs } from '../../shell/tabs.tsx'
import { DirectoryTab } from './directory-tab.tsx'
import './item-imports.css'
import { OutsideTab } from './outside-tab.tsx'
import { ProgressLine } from './progress-line.tsx'
import { Upload } from './upload.tsx'
import { useRuns, works } from './use-item-imports.ts'
import { importWords as words, runTones, standingTitles } from './words.ts'

/** 目录导入: files on their way in, lines that wait for an author, and items of other systems. */
export function ItemImportsPage() {
  const { roles } = useSignedIn().post
  const runs = roles.some((role) => role === 'item-approver' || role === 'supervisor')
  return (
    <>
      <div className="page-head">
        <h1>{words.title}</h1>
        <p className="muted">{words.text}</p>
      </div>
      <Tabs
        label={words.tabs}
        tabs={[
          ...(runs ? [{ key: 'runs', label: words.runs, content: () => <Runs /> }] : []),
          { key: 'directory', label: words.directory, content: () => <DirectoryTab /> },
          { key: 'outside', label: words.outside, content: () => <OutsideTab /> },
        ]}
      />
    </>
  )
}

function Runs() {
  const list = useRuns()
  const brings = useSignedIn().post.roles.includes('item-approver')
  return (
    <div className="stack">
      {brings && <Upload />}
      <PagedList
        list={list}
        label={words.list}
        empty={brings ? words.none : words.noneToRead}
        columns={{ className: 'import-run', titles: words.columns }}
        row={(run) => <RunRow key={run.id} run={run} />}
      />
    </div>
  )
}

const SHOWN = [
  'needs-a-human',
  'changed',
  'new',
  'drafted',
  'moved-on',
  'listed',
  'line-updated',
  'conflict',
] as const

function RunRow({ run }: { run: ImportRunView }) {
  const { id, name, state, stateText, failure, counts, by, at, confirmedBy } = run
  return (
    <li className="case-row import-run">
      <div>
        <Link to="/item-imports/$run" params={{ run: id }} className="case-link">
          {name}
        </Link>
      </div>
      <div>
        <span className={`tag ${runTones[state]}`}>{stateText}</span>
        {works(state) && <ProgressLine run={run} />}
      </div>
      <div className="small">
        {failure ??
          SHOWN.flatMap((standing) => {
            const count = counts[standing] ?? 0
            return count === 0 ? [] : [words.total(standingTitles[standing], count)]
          }).join('，')}
      </div>
      <div className="small muted">
        {words.by(by, moment(at))}
        {confirmedBy !== undefined && <div>{words.confirmedBy(confirmedBy)}</div>}
      </div>
    </li>
  )
}
