import type { OutsideItem } from '#capabilities/catalogue/contract/outside-item-routes.ts'
import { outsideWords as words } from './words.ts'

type Details = OutsideItem['details']

/** What an outside system says of its item, as it is typed. */
export interface TypedDetails {
  days: string
  papers: string
}

export const typedDetails = ({ promisedDays, materials = [] }: Details): TypedDetails => ({
  ...{ days: promisedDays === undefined ? '' : String(promisedDays), papers: materials.join('\n') },
})

const MOST = 60
const LONGEST = 100
const namesIn = (papers: string): string[] => [
  ...new Set(papers.split('\n').flatMap((line) => line.trim() || [])),
]

export function detailsProblems(
  { days, papers }: TypedDetails,
  known: Details,
): { days?: string; papers?: string } {
  const plain = days.normalize('NFKC').trim()
  const names = namesIn(papers)
  const fits = names.length <= MOST && names.every((name) => name.length <= LONGEST)
  return {
    ...(plain === '' && known.promisedDays !== undefined ? { days: words.daysKept } : {}),
    ...(plain === '' || /^\d{1,3}$/.test(plain) ? {} : { days: words.daysWrong }),
    ...(fits ? {} : { papers: words.papersWrong }),
  }
}

/** Only what was written; what was never said is not said to be empty. */
export function detailsOf({ days, papers }: TypedDetails, known: Details): Details {
  const plain = days.normalize('NFKC').trim()
  const names = namesIn(papers)
  return {
    ...(plain === '' ? {} : { promisedDays: Number(plain) }),
    ...(names.length === 0 && known.materials === undefined ? {} : { materials: names }),
  }
}
