import { Button } from 'antd'
import { useRef, useState } from 'react'
import { KEYED_LISTS } from '#capabilities/catalogue/contract/change.ts'
import { announce } from '../../shell/notice.tsx'
import { fieldId, type Around } from './around.ts'
import type { ItemLines } from './fields.ts'
import { lineName } from './line-name.ts'
import { OneLine } from './one-line.tsx'
import { PickLine } from './pick-line.tsx'
import { editorWords as words } from './words.ts'

/** Lines with several fields each, in an order of one's own; one that was taken away can be brought back. */
export function LineList({ list, around }: { list: ItemLines; around: Around }) {
  const { draft } = around
  const { lawful } = list
  const box = useRef<HTMLElement>(null)
  const [dragged, setDragged] = useState<number>()
  const lines = (draft.at(list.at) ?? []) as readonly unknown[]
  const said = (index: number) => lineName(lines[index]) || words.line(list.one, index + 1)

  function add(line: unknown) {
    const next = lawful?.inOrder([...lines, line]) ?? [...lines, line]
    const index = next.indexOf(line)
    const [first] = list.fields(`${list.at}/${index}`, line, draft.now)
    draft.arrange(list.at, next)
    // The new line is written next.
    setTimeout(() => first && document.getElementById(fieldId(first.at))?.focus())
  }

  function remove(index: number) {
    const left = lines.filter((_line, at) => at !== index)
    // A list that need not be there goes with its last line.
    draft.arrange(list.at, left.length === 0 && list.optional === true ? undefined : left)
    announce(words.removed(said(index)), () => draft.arrange(list.at, lines))
    box.current?.focus()
  }

  function move(from: number, to: number) {
    if (from === to || to < 0 || to >= lines.length) return
    const rest = lines.filter((_line, at) => at !== from)
    draft.arrange(list.at, [...rest.slice(0, to), lines[from], ...rest.slice(to)])
    announce(words.moved(said(from), to + 1))
  }

  const fixed = lawful !== undefined
  return (
    <section ref={box} tabIndex={-1} aria-label={list.title} className="stack">
      <h3>{list.title}</h3>
      {list.note !== undefined && <p className="small muted">{list.note}</p>}
      {lines.length === 0 && <p className="muted">{words.noLines}</p>}
      {lines.map((line, index) => (
        <OneLine
          key={keyOf(list.at, line, index)}
          {...{ list, around, line, index }}
          few={lines.length <= FEW}
          last={index === lines.length - 1}
          {...(!fixed || lawful.mayGo(line, draft.now) ? { remove: () => remove(index) } : {})}
          {...(fixed ? {} : { move: (by: number) => move(index, index + by) })}
          nested={(below) => <LineList key={below.at} list={below} around={around} />}
          drag={{
            on: !fixed && dragged === index,
            start: () => setDragged(index),
            drop: () => {
              if (dragged !== undefined) move(dragged, index)
              setDragged(undefined)
            },
          }}
        />
      ))}
      <div className="row">
        {list.pick !== undefined && <PickLine what={list.pick} lines={lines} pick={add} />}
        {!fixed && <Button onClick={() => add(list.blank(draft.now))}>{words.add(list.one)}</Button>}
        {lawful?.addable(draft.now).map(({ label, line }) => (
          <Button key={label} onClick={() => add(line)}>
            {words.addStep(label)}
          </Button>
        ))}
      </div>
    </section>
  )
}

/** Above this many lines they are folded, so that one is found among them. */
const FEW = 2

/** What keeps a line the same while it moves; lines without a name of their own stay where they stand. */
function keyOf(at: string, line: unknown, index: number): string {
  const key = KEYED_LISTS[at]
  const { no } = (line ?? {}) as { no?: string }
  if (key !== undefined) return String((line as Record<string, unknown>)[key])
  return no ?? String(index)
}
