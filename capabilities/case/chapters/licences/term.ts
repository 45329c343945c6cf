import type { LegalDay } from '#engine/day.ts'
import { isRefusal, refusal, type Refusal } from '#engine/refusal.ts'
import type { ItemVersion, Span } from '#capabilities/catalogue/contract.ts'
import { spanFrom } from '#capabilities/licence-seal/model.ts'
import type { About } from './about.ts'

interface Asked {
  item: Pick<ItemVersion, 'result'>
  about?: About
  /** The day of the decision. */
  today: LegalDay
  /** What the approver wrote. */
  validUntil?: LegalDay
}

/** The last day that may be written, and whether one has to be: what the item's rule leaves to the approver. */
export interface TermOffered {
  /** Stands in the decision unless another is written. */
  given?: LegalDay
  atMost?: LegalDay
  required: boolean
  /** No last day is written at all. */
  none: boolean
  basis?: string
}

/** A renewal in time begins where the old term ends, a late one with the decision. */
function begins({ about, today }: Pick<Asked, 'about' | 'today'>): LegalDay {
  const until = about?.kind === 'renew' ? about.validUntil : undefined
  return until !== undefined && until > today ? until : today
}

/** What the rule of the item says of the term that begins now; a change and giving up leave the term as it was. */
export function termOffered({ item, about, today }: Omit<Asked, 'validUntil'>): TermOffered {
  const { term } = item.result
  if (about?.kind === 'cancel') return { required: false, none: true }
  if (about?.kind === 'change') {
    const { validUntil } = about
    return {
      required: false,
      ...(validUntil === undefined ? { none: true } : { none: false, given: validUntil, atMost: validUntil }),
    }
  }
  if (term === undefined) return { required: false, none: false }
  const { basis } = term
  const from = begins({ ...(about ? { about } : {}), today })
  switch (term.kind) {
    case 'span':
      return limited(from, term, basis, false)
    case 'until':
      return { required: false, none: false, given: term.day, atMost: term.day, basis }
    case 'decided':
      return term.atMost === undefined
        ? { required: false, none: false, basis }
        : limited(from, term.atMost, basis, true)
    case 'none':
      return { required: false, none: true, basis }
  }
}

function limited(from: LegalDay, span: Span, basis: string, required: boolean): TermOffered {
  const day = spanFrom(from, span)
  return { required, none: false, atMost: day, ...(required ? {} : { given: day }), basis }
}

/** The last day a grant writes, by the rule of its item (有效期); the register takes it from there. */
export function termOf({ validUntil, ...asked }: Asked): { until?: LegalDay } | Refusal {
  const offered = termOffered(asked)
  const { given, atMost, required, none, basis } = offered
  const law = basis === undefined ? {} : { basis }
  if (validUntil === undefined)
    return required ? refusal('term-missing', law) : given === undefined ? {} : { until: given }
  if (none) return refusal('term-none', law)
  if (atMost !== undefined && validUntil > atMost)
    return refusal('term-too-long', { facts: { day: atMost }, ...law })
  if (asked.about?.kind !== 'change' && validUntil <= asked.today)
    return refusal('term-passed', { facts: { day: validUntil } })
  return { until: validUntil }
}

/** The same for an act that was not refused. */
export function untilOf(asked: Asked): { until?: LegalDay } {
  const term = termOf(asked)
  return isRefusal(term) ? {} : term
}
