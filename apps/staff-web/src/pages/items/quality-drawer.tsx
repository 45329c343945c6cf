import { Link } from '@tanstack/react-router'
import type { QualityFinding } from '#capabilities/catalogue/contract/gate-routes.ts'
import { Read } from '../../server/read.tsx'
import { useSignedIn } from '../../session/use-session.ts'
import { SideDrawer } from '../../shell/side-drawer.tsx'
import { useQualityOfItem } from './use-quality.ts'
import { qualityWords as words } from './words.ts'

/** What was found on one item: what is wrong, how to mend it, and what asks for it. */
export function QualityDrawer({ id, close }: { id: string; close: () => void }) {
  const found = useQualityOfItem(id)
  return (
    <SideDrawer title={found.data?.quality.name ?? words.title} close={close}>
      <Read found={found}>
        {({ quality, findings }) => (
          <div className="stack">
            <p>
              <strong>{quality.score}</strong> {words.score}，{words.elements(quality.elements)}。{' '}
              <a href={`/items/${id}`} target="_blank" rel="noreferrer">
                {words.guide}
              </a>
            </p>
            {findings.length === 0 ? (
              <p>{words.clean}</p>
            ) : (
              <ul className="stack">
                {findings.map((finding) => (
                  <Found key={`${finding.check} ${finding.at} ${finding.what}`} finding={finding} item={id} />
                ))}
              </ul>
            )}
          </div>
        )}
      </Read>
    </SideDrawer>
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
