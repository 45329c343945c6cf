import { Button } from 'antd'
import { useState } from 'react'
import type { Draft } from './use-draft.ts'
import { editorWords as words } from './words.ts'

/** How much is not saved yet, at the foot of the window wherever one reads. */
export function SaveBar({ draft: { edits, saving, save, undo } }: { draft: Draft }) {
  const [asking, setAsking] = useState(false)
  const none = edits.length === 0
  return (
    <div className="item-save row no-print">
      <span role="status" className="item-save-count">
        {asking ? words.undoSure : none ? words.nothing : words.unsaved(edits.length)}
      </span>
      {asking ? (
        <>
          <Button
            danger
            onClick={() => {
              undo()
              setAsking(false)
            }}
          >
            {words.yes}
          </Button>
          <Button onClick={() => setAsking(false)}>{words.no}</Button>
        </>
      ) : (
        <>
          <Button disabled={none || saving.isPending} onClick={() => setAsking(true)}>
            {words.undo}
          </Button>
          <Button type="primary" disabled={none} loading={saving.isPending} onClick={save}>
            {words.save}
          </Button>
        </>
      )}
    </div>
  )
}
