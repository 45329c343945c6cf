import { NO_AREA, subjectOf } from '#capabilities/party/index.ts'
import { isSealed } from '#platform/crypto/sealed.ts'
import type { Completing } from '../chapters/chapter-completing.ts'
import type { SupplementLine } from '../contract.ts'

/** A later notice is held against the very words of the last one, which only the applicant's key opens. */
export const lastNotice: Completing = async ({ sealing }, { dossier }, { input }) => {
  const { before: _sent, ...own } = input
  const { supplement, party } = dossier
  if (supplement === undefined) return { input: own }
  const { lines } = supplement
  if (!isSealed(lines)) throw new Error(`the notice of ${dossier.no} is not sealed`)
  const [opened] = await sealing.openAll([{ area: NO_AREA, subject: subjectOf(party), sealed: lines }])
  return { input: { ...own, before: opened == null ? [] : (JSON.parse(opened) as SupplementLine[]) } }
}
