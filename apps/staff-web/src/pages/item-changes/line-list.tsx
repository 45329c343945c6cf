import { Button } from 'antd'
import { useRef, useState } from 'react'
import { announce } from '../../shell/notice.tsx'
import { fieldId, type Around } from './around.ts'
import { valueAt } from './draft.ts'
import type { ItemLines } from './fields.ts'
import { whoSet } from './lineage.ts'
import { OneField, SetBy } from './one-field.tsx'
import { editorWords as words } from './words.ts'

/** Lines with several fields each; one that was taken away can be brought back. */
export function LineList({ list, around }: { list: ItemLines; around: Around }) {
  const { draft } = around
  const box = useRef<HTMLElement>(null)
  const lines = (draft.at(list.at) ?? []) as readonly unknown[]

  function add() {
    const [first] = list.fields(`${list.at}/${lines.length}`, list.blank(draft.now))
    draft.put(`${list.at}`, [...lines, list.blank(draft.now)])
    // The new line is written next.
    setTimeout(() => first && document.getElementById(fieldId(first.at))?.focus())
  }

  function remove(index: number) {
    const left = lines.filter((_line, at) => at !== index)
    // A list that need not be there goes with its last line.
    draft.put(list.at, left.length === 0 && list.optional === true ? undefined : left)
    announce(words.removed(nameOf(lines[index]) || words.line(list.one, index + 1)), () =>
      draft.put(list.at, lines),
    )
    box.current?.focus()
  }

  return (
    <section ref={box} tabIndex={-1} aria-label={list.title} className="stack">
      <h3>{list.title}</h3>
      {lines.length === 0 && <p className="muted">{words.noLines}</p>}
      {lines.map((line, index) => (
        <OneLine
          key={keyOf(line, index)}
          {...{ list, around, line, index }}
          few={lines.length <= FEW}
          remove={() => remove(index)}
        />
      ))}
      {list.fixed !== true && <Button onClick={add}>{words.add(list.one)}</Button>}
    </section>
  )
}

/** Above this many lines they are folded, so that one is found among them. */
const FEW = 2

interface LineProps {
  list: ItemLines
  around: Around
  line: unknown
  index: number
  few: boolean
  remove: () => void
}

/** One line under its name; what has to be mended in it is never folded away. */
function OneLine({ list, around, line, index, few, remove }: LineProps) {
  const { draft } = around
  const before = (valueAt(draft.start, list.at) ?? []) as readonly unknown[]
  const old = before.find((each, at) => keyOf(each, at) === keyOf(line, index))
  const [open, setOpen] = useState(few || old === undefined)
  const at = `${list.at}/${index}`
  const fields = list.fields(at, line)
  const wrong = fields.some((field) => draft.errors[field.at] !== undefined)
  const mending = fields.some((field) => around.findingsOf(field).length > 0)
  const sets = fields.map((field) => whoSet(around.lineage, draft.start, field.at))
  const sameHand = sets.every((set) => set === sets[0])
  const name = nameOf(line)
  return (
    <details
      className="item-line"
      open={open || wrong}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>
        {words.line(list.one, index + 1)}
        {name !== '' && `：${name}`}
        {JSON.stringify(old) !== JSON.stringify(line) && (
          <span className="tag tag-blue">{words.changed}</span>
        )}
        {mending && <span className="tag tag-warn">{words.look}</span>}
      </summary>
      <div className="stack">
        {sameHand && <SetBy set={sets[0]} area={around.area} />}
        <div className="fields">
          {fields.map((field) => (
            <OneField key={field.at} field={field} around={around} told={sameHand} />
          ))}
        </div>
        {list.fixed !== true && (
          <Button aria-label={`${words.remove(list.one)}：${name || index + 1}`} onClick={remove}>
            {words.remove(list.one)}
          </Button>
        )}
      </div>
    </details>
  )
}

/** What people know a line by. */
function nameOf(line: unknown): string {
  const { name, question } = (line ?? {}) as { name?: string; question?: string }
  return name ?? question ?? ''
}

function keyOf(line: unknown, index: number): string {
  const { id, step } = (line ?? {}) as { id?: string; step?: string }
  return id ?? step ?? String(index)
}
