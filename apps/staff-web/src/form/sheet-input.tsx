import { useId, useRef } from 'react'

interface Props {
  label: string
  hint?: string
  busy: boolean
  /** Said while it is on its way. */
  sending: string
  take: (file: File) => void
}

/** One spreadsheet, sent as soon as it is chosen. */
export function SheetInput({ label, hint, busy, sending, take }: Props) {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <label htmlFor={id}>{label}</label>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="small muted">
          {hint}
        </p>
      )}
      <div className="row">
        <input
          ref={input}
          id={id}
          {...(hint === undefined ? {} : { 'aria-describedby': `${id}-hint` })}
          type="file"
          accept=".csv,.xlsx,.txt"
          disabled={busy}
          onChange={(event) => {
            const [file] = event.target.files ?? []
            if (file !== undefined) take(file)
            // The same file may be chosen again after it was put right.
            if (input.current !== null) input.current.value = ''
          }}
        />
        {busy && <span role="status">{sending}</span>}
      </div>
    </>
  )
}
