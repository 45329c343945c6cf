import { Link } from '@tanstack/react-router'
import { Drawer } from 'antd'
import { useEffect, useState } from 'react'
import type { QualityFinding } from '#capabilities/catalogue/contract/gate-routes.ts'
import { FailureNote } from '../../server/failure-note.tsx'
import { useSignedIn } from '../../session/use-session.ts'
import { Waiting } from '../../shell/waiting.tsx'
import { useQualityOfItem } from './use-quality.ts'
import { qualityWords as words } from './words.ts'

/** What was found on one item: what is wrong, how to mend it, and what asks for it. */
export function QualityDrawer({ id, close }: { id: string; close: () => void }) {
  const found = useQualityOfItem(id)
  // Whoever came by keyboard goes on at the row they opened.
  const [opener] = useState(() => document.activeElement)
  useEffect(() => () => (opener instanceof HTMLElement ? opener.focus() : undefined), [opener])
  return (
    <Drawer
      open
      title={found.data?.quality.name ?? words.title}
      size="min(44rem, 100vw)"
      onClose={close}
      closable={{ 'aria-label': words.close }}
    >
      {found.isPending && <Waiting />}
      {found.isError && <FailureNote error={found.error} retry={() => void found.refetch()} />}
      {found.data && (
        <div className="stack">
          <p>
            <strong>{found.data.quality.score}</strong> {words.score}，
            {words.elements(found.data.quality.elements)}。{' '}
            <a href={`/items/${id}`} target="_blank" rel="noreferrer">
              {words.guide}
            </a>
          </p>
          {found.data.findings.length === 0 ? (
            <p>{words.clean}</p>
          ) : (
            <ul className="stack">
              {found.data.findings.map((finding) => (
                <Found key={`${finding.check} ${finding.at} ${finding.what}`} finding={finding} item={id} />
              ))}
            </ul>
          )}
        </div>
      )}
    </Drawer>
  )
}

function Found({ finding, item }: { finding: QualityFinding; item: string }) {
  const { severity, what, remedy, source, groupTitle, at } = finding
  const writes = useSignedIn().post.roles.includes('item-author')
  return (
    <li className="sheet stack-tight">
      <div>
        <span className={`tag tag-${severity === 'block' ? 'bad' : 'warn'}`}>{words.tags[severity]}</span>{' '}
        <span className="small muted">{groupTitle}</span>
      </div>
      <strong>{what}</strong>
      <div>
        {words.remedy}：{remedy}
      </div>
      <div className="small muted">
        {words.source}：{source}
      </div>
      {writes && (
        <Link to="/item-changes" search={{ item, at }} aria-label={words.mendOf(what)}>
          {words.mend}
        </Link>
      )}
    </li>
  )
}
