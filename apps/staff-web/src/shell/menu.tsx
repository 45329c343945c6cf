import { Button } from 'antd'
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import './menu.css'

export interface MenuLine {
  key: string
  label: ReactNode
  /** One of several that exclude each other, and whether it is the one. */
  chosen?: boolean
  /** Not yet: it is read, and pressing it does nothing. */
  waits?: boolean
  run: () => void
}

export interface MenuGroup {
  key: string
  title?: string
  lines: readonly MenuLine[]
}

interface Props {
  label: ReactNode
  loading: boolean
  groups: readonly MenuGroup[]
}

/**
 * A button that opens a list of commands: arrows walk, Home and End jump, Escape and a press elsewhere close, as the ARIA pattern
 * has it. antd's own menu would be a tenth of what the workbench loads first.
 */
export function Menu({ label, loading, groups }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState(false)
  const lines = () => [...(box.current?.querySelectorAll<HTMLElement>('[role^=menuitem]') ?? [])]
  useEffect(() => {
    if (!open) return undefined
    lines()[0]?.focus()
    const elsewhere = ({ target }: Event) => {
      if (target instanceof Node && box.current?.contains(target) !== true) setOpen(false)
    }
    document.addEventListener('pointerdown', elsewhere)
    document.addEventListener('focusin', elsewhere)
    return () => {
      document.removeEventListener('pointerdown', elsewhere)
      document.removeEventListener('focusin', elsewhere)
    }
  }, [open])

  function close() {
    setOpen(false)
    box.current?.querySelector('button')?.focus()
  }

  function walk(event: KeyboardEvent) {
    if (event.key === 'Escape') return close()
    const all = lines()
    const next = STEPS[event.key]?.(all.indexOf(document.activeElement as HTMLElement), all.length)
    if (next === undefined) return
    event.preventDefault()
    all[next]?.focus()
  }

  return (
    <div ref={box} className="menu">
      <Button aria-haspopup="menu" aria-expanded={open} loading={loading} onClick={() => setOpen(!open)}>
        {label}
      </Button>
      {open && (
        <div role="menu" className="menu-list" tabIndex={-1} onKeyDown={walk}>
          {groups.map(({ key, title, lines: listed }) => (
            <div key={key} role="group" className="menu-group" aria-label={title}>
              {title !== undefined && (
                <p className="small muted" aria-hidden="true">
                  {title}
                </p>
              )}
              {listed.map((line) => (
                <button
                  key={line.key}
                  type="button"
                  tabIndex={-1}
                  {...(line.chosen === undefined
                    ? { role: 'menuitem' }
                    : { role: 'menuitemradio', 'aria-checked': line.chosen })}
                  {...(line.waits === true ? { 'aria-disabled': true } : {})}
                  onClick={() => {
                    if (line.waits === true) return
                    close()
                    line.run()
                  }}
                >
                  {line.label}
                </button>
              ))}
            </div>
          ))}
        </div>
      )}
    </div>
  )
}

const STEPS: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at, count) => (at + 1) % count,
  ArrowUp: (at, count) => (at + count - 1) % count,
  Home: () => 0,
  End: (_at, count) => count - 1,
}
