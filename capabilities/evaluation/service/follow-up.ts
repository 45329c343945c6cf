import { legalDay } from '#engine/day.ts'
import type { SubjectKeys } from '#platform/crypto/subject-keys.ts'
import type { Queryable } from '#platform/db/db.ts'
import type { FollowUp, RectificationState } from '../contract/rectification.ts'
import { rectificationReader } from '../store/rectifications.ts'
import { TOLD_THE_RATER } from '../words/rectification.ts'
import { openTexts } from './texts.ts'

/** What the rater of a case is told; nothing where the rating was not poor or is not taken up yet. */
export async function followUpOf(
  { db, sealing }: { db: Queryable; sealing: SubjectKeys },
  area: string,
  no: string,
): Promise<FollowUp | undefined> {
  const row = await rectificationReader(db).ofCase(area, no)
  if (row === undefined) return undefined
  const { answer, party } = row.dossier
  const state = row.dossier.state as RectificationState
  const told = { state, text: TOLD_THE_RATER[state] }
  if (answer === undefined) return told
  const open = await openTexts(sealing, party, [answer.text])
  return { ...told, answer: open(answer.text), answeredOn: legalDay(answer.by.at) }
}
