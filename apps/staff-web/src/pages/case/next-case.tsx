import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useSignedIn } from '../../session/use-session.ts'
import { navigationFor } from '../../shell/navigation.ts'
import { nextCaseQuery } from './use-next-case.ts'
import { caseWords as words } from './words.ts'

/** After an act: the next case of my list, by due day, so that a pile is worked through without the list. */
export function NextCase({ no }: { no: string }) {
  const { roles } = useSignedIn().post
  // Whoever directs or watches has no pile of their own.
  const works = navigationFor(roles).some(({ to }) => to === '/cases')
  const next = useQuery({ ...nextCaseQuery(no), enabled: works }).data
  if (next === undefined) return undefined
  if (next === null) return <p className="next-case muted">{words.keys.noNext}</p>
  return (
    <Link to="/cases/$no" params={{ no: next.no }} className="next-case">
      {words.next(next.itemName, next.applicant)}
    </Link>
  )
}
