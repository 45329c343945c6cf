import { Modal } from 'antd'
import { PasswordForm } from '../session/password-form.tsx'
import { keepSession } from '../session/use-session.ts'
import { passwordWords as words } from '../session/words.ts'
import { announce } from './notice.tsx'

export function PasswordDialog({ close }: { close: () => void }) {
  return (
    <Modal open title={words.title} footer={null} onCancel={close}>
      <PasswordForm
        done={(session) => {
          keepSession(session)
          announce(words.changed)
          close()
        }}
      />
    </Modal>
  )
}
