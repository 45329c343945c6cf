import type { Param } from './debtors.ts'
import type { Order } from './walks.ts'

/** Where the next page of a list begins: behind the last line of the one before. */
export type After = { dueDay: string; id: string } | { receivedAt: string; id: string } | { no: string }

/** How a list is sorted: what a page of ids carries along for it, and the order itself, of the table called `of`. */
interface Sorting {
  key(day: string): string
  by(of: string, day?: string): string
  /** What comes behind the cursor; nothing when the cursor is of another list. */
  behind(after: After, param: Param, day: string): string | undefined
}

const BY_DAY: Sorting = {
  key: (day) => `, ${day} AS day`,
  by: (of, day = `${of}.day`) => `${day}, ${of}.id`,
  behind: (after, param, day) =>
    'dueDay' in after
      ? `(${day}, v.id) > (${param(after.dueDay, 'date')}, ${param(after.id, 'uuid')})`
      : undefined,
}

export const SORTINGS: Readonly<Record<Order, Sorting>> = {
  due: BY_DAY,
  owed: BY_DAY,
  newest: {
    key: () => '',
    by: (of) => `${of}.id DESC`,
    behind: (after, param) => ('id' in after ? `v.id < ${param(after.id, 'uuid')}` : undefined),
  },
  received: {
    key: () => ', v.received_at',
    by: (of) => `${of}.received_at DESC, ${of}.id DESC`,
    behind: (after, param) =>
      'receivedAt' in after
        ? `(v.received_at, v.id) < (${param(after.receivedAt, 'timestamptz')}, ${param(after.id, 'uuid')})`
        : undefined,
  },
}

export const isByDay = (order: Order): boolean => SORTINGS[order] === BY_DAY
