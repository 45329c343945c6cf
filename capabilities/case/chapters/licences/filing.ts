import type { WorkingCalendar } from '#engine/calendar/calendar.ts'
import type { LegalDay } from '#engine/day.ts'
import { refusal, type Refusal } from '#engine/refusal.ts'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import type { LicenceRow } from '#capabilities/licence-seal/index.ts'
import { lastDayToRenew } from '#capabilities/licence-seal/model.ts'
import type { About, AboutAsked } from './about.ts'

interface Asked {
  asked: AboutAsked
  /** As the register has it; nothing where the applicant holds no such licence. */
  row: LicenceRow | undefined
  item: ItemVersion
  today: LegalDay
  calendar: WorkingCalendar
}

/**
 * Whether somebody may file this about a licence: it is theirs and of this item, its law knows such an application, it stands so
 * that there is something to change, renew or cancel, and a renewal comes in time (行政许可法第五十条).
 */
export function aboutOf({ asked, row, item, today, calendar }: Asked): About | Refusal {
  const { kind } = asked
  if (row === undefined || row.dossier.item !== item.id) return refusal('licence-not-found')
  const { dossier } = row
  const variant = item.lifecycle?.[kind]
  if (variant === undefined) return refusal('about-not-offered', { facts: { kind } })
  const { id, number, name, body, state, validUntil, termFrom } = dossier
  const lateRenewal = kind === 'renew' && state === 'expired'
  if (state !== 'valid' && !lateRenewal && !(kind === 'cancel' && state === 'expired'))
    return refusal('about-not-in-force', { facts: { kind, state }, basis: '行政许可法第四十九条、第五十条' })
  if (dossier.application !== undefined)
    return refusal('about-running', { facts: { case: dossier.application.case } })
  // What deceit brought is revoked and bars for three years (第六十九条第二款、第七十九条): giving it up meanwhile is no way round.
  if (kind === 'cancel' && dossier.intent?.ground === 'fraud')
    return refusal('about-being-revoked', { basis: '行政许可法第六十九条第二款' })
  const until = validUntil === undefined ? {} : { validUntil, termFrom }
  const about = { id, number, name, body, kind, ...until, inTime: false }
  return kind === 'renew' ? renewalOf(about, { item, today, calendar }) : about
}

function renewalOf(about: About, { item, today, calendar }: Pick<Asked, 'item' | 'today' | 'calendar'>) {
  const { fileBefore, notEarlierThan, late, basis } = item.lifecycle!.renew!
  const { validUntil } = about
  if (validUntil === undefined) return refusal('renewal-not-needed')
  const first = notEarlierThan && lastDayToRenew(validUntil, notEarlierThan, calendar)
  if (first !== undefined && today < first) return refusal('renewal-early', { facts: { day: first }, basis })
  const last = lastDayToRenew(validUntil, fileBefore, calendar)
  if (today <= last) return { ...about, inTime: true }
  return late === 'accepted' ? about : refusal('renewal-late', { facts: { day: last }, basis })
}

/** Only the body that granted it decides about it; a region chosen wrongly would lead to another. */
export function decidedElsewhere(about: About | undefined, body: string): Refusal | undefined {
  return about === undefined || about.body === body
    ? undefined
    : refusal('about-other-body', { basis: '行政许可法第四十九条、第五十条' })
}
