import { Button } from 'antd'
import { useState, useSyncExternalStore } from 'react'
import { time } from '#ui/format/day.ts'
import { keptBelow, keptVersion, onKept } from '../../session/kept/store.ts'
import { keptPath } from './kept-path.ts'
import type { Draft } from './use-draft.ts'
import { editorWords as words } from './words.ts'

interface Props {
  id: string
  draft: Draft
  /** When this page saved last. */
  savedAt: number | undefined
}

/** How far everything is saved, at the foot of the window wherever one reads; and the steps back and forth. */
export function SaveBar({ id, draft, savedAt }: Props) {
  const [asking, setAsking] = useState(false)
  const { edits, saving, save, discard, undo, redo, canUndo, canRedo } = draft
  const none = edits.length === 0
  return (
    <div className="item-save row no-print">
      <p className="item-save-count">
        <span role="status">
          {asking ? words.discardSure : none ? said(savedAt) : words.unsaved(edits.length)}
        </span>
        {!none && !asking && <KeptAt id={id} />}
      </p>
      {asking ? (
        <>
          <Button
            danger
            onClick={() => {
              discard()
              setAsking(false)
            }}
          >
            {words.yes}
          </Button>
          <Button onClick={() => setAsking(false)}>{words.no}</Button>
        </>
      ) : (
        <>
          <Button disabled={!canUndo} aria-keyshortcuts="Control+Z Meta+Z" onClick={undo}>
            {words.undo}
          </Button>
          <Button disabled={!canRedo} aria-keyshortcuts="Control+Y Meta+Shift+Z" onClick={redo}>
            {words.redo}
          </Button>
          <Button disabled={none || saving.isPending} onClick={() => setAsking(true)}>
            {words.discard}
          </Button>
          <Button
            type="primary"
            disabled={none}
            loading={saving.isPending}
            aria-keyshortcuts="Control+S Meta+S"
            onClick={save}
          >
            {words.save}
          </Button>
        </>
      )}
    </div>
  )
}

const said = (savedAt: number | undefined): string =>
  savedAt === undefined ? words.nothing : words.savedAt(timeOf(savedAt))

const timeOf = (at: number): string => time(new Date(at).toISOString())

/** What is typed lies in this browser until it is saved; a browser that keeps nothing is told as one. */
function KeptAt({ id }: { id: string }) {
  useSyncExternalStore(onKept, keptVersion)
  const [kept] = keptBelow(keptPath(id))
  return (
    <span className="small muted">{kept === undefined ? words.notKept : words.keptAt(timeOf(kept.at))}</span>
  )
}
