import { Button, Checkbox, Modal } from 'antd'
import type { Saved } from './use-saved-lists.ts'
import { workListWords } from './words.ts'

const words = workListWords.saved

/** What is kept, which of them the list begins with, and the way to throw one away. */
export default function KeptDialog({ saved, close }: { saved: Saved; close: () => void }) {
  const { lists, begin, forget } = saved
  return (
    <Modal open title={words.title} footer={<Button onClick={close}>{words.done}</Button>} onCancel={close}>
      <div className="stack">
        <p className="small muted">{words.own}</p>
        {lists.length === 0 && <p role="status">{words.empty}</p>}
        <ul className="rows" aria-label={words.title}>
          {lists.map((list) => (
            <li key={list.id} className="row row-end kept-row">
              <strong>{list.name}</strong>
              <span className="row">
                <Checkbox
                  checked={list.first}
                  aria-label={`${words.first}：${list.name}`}
                  onChange={({ target }) => begin.mutate({ id: list.id, first: target.checked })}
                >
                  {words.first}
                </Checkbox>
                <Button
                  size="small"
                  aria-label={`${words.forget}：${list.name}`}
                  onClick={() => forget.mutate(list)}
                >
                  {words.forget}
                </Button>
              </span>
            </li>
          ))}
        </ul>
      </div>
    </Modal>
  )
}
