import { Link, useParams } from '@tanstack/react-router'
import type { EntryDetail } from '#capabilities/books/contract/book.ts'
import { day, longDay } from '#ui/format/day.ts'
import { SmallPhoto } from '../../lists/small-photo.tsx'
import { Asked } from '../asked/asked.tsx'
import { MatterPage, Sheet } from '../matter/matter-page.tsx'
import { useActing } from '../matter/use-acting.tsx'
import { Story } from '../rectification/story.tsx'
import './books.css'
import { entryMatter } from './matter.ts'
import { useEntry } from './use-books.ts'
import { bookWords as words } from './words.ts'

export function EntryPage() {
  const { book, id } = useParams({ from: '/books/$book/$id' })
  const found = useEntry(book, id)
  const title = found.data?.book.title ?? words.title
  return (
    <MatterPage
      found={found}
      title={words.title}
      back={
        <Link to="/books/$book" params={{ book }}>
          {words.backTo(title)}
        </Link>
      }
    >
      {(detail) => <Entry key={id} detail={detail} />}
    </MatterPage>
  )
}

/** One entry: whose turn it is, what is recorded, what happened. */
function Entry({ detail }: { detail: EntryDetail }) {
  const { row, record, story, allowed } = detail
  const matter = entryMatter(detail)
  const { choose, dialog } = useActing(matter)
  const { title, tone, stateText, dueDay, late, from, to } = row
  return (
    <>
      <div className="page-head">
        <h1>{title}</h1>
        <span className={`tag tag-${tone}`}>{stateText}</span>
        {from !== undefined && <span className="muted">{words.span(day(from), to && day(to))}</span>}
      </div>
      {(allowed.length > 0 || dueDay !== undefined) && (
        <Asked title={words.asked} allowed={matter.allowed} choose={choose} nothing={words.noButtons}>
          {dueDay !== undefined && (
            <p className={late ? 'tag tag-bad' : 'muted'}>
              {late ? words.late : words.due}：{longDay(dueDay)}
            </p>
          )}
        </Asked>
      )}
      <Sheet id="entry-record" title={words.record}>
        <dl className="entry-record">
          {record.map(({ label, text, photos, change }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                {change === undefined ? (
                  (photos?.map((url) => <SmallPhoto key={url} url={url} of={label} />) ?? text)
                ) : (
                  <Link to="/item-changes/$id" params={{ id: change }}>
                    {text}
                  </Link>
                )}
              </dd>
            </div>
          ))}
        </dl>
      </Sheet>
      <Sheet id="entry-story" title={words.story}>
        <Story story={story.map((line) => ({ ...line, day: line.at }))} />
      </Sheet>
      {dialog}
    </>
  )
}
