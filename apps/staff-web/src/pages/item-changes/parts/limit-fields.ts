import type { Limit } from '#capabilities/catalogue/contract.ts'
import { choice, number, optional, part, rare, text, yesNo, type ItemField } from '../field.ts'
import { limitWords as words } from './words.ts'

/** What may be said of this limit beside how long it is. */
export type Said = 'from' | 'basis' | 'note' | 'extension'

/** A limit: how long, in which unit, and what law adds to it. `name` is what the limit is called. */
export function limitFields(
  at: string,
  { amount, name, hint }: { amount: string; name: string; hint?: string },
  limit: Limit | undefined,
  said: readonly Said[] = [],
): ItemField[] {
  const of = (key: Said, field: () => ItemField | ItemField[]) => (said.includes(key) ? [field()].flat() : [])
  return [
    number(`${at}/amount`, amount, hint === undefined ? {} : { hint }),
    choice(`${at}/unit`, words.unit(name), words.units),
    ...(limit?.unit === 'hour' || limit?.within !== undefined
      ? [part(`${at}/within`, words.within(name), 'office-hours', { hint: words.withinHint })]
      : []),
    ...of('basis', () =>
      text(`${at}/basis`, words.basis(name), 300, { ...optional, type: 'text', hint: words.basisHint }),
    ),
    ...of('note', () => text(`${at}/note`, words.note(name), 300, { ...optional, type: 'text' })),
    ...of('from', () =>
      choice(`${at}/from`, words.from(name), words.froms, { ...rare, none: words.fromNone }),
    ),
    ...of('extension', () => extension(`${at}/extension`, name, limit)),
  ]
}

function extension(at: string, name: string, limit: Limit | undefined): ItemField[] {
  const blank = { amount: 10, unit: limit?.unit ?? 'working-day', basis: '' }
  return [
    part(at, words.extension(name), blank, { ...rare, hint: words.extensionHint }),
    ...(limit?.extension === undefined
      ? []
      : [
          number(`${at}/amount`, words.extensionAmount, { rare: true }),
          choice(`${at}/unit`, words.extensionUnit, words.units, { rare: true }),
          text(`${at}/basis`, words.extensionBasis, 300, { rare: true }),
        ]),
  ]
}

export const yesNoRare = (at: string, label: string, hint?: string): ItemField =>
  yesNo(at, label, { ...rare, ...(hint === undefined ? {} : { hint }) })
