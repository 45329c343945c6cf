import { NO_AREA, subjectOf } from '#capabilities/party/index.ts'
import { isSealed } from '#platform/crypto/sealed.ts'
import type { Completing } from '../chapter-completing.ts'

/** A correction is held against what was handed in, which only the applicant's key opens. */
export const formBefore: Completing = async ({ sealing }, { dossier }, { input }) => {
  const { before: _sent, ...own } = input
  const subject = subjectOf(dossier.party)
  const [form, applicant] = await sealing.openAll(
    [dossier.form, dossier.applicant].map((sealed) => {
      if (!isSealed(sealed)) throw new Error(`the form of ${dossier.no} is not sealed`)
      return { area: NO_AREA, subject, sealed }
    }),
  )
  const read = (text: string | null | undefined): unknown => (text == null ? null : JSON.parse(text))
  return { input: { ...own, before: { form: read(form), applicant: read(applicant) } } }
}
