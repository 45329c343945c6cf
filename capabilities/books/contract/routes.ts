import { Type as T } from 'typebox'
import { AS_FILE, contract } from '#platform/http/contract.ts'
import { BookView, EntryAct, EntryDetail, EntryRow } from './book.ts'

const Kind = T.String({ pattern: '^[a-z][a-z-]*$', maxLength: 60 })
const Id = T.String({ format: 'uuid' })
const Ref = T.Optional(T.String({ minLength: 1, maxLength: 60 }))

const FILTER = {
  /** `mine`: waits for a role of my post; `open`: everything not ended; `in-force`: what holds today; `all`. */
  queue: T.Optional(T.Enum(['mine', 'open', 'in-force', 'all'])),
  state: T.Optional(T.String({ maxLength: 40 })),
  q: T.Optional(T.String({ maxLength: 100 })),
  item: Ref,
  place: Ref,
  body: Ref,
}

const Moved = T.Object({ id: T.String(), state: T.String(), version: T.Integer() })

export const bookRoutes = contract({
  books: {
    method: 'GET',
    path: '/books',
    who: 'staff',
    summary: 'The books (台账) this post may read, each with how much waits for it',
    reply: T.Object({ items: T.Array(BookView) }),
  },
  entries: {
    method: 'GET',
    path: '/books/:book',
    who: 'staff',
    summary: 'A page of a book: open entries by due day, others newest first; and what may be begun',
    params: T.Object({ book: Kind }),
    query: T.Object({
      ...FILTER,
      limit: T.Optional(T.Integer({ minimum: 1, maximum: 100 })),
      cursor: T.Optional(T.String({ maxLength: 200 })),
    }),
    reply: T.Object({
      book: BookView,
      items: T.Array(EntryRow),
      begins: T.Array(EntryAct),
      nextCursor: T.Optional(T.String()),
    }),
  },
  openEntry: {
    method: 'POST',
    path: '/books/:book/begin/:act',
    who: 'staff',
    summary: 'Begin an entry of a book with one of the acts that open it',
    params: T.Object({ book: Kind, act: T.String({ maxLength: 40 }) }),
    body: T.Object({ input: T.Record(T.String(), T.Unknown()) }, { additionalProperties: false }),
    reply: Moved,
  },
  entry: {
    method: 'GET',
    path: '/books/:book/entries/:id',
    who: 'staff',
    summary: 'One entry: what is recorded, its story, and what may be done now',
    params: T.Object({ book: Kind, id: Id }),
    reply: EntryDetail,
  },
  actOnEntry: {
    method: 'POST',
    path: '/books/:book/entries/:id/acts/:act',
    who: 'staff',
    summary: 'Take one act on an entry of a book',
    params: T.Object({ book: Kind, id: Id, act: T.String({ maxLength: 40 }) }),
    body: T.Object(
      { version: T.Optional(T.Integer({ minimum: 0 })), input: T.Record(T.String(), T.Unknown()) },
      { additionalProperties: false },
    ),
    reply: Moved,
  },
})

const Bytes = T.String({ format: 'binary' })

/** Pictures of entries: sent first, handed in by an act, shown to whoever sees the entry. */
export const bookPhotos = contract({
  uploadPhoto: {
    method: 'POST',
    path: '/books/photos',
    who: { roles: ['organiser', 'director'] },
    summary: 'Send one picture for an entry of a book; it belongs to the sender until an act hands it in',
    body: T.Object({ file: Bytes }),
    reply: T.Object({ id: T.String() }),
    bytes: 'in',
    idempotent: false,
  },
  photo: {
    method: 'GET',
    path: '/books/:book/entries/:id/photos/:photo',
    who: 'staff',
    summary: 'A picture that an entry of a book shows',
    params: T.Object({ book: Kind, id: Id, photo: Id }),
    query: T.Object({ inline: T.Optional(T.Enum(['1'])) }),
    reply: Bytes,
    bytes: 'out',
  },
})

export const bookFiles = contract({
  bookFile: {
    method: 'GET',
    path: '/books/:book/export',
    who: 'staff',
    summary: 'A book under a filter as a file',
    params: T.Object({ book: Kind }),
    query: T.Object({ ...FILTER, ...AS_FILE }),
    reply: T.String(),
    bytes: 'out',
  },
})
