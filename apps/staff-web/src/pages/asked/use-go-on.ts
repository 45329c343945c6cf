import { useEffect, useRef } from 'react'
import type { AllowedAct } from '#capabilities/case/contract.ts'
import { focusAsked } from './focus-asked.ts'

/**
 * Where the keyboard goes on once a dialog is gone: back to its button, or after an act to the next one, so that who
 * accepts and decides in one visit needs no mouse. The new buttons may be drawn a moment after the dialog has closed.
 */
export function useGoOn(acting: AllowedAct | undefined, version: number): () => void {
  const opened = useRef<string>(undefined)
  const doneAt = useRef<number>(undefined)
  useEffect(() => {
    if (acting !== undefined) {
      opened.current = acting.act
    } else if (opened.current !== undefined) {
      focusAsked(doneAt.current === undefined ? opened.current : undefined)
      opened.current = undefined
    }
  }, [acting])
  useEffect(() => {
    if (doneAt.current === undefined || doneAt.current === version) return
    doneAt.current = undefined
    // The button that had the focus is gone; anything else somebody went to meanwhile keeps it.
    if (document.activeElement === document.body) focusAsked()
  }, [version])
  return () => {
    doneAt.current = version
  }
}
