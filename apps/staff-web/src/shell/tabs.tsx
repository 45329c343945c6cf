import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import './tabs.css'

export interface Tab {
  key: string
  label: string
  content: () => ReactNode
}

/**
 * Tabs that wrap on a phone; antd's hide the last ones behind a menu that screen readers do not take for a tab.
 * Arrow keys walk, Home and End jump, as the ARIA pattern has it.
 */
export function Tabs({ tabs, label }: { tabs: readonly Tab[]; label: string }) {
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const [chosen, setOpen] = useState(tabs[0]!.key)
  // A tab may go when the window gets wider; whoever read another one goes on reading it.
  const at = Math.max(
    0,
    tabs.findIndex((tab) => tab.key === chosen),
  )
  const open = tabs[at]!.key

  function walk(event: KeyboardEvent) {
    const next = STEPS[event.key]?.(at, tabs.length)
    if (next === undefined) return
    event.preventDefault()
    setOpen(tabs[next]!.key)
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[next]?.focus()
  }

  return (
    <>
      <div ref={list} role="tablist" aria-label={label} className="tabs" tabIndex={-1} onKeyDown={walk}>
        {tabs.map((tab) => (
          <button
            key={tab.key}
            type="button"
            role="tab"
            id={`${id}-${tab.key}`}
            aria-selected={tab.key === open}
            aria-controls={`${id}-panel`}
            tabIndex={tab.key === open ? 0 : -1}
            onClick={() => setOpen(tab.key)}
          >
            {tab.label}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${open}`}>
        {tabs[at]!.content()}
      </div>
    </>
  )
}

const STEPS: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowRight: (at, count) => (at + 1) % count,
  ArrowLeft: (at, count) => (at + count - 1) % count,
  Home: () => 0,
  End: (_at, count) => count - 1,
}
