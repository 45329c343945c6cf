import { useBlocker } from '@tanstack/react-router'
import { Button, Modal } from 'antd'
import { leavingWords as words } from './dialog-words.ts'
import { keptPath } from './kept-path.ts'
import { forget } from '../../session/kept/store.ts'
import type { Draft } from './use-draft.ts'

/** Whoever leaves with something unsaved is asked; what stays unsaved waits in this browser. Turning to another part is no leaving. */
export function Leaving({ id, draft: { edits } }: { id: string; draft: Draft }) {
  const unsaved = edits.length > 0
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: ({ current, next }) => unsaved && current.pathname !== next.pathname,
    enableBeforeUnload: () => unsaved,
    withResolver: true,
  })
  if (status !== 'blocked') return null
  return (
    <Modal
      open
      title={words.title(edits.length)}
      closable={false}
      onCancel={reset}
      footer={
        <div className="row item-leaving">
          <Button
            danger
            onClick={() => {
              forget(`${keptPath(id)}edit`)
              proceed()
            }}
          >
            {words.throwAway}
          </Button>
          <Button onClick={proceed}>{words.leave}</Button>
          <Button type="primary" autoFocus onClick={reset}>
            {words.stay}
          </Button>
        </div>
      }
    >
      <p>{words.text}</p>
    </Modal>
  )
}
