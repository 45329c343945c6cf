import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import type { Edit, Overtaken } from '#capabilities/catalogue/contract/change.ts'
import { failure, isCode } from '../../server/failure.ts'
import { editsBetween, over, placedAt } from './draft.ts'
import { partOf, fieldsOfPart } from './fields.ts'
import { readable } from './readable.ts'
import { typedOf } from './typed.ts'
import { valueAt } from './draft.ts'
import { editorWords as words } from './words.ts'

export interface Merged {
  now: ItemVersion
  /** Where both wrote: what the other put there, to be chosen between. */
  errors: Readonly<Record<string, string>>
  lost: readonly Edit[]
}

export const isOvertaken = (error: unknown): boolean => isCode(error, 'change-edit-overtaken')

/** What was written here over the draft as others have left it; nothing typed is thrown away. */
export function merged(
  written: { start: ItemVersion; now: ItemVersion },
  body: ItemVersion,
  error: unknown,
): Merged {
  const { now, lost } = over(body, editsBetween(written.start, written.now))
  const { facts = {} } = failure(error)
  const conflicts = (facts['conflicts'] ?? []) as readonly Overtaken[]
  const errors = conflicts.flatMap((conflict) => {
    const at = placedAt(now, conflict.at)
    return at === undefined ? [] : [[at, said(body, at, conflict.now)] as const]
  })
  return { now, errors: Object.fromEntries(errors), lost }
}

function said(body: ItemVersion, at: string, theirs: unknown): string {
  if (theirs === undefined) return words.overtakenGone
  const part = partOf(at)
  const field =
    part && fieldsOfPart(part, body, (pointer) => valueAt(body, pointer)).find((each) => each.at === at)
  return words.overtaken(field ? readable(typedOf(theirs, field), field) : String(theirs))
}
