import { Link, useParams, useSearch } from '@tanstack/react-router'
import { variantOf } from '#ui/form/variant.ts'
import { useSignedIn } from '../../session/use-session.ts'
import { KeptIn } from '../../session/kept/kept-place.tsx'
import { Unreadable } from '../../shell/unreadable.tsx'
import { Waiting } from '../../shell/waiting.tsx'
import { ApplicationForm } from './application-form.tsx'
import './intake.css'
import { useDraft } from './use-draft.ts'
import { useItem } from './use-item.ts'
import { useOwnRegion } from './use-own-region.ts'
import { intakeWords as words } from './words.ts'

export function IntakePage() {
  const { item: id } = useParams({ from: '/intake/$item' })
  const { draft: draftId, licence, kind } = useSearch({ from: '/intake/$item' })
  const { post } = useSignedIn()
  const item = useItem(id)
  const draft = useDraft(draftId)
  const region = useOwnRegion(post)
  const { title } = words
  // Not to be had now, or a draft that was given back, filed already, or never on this counter.
  const more = <Link to="/intake">{words.toIntake}</Link>
  if (item.isError && item.data === undefined)
    return <Unreadable {...{ title, more }} error={item.error} retry={() => void item.refetch()} />
  if (draft.isError && draft.data === undefined)
    return <Unreadable {...{ title, more }} error={draft.error} retry={() => void draft.refetch()} />
  if (item.data === undefined || region.isPending || (draftId !== undefined && draft.isPending))
    return <Waiting />
  const about = draft.data?.about ?? (licence && kind ? { licence, kind } : undefined)
  const matter = ['intake', id, draftId ?? '', licence ?? '', kind ?? ''].map(encodeURIComponent).join('/')
  return (
    <>
      <p className="no-print">
        <Link to="/intake">{words.back}</Link>
      </p>
      <KeptIn key={matter} matter={matter}>
        <ApplicationForm
          item={variantOf(item.data, about?.kind)}
          {...(about === undefined ? {} : { about })}
          post={post}
          ownRegion={region.data ?? ''}
          {...(draft.data === undefined ? {} : { draft: draft.data })}
          readAgain={() => void item.refetch()}
        />
      </KeptIn>
    </>
  )
}
