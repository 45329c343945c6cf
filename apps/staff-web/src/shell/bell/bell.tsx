import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useCounts } from '../../pages/work-list/use-counts.ts'
import { useItemNews } from '../../pages/item-news/use-item-news.ts'
import { useShortcuts } from '../shortcuts.ts'
import './bell.css'
import { bellWords as words } from './words.ts'

const NoticePanel = lazy(() => import('./notice-panel.tsx'))

/** What happened to my cases, and to the items my body follows, since I last looked; the number comes with the counts that are read anyway. */
export function Bell({ cases }: { cases: boolean }) {
  const [open, setOpen] = useState(false)
  const news = useItemNews().data?.unread ?? 0
  const unread = (useCounts(cases).data?.unread ?? 0) + news
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
          <NoticePanel cases={cases} close={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
