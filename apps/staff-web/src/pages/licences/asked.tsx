import { Link } from '@tanstack/react-router'
import type { AllowedAct } from '#capabilities/case/contract.ts'
import type { LicenceDetail } from '#capabilities/case/contract/licence-routes.ts'
import { useSignedIn } from '../../session/use-session.ts'
import { Asked as AskedBox } from '../asked/asked.tsx'
import { licencesWords as words } from './words.ts'

/** What this post may do with the licence now, and what its holder may apply for at a window. */
export function Asked({ detail, choose }: { detail: LicenceDetail; choose: (act: AllowedAct) => void }) {
  const { summary, allowed } = detail
  return (
    <AskedBox
      title={words.asked}
      allowed={allowed}
      choose={choose}
      nothing={summary.state === 'cancelled' ? undefined : words.nothing}
    >
      {summary.state === 'cancelled' && <p>{words.over}</p>}
      {summary.waitsFor !== '' && <p>{words.waitsFor(summary.waitsFor)}</p>}
      <Applications detail={detail} />
    </AskedBox>
  )
}

/** A window takes the application down as it takes any other, with the licence already named. */
function Applications({ detail: { summary, applications } }: { detail: LicenceDetail }) {
  const { post } = useSignedIn()
  if (applications.length === 0) return null
  const takesIn = post.roles.includes('window-clerk')
  return (
    <div className="stack-tight">
      <h3>{words.applications}</h3>
      <ul className="plain-list">
        {applications.map(({ kind, title, hint, notNow }) => (
          <li key={kind}>
            {notNow === undefined && takesIn ? (
              <Link
                to="/intake/$item"
                params={{ item: summary.itemId }}
                search={{ licence: summary.number, kind }}
              >
                {words.applyAtWindow(title)}
              </Link>
            ) : (
              <p>{title}</p>
            )}
            <p className="small muted">{notNow ?? hint}</p>
          </li>
        ))}
      </ul>
    </div>
  )
}
