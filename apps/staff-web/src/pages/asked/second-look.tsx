import { Alert } from 'antd'
import { useEffect, useRef, useState, type ReactNode } from 'react'

/**
 * A second press for what cannot be taken back. No act is held back for some seconds to be undone: it has its legal moment when the
 * server records it, papers and messages follow at once, and what a browser holds back is lost with its tab.
 */
export function useSecondLook(
  consequence: unknown,
  complete: (() => boolean) | undefined,
  send: () => void,
  error: Error | null,
) {
  const [sure, setSure] = useState(false)
  // Whatever was refused is mended in the form, and looked at anew.
  useEffect(() => setSure(false), [error])
  function press() {
    if (consequence === undefined || sure) return send()
    if (complete === undefined || complete()) setSure(true)
  }
  return { sure, press, back: () => setSure(false) }
}

/** Names what follows; takes the focus, so that it is read before the button is reached. */
export function SecondLook({ title, consequence }: { title: string; consequence: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    box.current?.focus()
    box.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  return (
    <div ref={box} tabIndex={-1} role="alert">
      <Alert type="warning" role="presentation" title={title} description={consequence} />
    </div>
  )
}
