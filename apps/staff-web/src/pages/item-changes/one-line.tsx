import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { KEYED_LISTS } from '#capabilities/catalogue/contract/change.ts'
import type { Around } from './around.ts'
import { FieldList } from './field-list.tsx'
import { stoodAt, valueAt } from './draft.ts'
import { linesWithin, type ItemLines } from './fields.ts'
import { lineName } from './line-name.ts'
import { whoSet } from './lineage.ts'
import { SetBy } from './one-field.tsx'
import { editorWords as words } from './words.ts'

interface Props {
  list: ItemLines
  around: Around
  line: unknown
  index: number
  few: boolean
  last: boolean
  remove?: () => void
  move?: (by: number) => void
  /** Draws a list within the line. */
  nested: (list: ItemLines) => ReactNode
  drag: { on: boolean; start: () => void; drop: () => void }
}

/** One line under its name; what has to be mended in it is never folded away. */
export function OneLine({ list, around, line, index, few, last, remove, move, nested, drag }: Props) {
  const { draft } = around
  const before = (valueAt(draft.start, list.at) ?? []) as readonly unknown[]
  const old = before.find((each, at) => keyIn(list.at, each, at) === keyIn(list.at, line, index))
  const [open, setOpen] = useState(few || old === undefined)
  const at = `${list.at}/${index}`
  const fields = list.fields(at, line, draft.now)
  const within = [
    ...fields,
    ...linesWithin(list.below?.(at, line, draft.now) ?? [], draft.now, draft.at).flatMap(
      (each) => each.fields,
    ),
  ]
  const wrong = within.some((field) => draft.errors[field.at] !== undefined)
  const mending = within.some((field) => around.findingsOf(field).length > 0)
  const sets = fields.map((field) => {
    const stood = stoodAt(draft.start, draft.now, field.at)
    return stood === undefined ? undefined : whoSet(around.lineage, draft.start, stood)
  })
  const sameHand = sets.every((set) => set === sets[0])
  const name = lineName(line)
  const said = name || words.line(list.one, index + 1)
  return (
    <details
      className={drag.on ? 'item-line item-line-dragged' : 'item-line'}
      open={open || wrong}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary
        onDragOver={(event) => event.preventDefault()}
        onDrop={drag.drop}
        draggable={move !== undefined}
        onDragStart={drag.start}
        {...(move === undefined ? {} : { title: words.drag })}
      >
        {words.line(list.one, index + 1)}
        {name !== '' && `：${name}`}
        {JSON.stringify(old) !== JSON.stringify(line) && (
          <span className="tag tag-blue">{words.changed}</span>
        )}
        {mending && <span className="tag tag-warn">{words.look}</span>}
      </summary>
      <div className="stack">
        {sameHand && <SetBy set={sets[0]} area={around.area} />}
        <FieldList fields={fields} around={around} told={sameHand} />
        {list.below?.(at, line, draft.now).map(nested)}
        <div className="row">
          {move !== undefined && (
            <>
              <Button disabled={index === 0} aria-label={words.moveUpOf(said)} onClick={() => move(-1)}>
                {words.moveUp}
              </Button>
              <Button disabled={last} aria-label={words.moveDownOf(said)} onClick={() => move(1)}>
                {words.moveDown}
              </Button>
            </>
          )}
          {remove !== undefined && (
            <Button aria-label={`${words.remove(list.one)}：${name || index + 1}`} onClick={remove}>
              {words.remove(list.one)}
            </Button>
          )}
        </div>
      </div>
    </details>
  )
}

function keyIn(at: string, line: unknown, index: number): unknown {
  const key = KEYED_LISTS[at]
  return key === undefined ? index : (line as Readonly<Record<string, unknown>> | undefined)?.[key]
}
