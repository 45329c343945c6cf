import { Button } from 'antd'
import type { ItemNews } from '#capabilities/catalogue/contract/subscription-routes.ts'
import { day, moment } from '#ui/format/day.ts'
import { FailureNote } from '../../server/failure-note.tsx'
import { Waiting } from '../../shell/waiting.tsx'
import { Sheet } from '../matter/matter-page.tsx'
import { Subscriptions } from './subscriptions.tsx'
import { useItemNews, useReadNews } from './use-item-news.ts'
import { newsWords as words } from './words.ts'

/** 事项更新: versions that came out of what my body follows, with what is different in words, and what it follows. */
export function ItemNewsPage() {
  const news = useItemNews()
  const reading = useReadNews()
  const upTo = news.data?.upTo
  return (
    <>
      <div className="page-head">
        <h1>{words.title}</h1>
        <p className="muted">{words.text}</p>
      </div>
      {news.isPending && <Waiting />}
      {news.isError && <FailureNote error={news.error} retry={() => void news.refetch()} />}
      {news.data !== undefined && (
        <div className="stack">
          {news.data.unread > 0 && upTo !== undefined && (
            <p>
              <Button loading={reading.isPending} onClick={() => reading.mutate(upTo)}>
                {words.read}
              </Button>
            </p>
          )}
          {news.data.items.length === 0 && <p className="sheet">{words.empty}</p>}
          <ul aria-label={words.list} className="plain-list stack">
            {news.data.items.map((each) => (
              <Line key={`${each.area} ${each.item} ${each.version}`} news={each} />
            ))}
          </ul>
          <Sheet id="subscriptions" title={words.subscriptions}>
            <Subscriptions />
          </Sheet>
        </div>
      )}
    </>
  )
}

/** More than this is read in the guide. */
const TOLD = 8

function Line({ news }: { news: ItemNews }) {
  const { area, areaName, item, name, version, effectiveFrom, at, changes, isNew, unread } = news
  return (
    <li className="sheet stack-tight">
      <p>
        <strong>{name}</strong> {unread && <span className="tag tag-warn">{words.fresh}</span>}{' '}
        {isNew && <span className="tag tag-blue">{words.isNew}</span>}
      </p>
      <p className="small muted row">
        <span>{areaName}</span>
        <span>{words.version(version, day(effectiveFrom))}</span>
        <span>{moment(at)}</span>
      </p>
      {changes.length > 0 && (
        <ul>
          {changes.slice(0, TOLD).map((text) => (
            <li key={text}>{text}</li>
          ))}
          {changes.length > TOLD && <li className="muted">{words.more(changes.length - TOLD)}</li>}
        </ul>
      )}
      <p>
        <a href={`/items/${item}?area=${area}`} target="_blank" rel="noreferrer">
          {words.guide}
        </a>
      </p>
    </li>
  )
}
