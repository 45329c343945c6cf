import { Type as T, type Static } from 'typebox'
import { contract } from '#platform/http/contract.ts'

/** Lists whose filters can be kept. */
export const SAVED_LIST_PAGES = ['cases', 'all'] as const
const Page = T.Enum([...SAVED_LIST_PAGES])

/** What stands behind the question mark of the list's address; the page reads it as carefully as any address. */
const Search = T.Record(T.String({ pattern: '^[a-z]{1,20}$' }), T.String({ maxLength: 60 }), {
  maxProperties: 12,
  additionalProperties: false,
})
const Name = T.String({ minLength: 1, maxLength: 20, pattern: '\\S' })

export const SavedList = T.Object({
  id: T.String(),
  page: Page,
  name: T.String(),
  search: Search,
  /** The list begins with it. */
  first: T.Boolean(),
})
export type SavedList = Static<typeof SavedList>

/** Names of columns in the order somebody wants them; the page passes over what it does not know. */
const Columns = T.Array(T.String({ pattern: '^[a-z]{1,20}$' }), { maxItems: 20, uniqueItems: true })

/** What somebody keeps for the lists of a post. */
export const KeptLists = T.Object({
  lists: T.Array(SavedList),
  /** By list; the usual columns where nothing is said. */
  columns: T.Object({ cases: T.Optional(Columns), all: T.Optional(Columns) }),
})
export type KeptLists = Static<typeof KeptLists>

const One = T.Object({ id: T.String({ format: 'uuid' }) })
const Done = T.Object({ done: T.Boolean() })

/** 常用条件: everybody keeps their own, for the post they sit in; nobody else sees them. */
export const savedListRoutes = contract({
  savedLists: {
    method: 'GET',
    path: '/saved-lists',
    who: 'staff',
    summary: 'The filters I keep for my post (常用条件), and the columns I chose',
    reply: KeptLists,
  },
  saveList: {
    method: 'POST',
    path: '/saved-lists',
    who: 'staff',
    summary: 'Keep the filters of a list under a name; the same name twice is refused',
    body: T.Object(
      { page: Page, name: Name, search: Search, first: T.Boolean() },
      { additionalProperties: false },
    ),
    reply: SavedList,
    idempotent: false,
  },
  chooseColumns: {
    method: 'PUT',
    path: '/list-columns',
    who: 'staff',
    summary: 'Show these columns of a list from now on, in this order; none means the usual ones again',
    body: T.Object({ page: Page, columns: Columns }, { additionalProperties: false }),
    reply: Done,
    idempotent: false,
  },
  changeList: {
    method: 'PUT',
    path: '/saved-lists/:id',
    who: 'staff',
    summary: 'Begin the list with these filters from now on, or no longer',
    params: One,
    body: T.Object({ first: T.Boolean() }, { additionalProperties: false }),
    reply: Done,
    idempotent: false,
  },
  forgetList: {
    method: 'DELETE',
    path: '/saved-lists/:id',
    who: 'staff',
    summary: 'Keep these filters no longer',
    params: One,
    reply: Done,
    idempotent: false,
  },
})
