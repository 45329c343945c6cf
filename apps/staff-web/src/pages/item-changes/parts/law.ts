import { lines, number, optional, text, yesNo, type ItemLines, type PartForm } from '../field.ts'
import { fieldWords as words } from '../field-words.ts'

/** 设定依据: which law says so, in its own words. */
export const law = (): PartForm => ({ fields: [], lines: [BASES] })

const BASES: ItemLines = {
  ...{ at: '/legalBasis', title: words.bases, one: words.basis },
  fields: (at) => [
    text(`${at}/law`, words.law, 200, { hint: words.lawHint }),
    text(`${at}/documentNumber`, words.documentNumber, 100, optional),
    text(`${at}/article`, words.article, 60),
    text(`${at}/text`, words.lawText, 3000, { hint: words.lawTextHint }),
    text(`${at}/issuer`, words.issuer, 100),
    { at: `${at}/effectiveDate`, label: words.effectiveDate, type: 'date', required: false },
    yesNo(`${at}/verified`, words.verified),
    text(`${at}/note`, words.lawNote, 300, optional),
  ],
  blank: () => ({ law: '', article: '', text: '', issuer: '', verified: false }),
}

/** 救济途径 and what an applicant may and must do. */
export const remedies = (): PartForm => ({
  fields: [
    { ...lines('/rightsAndDuties', words.rights) },
    text('/remedies/reconsideration/body', words.reconsiderationBody, 100),
    number('/remedies/reconsideration/days', words.reconsiderationDays),
    text('/remedies/reconsideration/basis', words.reconsiderationBasis, 200),
    text('/remedies/litigation/court', words.court, 100),
    number('/remedies/litigation/months', words.courtMonths),
    text('/remedies/litigation/basis', words.courtBasis, 200),
    text('/remedies/own', words.ownRemedy, 300, { ...optional, hint: words.ownRemedyHint }),
  ],
  lines: [],
})
