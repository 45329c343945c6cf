import { Link, useParams } from '@tanstack/react-router'
import { Alert } from 'antd'
import { useState } from 'react'
import type { ChangeDetail } from '#capabilities/catalogue/contract/change.ts'
import { KeptIn } from '../../session/kept/kept-place.tsx'
import { MatterPage } from '../matter/matter-page.tsx'
import { Editor } from './editor.tsx'
import './item-changes.css'
import { keptPath } from './kept-path.ts'
import { useItemChange } from './use-item-changes.ts'
import { changeWords, editorWords as words } from './words.ts'

/** Writing the draft, one part of the item at a time. */
export function EditPage() {
  const { id } = useParams({ from: '/item-changes/$id/edit' })
  const found = useItemChange(id)
  return (
    <MatterPage
      found={found}
      title={changeWords.title}
      back={
        <Link to="/item-changes/$id" params={{ id }}>
          {words.back}
        </Link>
      }
    >
      {(detail) => <Edit key={id} detail={detail} />}
    </MatterPage>
  )
}

function Edit({ detail: known }: { detail: ChangeDetail }) {
  const [saved, setSaved] = useState<SavedOnce>({ times: 0 })
  const detail = newerOf(known, saved.newest)
  const { summary, allowed } = detail
  const open = allowed.some(({ act }) => act === 'edit')
  return (
    <>
      <h1>{words.title(summary.name)}</h1>
      {open ? (
        <KeptIn key={saved.times} matter={`${keptPath(summary.id)}edit`}>
          <Editor
            detail={detail}
            saved={(newest) => setSaved({ times: saved.times + 1, at: Date.now(), newest })}
            savedAt={saved.at}
          />
        </KeptIn>
      ) : (
        <Alert type="info" role="status" title={words.closed} />
      )}
    </>
  )
}

interface SavedOnce {
  times: number
  at?: number
  newest?: ChangeDetail | undefined
}

const newerOf = (known: ChangeDetail, newest: ChangeDetail | undefined): ChangeDetail =>
  newest !== undefined && newest.summary.version > known.summary.version ? newest : known
