import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { Alert, Button } from 'antd'
import { useSyncExternalStore } from 'react'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import type { ChangeDetail } from '#capabilities/catalogue/contract/change.ts'
import { longDay, day } from '#ui/format/day.ts'
import { keptBelow, keptVersion, onKept } from '../../session/kept/store.ts'
import { Tabs, type Tab } from '../../shell/tabs.tsx'
import { usePrinting } from '../../shell/use-printing.ts'
import { Asked } from '../asked/asked.tsx'
import { MatterPage, Sheet } from '../matter/matter-page.tsx'
import { useActing } from '../matter/use-acting.tsx'
import { Story } from '../rectification/story.tsx'
import { changeMatter } from './change-matter.ts'
import { Comments } from './comments.tsx'
import { Compare } from './compare.tsx'
import { tabWords } from './dialog-words.ts'
import { Impact } from './impact.tsx'
import './item-changes.css'
import { keptPath } from './kept-path.ts'
import { Preview } from './preview.tsx'
import { Quality } from './quality.tsx'
import { Returned } from './returned.tsx'
import { versions } from './row.tsx'
import { UpperUpdateSheet } from './upper-update.tsx'
import { useItemChange } from './use-item-changes.ts'
import { changeWords as words, stateTones } from './words.ts'

export function ChangePage() {
  const { id } = useParams({ from: '/item-changes/$id' })
  const found = useItemChange(id)
  return (
    <MatterPage found={found} title={words.title} back={<Link to="/item-changes">{words.back}</Link>}>
      {(detail) => <Change key={id} detail={detail} />}
    </MatterPage>
  )
}

/** One change: whose turn it is, what it changes, what the quality gate finds, what it touches, who said what. */
function Change({ detail }: { detail: ChangeDetail }) {
  const { summary } = detail
  const matter = changeMatter(detail)
  const { choose, dialog } = useActing(matter)
  const navigate = useNavigate()
  const edit = () => void navigate({ to: '/item-changes/$id/edit', params: { id: summary.id } })
  const edits = detail.allowed.some(({ act }) => act === 'edit')
  return (
    <>
      <Heading detail={detail} />
      <Asked
        allowed={matter.allowed}
        choose={(act) => (act.act === 'edit' ? edit() : choose(act))}
        nothing={OVER.has(summary.state) ? undefined : words.noButtons}
      >
        <p>{words.asked[summary.state]}</p>
        <Returned detail={detail} />
        <Limits detail={detail} />
        {edits && <Unsaved id={summary.id} edit={edit} />}
      </Asked>
      <UpperUpdateSheet detail={detail} edits={edits} />
      <Answers detail={detail} />
      <section className="sheet item-change-tabs">
        <Told detail={detail} edits={edits} />
      </section>
      {dialog}
    </>
  )
}

/** Why it is written: the revisions it answers, each closed by the version that comes out. */
function Answers({ detail: { answers } }: { detail: ChangeDetail }) {
  if (answers.length === 0) return null
  return (
    <Sheet id="change-answers" title={words.answers}>
      <p className="small muted">{words.answersText}</p>
      <ul>
        {answers.map(({ book, entry, title, text, dueDay }) => (
          <li key={entry}>
            <Link to="/books/$book/$id" params={{ book, id: entry }}>
              {title}：{text}
            </Link>
            {dueDay !== undefined && (
              <span className="small muted">（{words.answerBy(longDay(dueDay))}）</span>
            )}
          </li>
        ))}
      </ul>
    </Sheet>
  )
}

/** One tab at a time on the screen; on paper all but the preview, which is a page of its own. */
function Told({ detail, edits }: { detail: ChangeDetail; edits: boolean }) {
  const tabs = tabsOf(detail, edits)
  if (!usePrinting()) return <Tabs label={words.title} tabs={tabs} />
  return tabs
    .filter(({ key }) => key !== 'preview')
    .map(({ key, label, content }) => (
      <section key={key} aria-label={label}>
        <h2>{label}</h2>
        {content()}
      </section>
    ))
}

function tabsOf(detail: ChangeDetail, edits: boolean): Tab[] {
  const { summary, body, comments, story } = detail
  return [
    { key: 'now', label: tabWords.now, content: () => <Now detail={detail} edits={edits} /> },
    { key: 'compare', label: tabWords.compare, content: () => <Compare detail={detail} /> },
    {
      key: 'preview',
      label: tabWords.preview,
      content: () => <Preview id={summary.id} version={summary.version} />,
    },
    {
      ...{ key: 'said', label: `${tabWords.said}${comments.length > 0 ? `（${comments.length}）` : ''}` },
      content: () => (
        <Comments comments={comments} item={body as ItemVersion} id={summary.id} edits={edits} />
      ),
    },
    {
      ...{ key: 'story', label: tabWords.story },
      content: () => <Story story={story.map((line) => ({ ...line, day: line.at }))} />,
    },
  ]
}

/** What whoever decides looks at first: what changes, whether it may, what it touches. */
function Now({ detail, edits }: { detail: ChangeDetail; edits: boolean }) {
  const { summary, differences } = detail
  return (
    <div className="stack">
      <Sheet id="change-differences" title={words.differences}>
        {differences.length === 0 ? (
          <p className="muted">{words.noDifferences}</p>
        ) : (
          <ul>
            {differences.map(({ at, part, text }) => (
              <li key={at + text}>
                <span className="muted">{part}</span> {text}
              </li>
            ))}
          </ul>
        )}
      </Sheet>
      <Sheet id="change-quality" title={words.quality}>
        <Quality detail={detail} edits={edits} />
      </Sheet>
      <Sheet id="change-impact" title={words.impact}>
        <Impact id={summary.id} version={summary.version} />
      </Sheet>
    </div>
  )
}

const OVER: ReadonlySet<string> = new Set(['published', 'withdrawn'])

function Heading({ detail: { summary } }: { detail: ChangeDetail }) {
  const { name, state, stateText, authorBody, reason, effectiveFrom, item, base } = summary
  return (
    <div className="stack-tight">
      <div className="page-head">
        <h1>{name}</h1>
        <span className={`tag ${stateTones[state]}`}>{stateText}</span>
      </div>
      <p className="muted small">
        {authorBody} · {versions(summary)}
        {effectiveFrom !== undefined && ` · ${words.startsOn(day(effectiveFrom))}`}
      </p>
      <p>{words.reason(reason)}</p>
      {base > 0 && (
        <p className="no-print">
          <a href={`/items/${item}`} target="_blank" rel="noreferrer">
            {words.preview}
          </a>
        </p>
      )}
    </div>
  )
}

function Limits({ detail: { clocks, summary } }: { detail: ChangeDetail }) {
  const running = clocks.filter(({ day: due }) => due !== undefined && due === summary.dueDay)
  return running.map(({ clock, title, day: due, sentence }) => (
    <p key={clock}>
      <strong>{(summary.late ? words.lateUntil : words.until)(title, longDay(due!))}</strong>{' '}
      <span className="small muted">{sentence}</span>
    </p>
  ))
}

/** What was typed and not saved is no part of what is sent on. */
function Unsaved({ id, edit }: { id: string; edit: () => void }) {
  useSyncExternalStore(onKept, keptVersion)
  if (keptBelow(keptPath(id)).length === 0) return null
  return (
    <Alert
      type="warning"
      role="status"
      title={words.unsaved}
      action={<Button onClick={edit}>{words.goOn}</Button>}
    />
  )
}
