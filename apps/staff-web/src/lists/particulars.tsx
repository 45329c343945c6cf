import type { ReactNode } from 'react'

/** What is known of one thing, a line each; what is not known has no line. */
export function Particulars({ lines }: { lines: readonly (readonly [label: string, text: ReactNode])[] }) {
  return (
    <dl className="facts">
      {lines
        .filter(([, text]) => text !== '' && text !== undefined)
        .map(([label, text]) => (
          <div key={label}>
            <dt className="small muted">{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
    </dl>
  )
}
