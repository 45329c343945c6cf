import { useEffect, useRef, type RefObject } from 'react'

/** The clerk begins to type at once: the first empty question takes the focus as the form opens, unless they are somewhere in it. */
export function useFirstField(): RefObject<HTMLDivElement | null> {
  const form = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (form.current?.contains(document.activeElement) === true) return
    const fields = form.current?.querySelectorAll<HTMLInputElement>('input:enabled, textarea:enabled') ?? []
    ;[...fields].find(({ type, value }) => type !== 'radio' && value === '')?.focus({ preventScroll: true })
  }, [])
  return form
}
