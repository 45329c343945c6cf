import { legalDay, type LegalDay } from '#engine/day.ts'
import { held } from '#capabilities/books/index.ts'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import type { Queryable } from '#platform/db/db.ts'
import { faqProposalBook } from './books/faq-proposal.ts'

/** Answers that were adopted since the version came out (已采用的常见问题), with the last day one was written or changed. */
export interface Adopted {
  faq: ItemVersion['faq']
  errors: { wrong: string; right: string }[]
  since?: LegalDay
}

export async function adoptedAnswers(db: Queryable, area: string, item: ItemVersion): Promise<Adopted> {
  const known = new Set([
    ...item.faq.map(({ question }) => question),
    ...(item.guide?.commonErrors ?? []).map(({ wrong }) => wrong),
  ])
  const standing = (await held(db, faqProposalBook, { area, item: item.id, state: 'adopted' })).filter(
    ({ entry }) => !known.has(entry.body.question),
  )
  const days = standing.flatMap(({ entry: { last } }) =>
    [last['adopt'], last['amend']].flatMap((hand) => (hand === undefined ? [] : [legalDay(hand.at)])),
  )
  const [since] = days.toSorted().toReversed()
  const said = (about: 'question' | 'error') =>
    standing
      .filter(({ entry }) => entry.body.about === about)
      .map(({ entry: { body } }) => ({ question: body.question, answer: body.answer ?? '' }))
  return {
    faq: said('question'),
    errors: said('error').map(({ question, answer }) => ({ wrong: question, right: answer })),
    ...(since === undefined ? {} : { since }),
  }
}

/** The item as its guide says it: what was adopted stands beside what the version has. */
export function withAdopted(item: ItemVersion, { faq, errors }: Adopted): ItemVersion {
  if (faq.length === 0 && errors.length === 0) return item
  const commonErrors = [...(item.guide?.commonErrors ?? []), ...errors]
  return {
    ...item,
    faq: [...item.faq, ...faq],
    ...(commonErrors.length === 0 ? {} : { guide: { ...item.guide, commonErrors } }),
  }
}
