import { Modal } from 'antd'
import { FailureNote } from '../server/failure-note.tsx'
import { Waiting } from './waiting.tsx'

interface Props {
  title: string
  /** Why what it needs could not be read; nothing while it is on its way. */
  error: Error | null
  retry: () => void
  close: () => void
}

/** A dialog whose questions are still on their way: whoever pressed sees that it opens, or why it does not. */
export function OpeningDialog({ title, error, retry, close }: Props) {
  return (
    <Modal open title={title} footer={null} onCancel={close}>
      {error === null ? <Waiting /> : <FailureNote error={error} retry={retry} />}
    </Modal>
  )
}
