import type { TObject } from 'typebox'
import { refusal, type Refusal } from '#engine/refusal.ts'
import { field, type Asked, type BookWords } from '#capabilities/books/model.ts'
import type { Role } from '#platform/auth/roles.ts'
import { ENTRY_MODES, type ListLine } from './line.ts'
import type { ListVersion } from './model/version.ts'
import type { ListedVersion } from './versions.ts'

/** What a list knows when one of its versions is worked on. */
export interface ListKnown {
  versions: readonly ListedVersion[]
  /** What a new version begins with when it is made anew. */
  derived: readonly ListLine[]
  /** What may be put in beside that. */
  candidates: readonly ListLine[]
  /** The list this one is tied to, in the version in force. */
  tied?: ListedVersion
}

type When = Pick<Asked<ListVersion>, 'area' | 'now'>

export interface ListSpec {
  kind: string
  words: BookWords
  /** Who drafts, and who approves and announces; two people in any case. */
  writes: readonly Role[]
  approves: readonly Role[]
  /** Who else reads its versions. */
  reads?: readonly Role[]
  derive(when: When): Promise<readonly ListLine[]>
  /** What may be put in; left out, only what is derived. */
  candidates?(when: When): Promise<readonly ListLine[]>
  /** The list each line is tied to. */
  tiedTo?(when: When): Promise<ListedVersion | undefined>
  lineFault?(line: ListLine, known: ListKnown): Refusal | undefined
  /** Where lines are no items of the area: another shape of what is put in, and the lines it makes. */
  put?: {
    input: TObject
    lines(input: Readonly<Record<string, unknown>>, known: ListKnown): ListLine[] | Refusal
  }
  /** Whether a line may stay after the list above has changed, with a reason (LC-3.4-12). */
  explains?: boolean
}

/** The usual way to put a line in: items of the catalogue, with what the list asks of each. */
export const USUAL_PUT = {
  items: field.several(field.item(), '事项', { most: 200 }),
  mode: field.optional(field.choice('进驻方式', ENTRY_MODES)),
  origin: field.optional(field.text('来源目录行', { most: 80 })),
  approval: field.optional(
    field.text('市级批准文号', { most: 120, hint: '上级目录没有、本地自己增加的，要有批准文号' }),
  ),
  note: field.optional(field.text('说明', { most: 300 })),
}

export const lastPublished = (versions: readonly ListedVersion[]): ListedVersion | undefined =>
  versions.find(({ state }) => state === 'published')

/** The first line that cannot stand, with why. */
export function firstFault(
  spec: ListSpec,
  lines: readonly ListLine[],
  known: ListKnown,
): Refusal | undefined {
  for (const line of lines) {
    const fault = spec.lineFault?.(line, known)
    if (fault) return fault
  }
  return lines.length === 0 ? refusal('list-empty') : undefined
}
