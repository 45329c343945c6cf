import { legalDay } from '#engine/day.ts'
import type { SubjectKeys } from '#platform/crypto/subject-keys.ts'
import type { FollowUp, RectificationState } from '../contract/rectification.ts'
import type { RectificationDossier } from '../model/dossier.ts'
import { TOLD_THE_RATER } from '../words/rectification.ts'
import { openTexts } from './texts.ts'

/** What the rater of a case is told; nothing where the rating was not poor or is not taken up yet. */
export async function followUpOf(
  sealing: SubjectKeys,
  dossier: RectificationDossier | null,
): Promise<FollowUp | undefined> {
  if (dossier === null) return undefined
  const { answer, party } = dossier
  const state = dossier.state as RectificationState
  const told = { state, text: TOLD_THE_RATER[state] }
  if (answer === undefined) return told
  const open = await openTexts(sealing, party, [answer.text])
  return { ...told, answer: open(answer.text), answeredOn: legalDay(answer.by.at) }
}
