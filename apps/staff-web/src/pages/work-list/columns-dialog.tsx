import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { USUAL_COLUMNS, type ListColumn } from '#capabilities/case/contract/list-columns.ts'
import { KeepDialog } from '../../lists/keep-dialog.tsx'
import { arranged, moved } from './columns.ts'
import type { Saved } from './use-saved-lists.ts'
import { workListWords } from './words.ts'

const words = workListWords.chooseColumns

/** Which columns the list has, and in what order; by mouse or by keyboard the same buttons. */
export default function ColumnsDialog({ saved, close }: { saved: Saved; close: () => void }) {
  const { columns, choose } = saved
  const [order, setOrder] = useState(() => arranged(columns))
  const [shown, setShown] = useState<ReadonlySet<ListColumn>>(() => new Set(columns))
  const [told, setTold] = useState('')
  const titleOf = (name: ListColumn) => workListWords.columnTitles[name]
  const begin = (chosen: readonly ListColumn[]) => {
    setOrder(arranged(chosen))
    setShown(new Set(chosen))
    setTold(words.reset)
  }
  const toggle = (name: ListColumn) => {
    const next = new Set(shown)
    if (!next.delete(name)) next.add(name)
    setShown(next)
  }
  const move = (name: ListColumn, step: 1 | -1) => {
    const next = moved(order, order.indexOf(name), step)
    setOrder(next)
    setTold(words.place(titleOf(name), next.indexOf(name) + 1))
  }
  const save = () =>
    choose.mutate(
      order.filter((name) => shown.has(name)),
      { onSuccess: close },
    )
  return (
    <KeepDialog title={words.title} keeping={choose} keep={save} close={close}>
      <p className="small muted">{words.text}</p>
      <ol className="rows" aria-label={words.title}>
        {order.map((name) => (
          <li key={name} className="column-row kept-row">
            <Checkbox checked={shown.has(name)} disabled={name === 'matter'} onChange={() => toggle(name)}>
              {titleOf(name)}
              {name === 'matter' && <span className="small muted">{words.always}</span>}
            </Checkbox>
            <span className="column-moves">
              <Button aria-label={words.up(titleOf(name))} onClick={() => move(name, -1)}>
                <span aria-hidden="true">↑</span>
              </Button>
              <Button aria-label={words.down(titleOf(name))} onClick={() => move(name, 1)}>
                <span aria-hidden="true">↓</span>
              </Button>
            </span>
          </li>
        ))}
      </ol>
      <p role="status" className="visually-hidden">
        {told}
      </p>
      <div className="row">
        <Button onClick={() => begin(USUAL_COLUMNS)}>{words.usual}</Button>
      </div>
    </KeepDialog>
  )
}
