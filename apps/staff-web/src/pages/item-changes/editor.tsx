import { useNavigate, useSearch } from '@tanstack/react-router'
import type { ChangeDetail } from '#capabilities/catalogue/contract/change.ts'
import { ErrorSummary } from '../../form/error-summary.tsx'
import { FailureNote } from '../../server/failure-note.tsx'
import { KeptFound } from '../../session/kept/kept-place.tsx'
import { fieldId } from './around.ts'
import { PartFields } from './part-fields.tsx'
import { PartsNavigation } from './parts-navigation.tsx'
import { Leaving } from './leaving.tsx'
import { SaveBar } from './save-bar.tsx'
import type { Part } from './search.ts'
import { useDraft, type Saved } from './use-draft.ts'
import { useEditorKeys } from './use-editor-keys.ts'
import { editorWords as words } from './words.ts'
import { partOf } from './fields.ts'

interface Props {
  detail: ChangeDetail
  saved: Saved
  savedAt: number | undefined
}

/** One part of the item in its fields, the other parts a press away, and what is not saved yet in sight all the time. */
export function Editor({ detail, saved, savedAt }: Props) {
  const { part: asked, at } = useSearch({ from: '/item-changes/$id/edit' })
  const part = asked ?? (at === undefined ? undefined : partOf(at)) ?? 'names'
  const navigate = useNavigate()
  const go = (next: Part, place?: string) =>
    void navigate({
      ...{ to: '/item-changes/$id/edit', params: { id: detail.summary.id } },
      search: { part: next, ...(place === undefined ? {} : { at: place }) },
      ...{ replace: true, resetScroll: false },
    })
  const draft = useDraft(detail, saved, go)
  useEditorKeys(draft, part, go)
  const here = Object.entries(draft.errors).filter(([at]) => partOf(at) === part)
  return (
    <div className="stack">
      <KeptFound />
      <div className="item-editor">
        <PartsNavigation id={detail.summary.id} part={part} draft={draft} findings={detail.findings} />
        <div className="stack item-editor-part">
          <ErrorSummary
            times={draft.times}
            problems={here.map(([at, message]) => ({ target: fieldId(at), message }))}
          />
          <PartFields
            key={part}
            part={part}
            draft={draft}
            findings={detail.findings}
            detail={detail}
            {...(at === undefined ? {} : { sentTo: at })}
          />
        </div>
      </div>
      {draft.saving.error !== null && <FailureNote error={draft.saving.error} />}
      {draft.movedOn && <p role="status">{words.movedOn}</p>}
      {draft.lost > 0 && <p role="status">{words.lost(draft.lost)}</p>}
      <Leaving draft={draft} id={detail.summary.id} />
      <SaveBar id={detail.summary.id} draft={draft} savedAt={savedAt} />
    </div>
  )
}
