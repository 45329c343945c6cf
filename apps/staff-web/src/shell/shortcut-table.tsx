import { Button, Modal } from 'antd'
import { currentShortcuts } from './shortcuts.ts'
import { shellWords as words } from './words.ts'

/** The keys of the open page in a table; read when somebody asks for it. */
export default function ShortcutTable({ close }: { close: () => void }) {
  return (
    <Modal
      open
      title={words.shortcutsTitle}
      onCancel={close}
      footer={<Button onClick={close}>{words.close}</Button>}
    >
      <p className="small muted">{words.shortcutsRest}</p>
      <table className="plain-table shortcut-table">
        <thead>
          <tr>
            <th scope="col">{words.shortcutKey}</th>
            <th scope="col">{words.shortcutMeans}</th>
          </tr>
        </thead>
        <tbody>
          {currentShortcuts()
            .filter(({ means }) => means !== '')
            .map(({ key, means }) =>
              key === undefined ? null : (
                <tr key={key}>
                  <td>
                    <kbd>{key.length === 1 ? key.toUpperCase() : key}</kbd>
                  </td>
                  <td>{means}</td>
                </tr>
              ),
            )}
        </tbody>
      </table>
    </Modal>
  )
}
