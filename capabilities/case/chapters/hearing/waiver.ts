import { Type as T, type Static } from 'typebox'
import type { LegalDay } from '#engine/day.ts'
import type { Refusal } from '#engine/refusal.ts'
import { Answering, answerRefused } from '#capabilities/licence-seal/model.ts'

const { record, signer, signedOn, kept } = Answering.properties
/** What is on record of somebody who gives up the right to a hearing at a window: who signed what, when, and where it lies. */
export const WAIVER = T.Object({ record, signer, signedOn, kept }, { additionalProperties: false })
export type Waiver = Static<typeof WAIVER>

/** Said and not signed it is no waiver, and the days run on, as for every other right to be heard. */
export function waiverRefused(said: Waiver, servedOn: LegalDay, today: LegalDay): Refusal | undefined {
  const form = said.signer === undefined ? 'oral' : 'signed'
  return answerRefused({ ...said, result: 'waived', form, text: '' }, { servedOn, today })
}
