import { Link } from '@tanstack/react-router'
import { useItemNews } from './use-item-news.ts'
import { newsWords as words } from './words.ts'

/** In the bell: that something came out, and where it stands in words. */
export function FreshNews({ close, alone }: { close: () => void; alone: boolean }) {
  const { unread = 0, items = [] } = useItemNews().data ?? {}
  if (unread === 0 && !alone) return null
  return (
    <p className="row">
      <Link to="/item-news" onClick={close}>
        {words.see}
      </Link>
      {unread > 0 ? (
        <span className="tag tag-warn">{words.unread(unread)}</span>
      ) : (
        <span>{words.nothingNew}</span>
      )}
      <span className="small muted">
        {items
          .filter((each) => each.unread)
          .slice(0, 2)
          .map(({ name }) => name)
          .join('、')}
      </span>
    </p>
  )
}
