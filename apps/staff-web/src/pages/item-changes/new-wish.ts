import type { ItemToChange, NewItem } from '#capabilities/catalogue/contract/change.ts'
import type { FieldProblem } from '../../form/error-summary.tsx'
import { reasonProblems } from './reason.ts'
import { newItemWords as words } from './dialog-words.ts'

type Nothing = Extract<NewItem['from'], { kind: 'nothing' }>

/** What is known of an item somebody is about to begin. */
export interface NewWish extends Partial<Omit<Nothing, 'kind'>> {
  kind: NewItem['from']['kind']
  /** The item above, or the one it is copied from. */
  source?: string | undefined
  /** The one it is copied from, as it was picked. */
  copied?: ItemToChange | undefined
  name: string
  reason: string
}

export const NO_WISH: NewWish = { kind: 'upper', name: '', reason: '' }

export const NEW_IDS = {
  ...{ from: 'new-from', source: 'new-source', name: 'new-name', reason: 'new-reason' },
  ...{ domain: 'new-domain', itemType: 'new-item-type', projectType: 'new-project-type' },
} as const

export function wishProblems({ kind, source, name, reason, ...kinds }: NewWish): FieldProblem[] {
  const missing = (target: string, message: string, there: boolean) => (there ? [] : [{ target, message }])
  const choose = (target: string, what: string, value: unknown) =>
    missing(target, words.choose(what), value !== undefined)
  return [
    ...(kind === 'nothing'
      ? []
      : choose(NEW_IDS.source, kind === 'upper' ? words.upper : words.copy, source)),
    ...(kind === 'upper' ? [] : missing(NEW_IDS.name, words.nameMissing, name.trim() !== '')),
    ...(kind === 'nothing'
      ? [
          ...choose(NEW_IDS.domain, words.domain, kinds.domain),
          ...choose(NEW_IDS.itemType, words.itemType, kinds.itemType),
          ...choose(NEW_IDS.projectType, words.projectType, kinds.projectType),
        ]
      : []),
    ...reasonProblems(NEW_IDS.reason, reason, words.reasonMissing),
  ]
}

/** As the server takes it; nothing while something is missing. */
export function wishOf(wish: NewWish): NewItem | undefined {
  const { kind, source = '', domain, itemType, projectType } = wish
  if (wishProblems(wish).length > 0) return undefined
  const said = { name: wish.name.trim(), reason: wish.reason.trim() }
  if (kind !== 'nothing') return { ...said, from: { kind, item: source } }
  if (domain === undefined || itemType === undefined || projectType === undefined) return undefined
  return { ...said, from: { kind, domain, itemType, projectType } }
}
