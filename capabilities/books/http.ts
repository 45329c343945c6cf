import type { FastifyInstance } from 'fastify'
import type { StaffActor } from '#engine/actor.ts'
import { isRefusal, refusal, type Refusal } from '#engine/refusal.ts'
import type { Done } from '#capabilities/acts/perform.ts'
import { bind, type Call, type Gate } from '#platform/http/bind.ts'
import type { CallBase } from '#platform/http/call.ts'
import type { ReplyOf, RouteContract } from '#platform/http/contract.ts'
import { serveList } from '#platform/http/list-file.ts'
import { bookFiles, bookRoutes } from './contract/routes.ts'
import type { Books } from './index.ts'
import type { Book } from './model/book.ts'
import type { Looking } from './service/read.ts'

/** Books (台账) for every post; a book that is no business of the post does not exist for it. */
export function bookHttp(app: FastifyInstance, books: Books, gate: Gate): void {
  const on = <R>(
    call: CallBase & { params: { book: string } },
    work: (book: Book, looking: Looking) => Promise<R>,
  ) => {
    const looking = lookingOf(call)
    const book = books.find(call.params.book, looking)
    return book === undefined ? Promise.resolve(refusal('book-not-found')) : work(book, looking)
  }
  bind(
    app,
    bookRoutes,
    {
      books: async (call) => ({ items: await books.views(lookingOf(call)) }),
      entries: (call) => on(call, (book, looking) => books.entries(book, looking, call.query)),
      entry: (call) => on(call, (book, looking) => books.detail(book, call.params.id, looking)),
      openEntry: (call) =>
        on(call, async (book, looking) =>
          moved(
            await books.begin(book, {
              ...looking,
              ...requestOf(call),
              act: call.params.act,
              input: call.body.input,
            }),
          ),
        ),
      actOnEntry: (call) =>
        on(call, async (book, looking) => {
          const { version, input } = call.body
          return moved(
            await books.act(book, call.params.id, {
              ...{ ...looking, ...requestOf(call), act: call.params.act, input },
              ...(version === undefined ? {} : { seenVersion: version }),
            }),
          )
        }),
    },
    gate,
  )
  serveList(app, gate, bookFiles.bookFile, { file: 'taizhang', list: 'book' }, (call) =>
    on(call, (book, looking) => books.file(book, looking, call.query)),
  )
}

const requestOf = ({ requestId, requestHash }: Call<RouteContract>) => ({ requestId, requestHash })

const moved = (done: Done | Refusal) =>
  isRefusal(done) ? done : (done.answer as ReplyOf<typeof bookRoutes.actOnEntry>)

function lookingOf(call: CallBase): Looking {
  const { caller, now, session } = call
  if (caller?.kind !== 'staff') throw new Error('a route for staff let somebody else through')
  const actor: StaffActor = caller
  return { actor, now, reliesOn: session?.reliesOn ?? [] }
}
