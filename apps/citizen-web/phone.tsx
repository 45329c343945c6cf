import type { VNode } from 'preact'
import { useContext } from 'preact/hooks'
import { AtKiosk } from '#ui/components/page-shell/kiosk.tsx'

/** A number to press; a self-service device cannot call, so there it is only read. */
export function Phone({ number }: { number: string }): VNode {
  const plain = useContext(AtKiosk)
  return plain ? <>{number}</> : <a href={`tel:${number.replace(/[^\d+]/g, '')}`}>{number}</a>
}
