export { bookAct, type BookAct, type Doing } from './model/book-act.ts'
export type {
  Asked,
  Book,
  BookSpec,
  BookState,
  BookWords,
  BookWorld,
  Choice,
  Placing,
  Sight,
} from './model/book.ts'
export { defineBook } from './model/define.ts'
export type { Entry, Hand } from './model/entry.ts'
export { field, record, type Reference } from './model/fields.ts'
