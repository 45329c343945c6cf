import { Link, useParams } from '@tanstack/react-router'
import { FailureNote } from '../../server/failure-note.tsx'
import { useSignedIn } from '../../session/use-session.ts'
import { Waiting } from '../../shell/waiting.tsx'
import { ApplicationForm } from './application-form.tsx'
import './intake.css'
import { useItem } from './use-item.ts'
import { useOwnRegion } from './use-own-region.ts'
import { intakeWords as words } from './words.ts'

export function IntakePage() {
  const { item: id } = useParams({ from: '/intake/$item' })
  const { post } = useSignedIn()
  const item = useItem(id)
  const region = useOwnRegion(post.place)
  if (item.isError) return <FailureNote error={item.error} retry={() => void item.refetch()} />
  if (item.isPending || region.isPending) return <Waiting />
  return (
    <>
      <p className="no-print">
        <Link to="/intake">{words.back}</Link>
      </p>
      <ApplicationForm
        key={id}
        item={item.data}
        post={post}
        ownRegion={region.data ?? ''}
        readAgain={() => void item.refetch()}
      />
    </>
  )
}
