import { held } from '#capabilities/books/index.ts'
import type { Queryable } from '#platform/db/db.ts'
import type { Letter } from '../contract/letter.ts'
import type { Authorisation } from './licensing.ts'

/** Every letter that names a post, newest first; one that ended early stays on file. */
export async function lettersOf(db: Queryable, area: string, post: string): Promise<Letter[]> {
  const found = await held<Authorisation>(db, { kind: 'authorisation' }, { area, key: post })
  return found
    .map(({ to, entry: { state, body } }) => ({
      ...{ document: body.document, items: body.items, from: body.from, to: body.to },
      // One that ran out is over as well, and held to its last day.
      ended: state === 'ended' && (to ?? '') < body.to,
    }))
    .toSorted((one, other) => Number(one.ended) - Number(other.ended) || (one.to < other.to ? 1 : -1))
}
