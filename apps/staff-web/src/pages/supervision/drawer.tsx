import type { ReactNode } from 'react'
import { TakeAway } from '../../lists/take-away.tsx'
import { SideDrawer } from '../../shell/side-drawer.tsx'

interface Props {
  title: string
  text: string
  exportUrl: string
  close: () => void
  children: ReactNode
}

/** What is behind a number, beside the numbers. */
export function OpenedNumber({ title, text, exportUrl, close, children }: Props) {
  return (
    <SideDrawer title={title} width={56} inside="watch-drawer" close={close}>
      <div className="stack">
        <div className="row row-end">
          <p className="muted">{text}</p>
          <TakeAway file={exportUrl} />
        </div>
        {children}
      </div>
    </SideDrawer>
  )
}
