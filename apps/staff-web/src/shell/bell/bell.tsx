import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useCounts } from '../../pages/work-list/use-counts.ts'
import { useShortcuts } from '../shortcuts.ts'
import './bell.css'
import { bellWords as words } from './words.ts'

const NoticePanel = lazy(() => import('./notice-panel.tsx'))

/** What happened to my cases since I last looked; the number comes with the counts that are read anyway. */
export function Bell() {
  const [open, setOpen] = useState(false)
  const unread = useCounts().data?.unread ?? 0
  useShortcuts([{ key: 't', means: words.title, everywhere: true, run: () => setOpen(true) }])
  return (
    <>
      <Button className="bell" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {words.button}
        {unread > 0 && (
          <>
            <span className="waits" aria-hidden="true">
              {words.unread(unread)}
            </span>
            <span className="visually-hidden">{words.unreadSaid(unread)}</span>
          </>
        )}
      </Button>
      {open && (
        <Suspense>
          <NoticePanel close={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
