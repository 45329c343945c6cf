import { Button, Modal } from 'antd'
import './accounts.css'
import { accountsWords as words } from './words.ts'

/** A new password, shown once and kept nowhere. */
export function OnceDialog({
  login,
  password,
  close,
}: {
  login: string
  password: string
  close: () => void
}) {
  return (
    <Modal
      open
      title={words.onceTitle(login)}
      keyboard={false}
      mask={{ closable: false }}
      closable={false}
      footer={
        <Button type="primary" onClick={close}>
          {words.onceClose}
        </Button>
      }
    >
      <div className="stack">
        <p>{words.onceText}</p>
        <p className="figures once">{password}</p>
      </div>
    </Modal>
  )
}
