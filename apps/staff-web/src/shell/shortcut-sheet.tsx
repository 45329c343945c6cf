import { Button, Modal } from 'antd'
import { currentShortcuts, useSheetOpen, useShortcuts } from './shortcuts.ts'
import { shellWords as words } from './words.ts'

/** What every key of the open page does (?), for whoever works without a mouse. */
export function ShortcutSheet() {
  const [open, setOpen] = useSheetOpen()
  const show = () => setOpen(true)
  useShortcuts([
    { key: '?', means: words.shortcutsOpen, run: show },
    // A Chinese keyboard layout may send the full-width mark.
    { key: '？', means: '', run: show },
  ])
  return (
    <>
      <Button className="keyboard-only" onClick={show}>
        {words.shortcuts}
      </Button>
      {open && (
        <Modal
          open
          title={words.shortcutsTitle}
          onCancel={() => setOpen(false)}
          footer={<Button onClick={() => setOpen(false)}>{words.close}</Button>}
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
                .map(({ key, means }) => (
                  <tr key={key}>
                    <td>
                      <kbd>{key.length === 1 ? key.toUpperCase() : key}</kbd>
                    </td>
                    <td>{means}</td>
                  </tr>
                ))}
            </tbody>
          </table>
        </Modal>
      )}
    </>
  )
}
