import { Modal } from 'antd'
import type { ReactNode } from 'react'
import { FailureNote } from '../server/failure-note.tsx'
import { listWords as words } from './words.ts'

interface Props {
  title: string
  /** What is on its way, and why it did not arrive. */
  keeping: { isPending: boolean; isError: boolean; error: unknown }
  keep: () => void
  close: () => void
  children: ReactNode
}

/** A dialog that keeps what one has set in it; what could not be kept stands above, and nothing set is lost. */
export function KeepDialog({ title, keeping, keep, close, children }: Props) {
  return (
    <Modal
      open
      title={title}
      okText={words.keep}
      cancelText={words.cancel}
      confirmLoading={keeping.isPending}
      onCancel={close}
      onOk={keep}
    >
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          keep()
        }}
      >
        {keeping.isError && <FailureNote error={keeping.error} retry={keep} />}
        {children}
      </form>
    </Modal>
  )
}
