import type { Refusal } from '#engine/refusal.ts'
import type { Done } from '#capabilities/acts/perform.ts'
import type { Worker } from '#platform/jobs/worker.ts'
import type { SheetFile } from '#ui/format/sheet.ts'
import type { BookView, EntryDetail } from './contract/book.ts'
import type { Book } from './model/book.ts'
import { actOn, begin, beginBySystem, carryOn, type Doing, type StaffDoing } from './service/act.ts'
import { bookFile } from './service/file.ts'
import { bookJobs } from './service/jobs.ts'
import { shelfOf, type BooksMeans } from './service/means.ts'
import { uploadPhoto } from './service/photos.ts'
import { bookViews, detail, entries, photoOf, type EntriesRequest, type Looking } from './service/read.ts'
import { mayRead } from './service/sight.ts'

export { held, titlesIn, type Held, type HeldQuery } from './held.ts'
export { bookHttp } from './http.ts'
export { rebuildBooks } from './service/rebuild.ts'
export type { BooksMeans, References } from './service/means.ts'
export { bookSentences } from './words.ts'
export { bookFiles, bookPhotos, bookRoutes } from './contract/routes.ts'
export { photoUrl } from './service/read.ts'

/** The books (台账) of the house: read, begun and acted on alike. */
export interface Books {
  views(looking: Looking): Promise<BookView[]>
  /** The book of this kind, if this post has to do with it. */
  find(kind: string, looking: Looking): Book | undefined
  entries(book: Book, looking: Looking, request: EntriesRequest): ReturnType<typeof entries>
  detail(book: Book, id: string, looking: Looking): Promise<EntryDetail | Refusal>
  begin(book: Book, doing: StaffDoing): Promise<Done | Refusal>
  /** What the house itself records; an opening act of the book must name `system`. */
  record(book: Book, doing: Doing & { area: string }): Promise<Done | Refusal>
  act(book: Book, id: string, doing: StaffDoing): Promise<Done | Refusal>
  /** What the house itself does to an entry; the act must name `system`. */
  carry(
    book: Book,
    of: { area: string; id: string },
    doing: Pick<Doing, 'act' | 'input' | 'now' | 'requestId'>,
  ): Promise<Done | Refusal>
  file(book: Book, looking: Looking, filter: EntriesRequest): Promise<SheetFile | Refusal>
  /** Takes a picture; it is its sender's until an act hands it in. */
  uploadPhoto(upload: Parameters<typeof uploadPhoto>[1]): ReturnType<typeof uploadPhoto>
  photo(book: Book, of: { id: string; photo: string }, looking: Looking): ReturnType<typeof photoOf>
  register(worker: Worker): void
}

export function bookcase(means: BooksMeans): Books {
  const shelf = shelfOf(means)
  return {
    views: (looking) => bookViews(means, looking),
    find(kind, { actor }) {
      const book = shelf.get(kind)
      return book && mayRead(book, actor) ? book : undefined
    },
    entries: (book, looking, request) => entries(means, book, looking, request),
    detail: (book, id, looking) => detail(means, book, id, looking),
    begin: (book, doing) => begin(means, book, doing),
    record: (book, doing) => beginBySystem(means, book, doing),
    act: (book, id, doing) => actOn(means, book, id, doing),
    carry: (book, of, doing) => carryOn(means, book, of, doing),
    file: (book, looking, filter) => bookFile(means, book, looking, filter),
    uploadPhoto: (upload) => uploadPhoto(means, upload),
    photo: (book, of, looking) => photoOf(means, book, of, looking),
    register: (worker) => {
      for (const book of means.books) bookJobs(worker, means, book)
    },
  }
}
