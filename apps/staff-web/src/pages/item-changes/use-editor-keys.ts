import { useEffect, useRef } from 'react'
import { useShortcuts, type Shortcut } from '../../shell/shortcuts.ts'
import { isTyping } from '../../shell/typing.ts'
import { labelOf } from './compared.ts'
import { keyWords as words } from './dialog-words.ts'
import { fieldsOfPart } from './fields.ts'
import { PARTS, type Part } from './search.ts'
import type { Draft } from './use-draft.ts'
import { partWords } from './words.ts'

type Go = (part: Part, at?: string) => void

/** Saving, walking back and forth, turning to the next part; and every field of the item by its name (Ctrl K). */
export function useEditorKeys(draft: Draft, part: Part, go: Go): void {
  const turn = (by: number) => go(PARTS[(PARTS.indexOf(part) + by + PARTS.length) % PARTS.length]!)
  const keys: readonly Shortcut[] = [
    { key: 's', means: words.save, run: draft.save },
    { key: 'u', means: words.undo, run: draft.undo },
    { key: 'r', means: words.redo, run: draft.redo },
    { key: ']', means: words.next, run: () => turn(1) },
    { key: '[', means: words.previous, run: () => turn(-1) },
  ]
  useShortcuts([...keys, ...fieldKeys(draft, go)])
  useWritingKeys({ ...draft, turn })
}

/** Found by name alone, and only once something is typed: there are hundreds of them. */
function fieldKeys({ now, at }: Draft, go: Go): Shortcut[] {
  return PARTS.flatMap((part) =>
    fieldsOfPart(part, now, at).map((field) => ({
      means: words.field(partWords[part], labelOf(part, field, now)),
      ...{ onceTyped: true, run: () => go(part, field.at) },
    })),
  )
}

interface Keyed extends Pick<Draft, 'save' | 'undo' | 'redo'> {
  turn: (by: number) => void
}

/** Keys that hold while somebody writes; what is being typed in a field is taken back by the field itself. */
function useWritingKeys(keyed: Keyed): void {
  const latest = useRef(keyed)
  useEffect(() => {
    latest.current = keyed
  })
  useEffect(() => {
    function press(event: KeyboardEvent): void {
      if (event.isComposing || document.querySelector('[role=dialog]') !== null) return
      const run = commandOf(event, latest.current)
      if (run === undefined) return
      event.preventDefault()
      run()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
}

function commandOf(event: KeyboardEvent, { save, undo, redo, turn }: Keyed): (() => void) | undefined {
  const { altKey, shiftKey, target } = event
  const key = event.key.toLowerCase()
  if (altKey && key === 'pagedown') return () => turn(1)
  if (altKey && key === 'pageup') return () => turn(-1)
  if (!(event.ctrlKey || event.metaKey) || altKey) return undefined
  if (key === 's' && !shiftKey) return save
  if (isTyping(target)) return undefined
  if (key === 'y' || (key === 'z' && shiftKey)) return redo
  return key === 'z' ? undo : undefined
}
