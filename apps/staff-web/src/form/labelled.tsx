import type { ReactNode } from 'react'
import './form.css'
import { formWords } from './words.ts'

interface Props {
  id: string
  label: string
  required: boolean
  hint?: string | undefined
  error?: string | undefined
  /** Worth a second look; it holds nobody up. */
  warning?: string | undefined
  /** Several controls answer one question: the label becomes the legend of a group. */
  group?: boolean
  children: ReactNode
}

/** A question with its hint and its error, tied together for screen readers by ids built from `id`. */
export function Labelled({ id, label, required, hint, error, warning, group = false, children }: Props) {
  const title = (
    <>
      {label}
      {!required && <span className="muted">{formWords.optional}</span>}
    </>
  )
  const notes = (
    <>
      {hint !== undefined && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error !== undefined && (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
      {warning !== undefined && (
        <p className="field-warning" id={`${id}-warning`} role="alert">
          {warning}
        </p>
      )}
    </>
  )
  if (group) {
    return (
      <fieldset className="field" id={`${id}-field`} aria-describedby={describedBy(id, hint, error, warning)}>
        <legend>{title}</legend>
        {notes}
        {children}
      </fieldset>
    )
  }
  return (
    <div className="field" id={`${id}-field`}>
      <label htmlFor={id}>{title}</label>
      {notes}
      {children}
    </div>
  )
}

export function describedBy(
  id: string,
  hint: string | undefined,
  error: string | undefined,
  warning?: string,
): string | undefined {
  const ids = [
    ...(hint === undefined ? [] : [`${id}-hint`]),
    ...(error === undefined ? [] : [`${id}-error`]),
    ...(warning === undefined ? [] : [`${id}-warning`]),
  ]
  return ids.length === 0 ? undefined : ids.join(' ')
}
