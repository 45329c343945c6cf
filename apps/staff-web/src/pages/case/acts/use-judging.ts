import { useEffect, useRef, useState, type FocusEvent, type KeyboardEvent } from 'react'
import type { MaterialView } from '#capabilities/case/contract.ts'
import { isTyping } from '../../../shell/typing.ts'
import type { Checklist, Verdict } from './checklist.ts'
import { afterVerdict, isOffered, strokeOf } from './judging.ts'

/**
 * The checklist by keyboard: which line has the focus, and 1 to 4, J, K and the arrows on it. The first line not judged
 * has it when the dialog opens. What is being written is never taken for a command; Escape leads from there to the line.
 */
export function useJudging(
  materials: readonly MaterialView[],
  checklist: Checklist,
  judge: (material: MaterialView, verdict: Verdict) => void,
) {
  const list = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState(() => firstOpen(materials, checklist))
  // The button may be freed, or a line of the notice drawn, only by the verdict that leads there.
  const [goTo, setGoTo] = useState<{ to: string; control?: string } | undefined>(() =>
    at === undefined ? undefined : { to: at },
  )
  useEffect(() => {
    if (goTo === undefined) return
    const dialog = list.current?.closest<HTMLElement>('[role=dialog]')
    const row = rowOf(list.current, goTo.to)
    const target =
      goTo.to === 'confirm'
        ? dialog?.querySelector<HTMLElement>('[data-confirm]')
        : (controlOf(row, goTo.control) ?? row?.querySelector<HTMLElement>('[data-line]'))
    // The whole line, so that its message and its verdicts are seen with it.
    row?.scrollIntoView({ block: 'nearest' })
    target?.focus()
    target?.scrollIntoView({ block: 'nearest' })
  }, [goTo])

  function walk(step: 1 | -1) {
    const next = materials[materials.findIndex(({ id }) => id === at) + step]
    if (next !== undefined) setGoTo({ to: next.id })
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const { key, target, nativeEvent } = event
    const material = materials.find(({ id }) => id === at)
    if (material === undefined || event.ctrlKey || event.metaKey || event.altKey || nativeEvent.isComposing)
      return
    if (isTyping(target)) {
      if (key === 'Escape') setGoTo({ to: material.id })
      return
    }
    const onRadio = target instanceof HTMLInputElement
    if (key === 'Enter' && target instanceof HTMLElement && target.dataset['line'] === undefined) return
    const stroke = strokeOf(key, onRadio)
    if (stroke === undefined) return
    event.preventDefault()
    if ('step' in stroke) walk(stroke.step)
    else if ('write' in stroke) write(rowOf(list.current, material.id))
    else if (isOffered(stroke.verdict, material)) {
      judge(material, stroke.verdict)
      const judged = (id: string) => checklist[id]!.verdict !== undefined
      setGoTo({ to: afterVerdict(stroke.verdict, material.id, materials, judged) })
    }
  }

  function onFocus({ target }: FocusEvent<HTMLElement>) {
    const row = target.closest<HTMLElement>('[data-material]')
    if (row?.dataset['material'] !== undefined) setAt(row.dataset['material'])
  }

  /** To a line, to a control of it, or to the button. */
  const go = (to: string, control?: string) => setGoTo({ to, ...(control === undefined ? {} : { control }) })

  return { at, go, drawn: { ref: list, onKeyDown, onFocus } }
}

function firstOpen(materials: readonly MaterialView[], checklist: Checklist): string | undefined {
  return (materials.find(({ id }) => checklist[id]!.verdict === undefined) ?? materials[0])?.id
}

function rowOf(list: HTMLElement | null, material: string): HTMLElement | undefined {
  const rows = [...(list?.querySelectorAll<HTMLElement>('[data-material]') ?? [])]
  return rows.find(({ dataset }) => dataset['material'] === material)
}

/** A field of the line that is to be mended; the line itself has no field of its own. */
function controlOf(row: HTMLElement | undefined, control: string | undefined): HTMLElement | undefined {
  const fields = [...(row?.querySelectorAll<HTMLElement>('textarea, input') ?? [])]
  return control === undefined ? undefined : fields.find(({ id }) => id === control)
}

/** Where something is written about a line: the problem in the notice, else the note, which opens with its button. */
function write(row: HTMLElement | undefined): void {
  const field = row?.querySelector<HTMLElement>('textarea, input:not([type=radio])')
  if (field) field.focus()
  else row?.querySelector<HTMLElement>('[data-note]')?.click()
}
