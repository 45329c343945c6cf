import { Drawer } from 'antd'
import { useEffect, useState, type ReactNode } from 'react'
import { shellWords as words } from './words.ts'

interface Props {
  title: string
  close: () => void
  /** In rem; never wider than the screen. */
  width?: number
  /** A class for its inside, where a page lays it out in its own way. */
  inside?: string
  children: ReactNode
}

/** One thing of a list beside the list. Whoever came by keyboard goes on at the row they opened. */
export function SideDrawer({ title, close, width = 44, inside, children }: Props) {
  const [opener] = useState(() => document.activeElement)
  useEffect(() => () => (opener instanceof HTMLElement ? opener.focus() : undefined), [opener])
  return (
    <Drawer
      open
      title={title}
      size={`min(${width}rem, 100vw)`}
      onClose={close}
      closable={{ 'aria-label': words.closeDrawer }}
      {...(inside === undefined ? {} : { classNames: { body: inside } })}
    >
      {children}
    </Drawer>
  )
}
