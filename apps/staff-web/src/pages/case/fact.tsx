import type { ReactNode } from 'react'

/** A label with what belongs to it, inside a `facts-line`. */
export function Fact({ label, text }: { label: string; text: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{text}</dd>
    </div>
  )
}
