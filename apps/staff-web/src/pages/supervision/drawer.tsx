import { Drawer } from 'antd'
import { useEffect, useState, type ReactNode } from 'react'
import { TakeAway } from '../../lists/take-away.tsx'
import { supervisionWords as words } from './words.ts'

interface Props {
  title: string
  text: string
  exportUrl: string
  close: () => void
  children: ReactNode
}

/** What is behind a number, beside the numbers. */
export function OpenedNumber({ title, text, exportUrl, close, children }: Props) {
  // Whoever came by keyboard goes on at the number they opened.
  const [opener] = useState(() => document.activeElement)
  useEffect(() => () => (opener instanceof HTMLElement ? opener.focus() : undefined), [opener])
  return (
    <Drawer
      open
      title={title}
      size="min(56rem, 100vw)"
      onClose={close}
      closable={{ 'aria-label': words.close }}
      classNames={{ body: 'watch-drawer' }}
    >
      <div className="stack">
        <div className="row row-end">
          <p className="muted">{text}</p>
          <TakeAway file={exportUrl} />
        </div>
        {children}
      </div>
    </Drawer>
  )
}
