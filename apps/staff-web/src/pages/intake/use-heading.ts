import { useEffect, useRef } from 'react'

/** The heading each step begins with. */
export const HEADING_OF = { fill: 'fill-title', check: 'check-title' } as const

/** From one step to the other the keyboard goes on at its heading: the button that led there is gone. */
export function useHeading(step: keyof typeof HEADING_OF): void {
  const before = useRef(step)
  useEffect(() => {
    if (before.current === step) return
    before.current = step
    document.getElementById(HEADING_OF[step])?.focus({ preventScroll: true })
    window.scrollTo(0, 0)
  }, [step])
}
