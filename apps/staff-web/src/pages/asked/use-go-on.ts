import { useEffect, useRef } from 'react'
import type { AllowedAct } from '#capabilities/case/contract.ts'
import { focusAsked, focusAskedHeading } from './focus-asked.ts'

/**
 * Where the keyboard goes on once a dialog is gone: back to its button, or after an act to the heading above the next ones, one
 * Tab away from them. They may be drawn a moment after the dialog has closed.
 */
export function useGoOn(acting: AllowedAct | undefined, version: number): () => void {
  const opened = useRef<string>(undefined)
  const doneAt = useRef<number>(undefined)
  useEffect(() => {
    if (acting !== undefined) {
      opened.current = acting.act
    } else if (opened.current !== undefined) {
      if (doneAt.current === undefined) focusAsked(opened.current)
      else focusAskedHeading()
      opened.current = undefined
    }
  }, [acting])
  useEffect(() => {
    if (doneAt.current === undefined || doneAt.current === version) return
    doneAt.current = undefined
    // What had the focus is gone; anything else somebody went to meanwhile keeps it.
    if (document.activeElement === document.body) focusAskedHeading()
  }, [version])
  return () => {
    doneAt.current = version
  }
}
