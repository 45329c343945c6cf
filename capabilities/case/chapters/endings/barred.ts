import type { LegalDay } from '#engine/day.ts'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import type { Barred } from './dossier.ts'

const YEARS: Readonly<Record<Barred['by'], number>> = { '78': 1, '79': 3 }

/**
 * What a falsehood leads to beside the refusal. Only matters of public safety, health, life and property bar the applicant:
 * one year after concealed or false papers (第七十八条), three after a licence got by deceit (第七十九条). [K] The law names no
 * first day; counted from the day of the decision, up to and including the same date.
 */
export function barredBy(
  by: Barred['by'],
  { publicSafety }: Pick<ItemVersion, 'publicSafety'>,
  day: LegalDay,
): { barred?: Barred } {
  if (publicSafety === undefined) return {}
  return { barred: { by, until: yearsLater(day, YEARS[by]) } }
}

/** The same date in a later year; from 29 February the last day of that month (民法典第二百零二条). */
function yearsLater(day: LegalDay, years: number): LegalDay {
  const later = `${Number(day.slice(0, 4)) + years}${day.slice(4)}`
  return isDate(later) ? later : later.replace(/-29$/u, '-28')
}

function isDate(day: string): boolean {
  return new Date(`${day}T00:00:00Z`).toISOString().startsWith(day)
}
