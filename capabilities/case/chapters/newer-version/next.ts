import { legalDay } from '#engine/day.ts'
import { refusal } from '#engine/refusal.ts'
import type { Completing } from '../chapter-completing.ts'

/** The version that holds today: what an applicant says yes to. */
export const versionToday: Completing = async ({ catalogue }, { area, dossier }, { input, now }) => {
  const found = await catalogue.itemInForce(area, dossier.item.id, legalDay(now))
  return found === undefined ? refusal('version-offer-over') : { input: { ...input, next: found.item } }
}
