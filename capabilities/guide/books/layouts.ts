import { refusal, type Refusal } from '#engine/refusal.ts'
import type { Choice } from '#capabilities/books/model.ts'
import type { Edition } from '../contract.ts'
import { EDITION_NAMES, type GuideBookMeans } from './means.ts'

/** In what a county's plan has its guides printed and laid out (LC-3.5-05, DW-3.3.12-02), and what asks for more copies. */
export interface Layouts {
  editions?: readonly Edition[]
  basis: string
  restockAt?: number
}

export async function layoutsOf(
  { organisation }: Pick<GuideBookMeans, 'organisation'>,
  area: string,
): Promise<{ layouts?: Layouts }> {
  const printing = (await organisation.pack(area))?.body.parameters.guidePrinting
  if (printing === undefined) return {}
  const { layouts: editions, restockAt } = printing.value
  return {
    layouts: {
      basis: printing.clauses.join('、'),
      ...(editions === undefined ? {} : { editions }),
      ...(restockAt === undefined ? {} : { restockAt }),
    },
  }
}

export const layoutChoices = (layouts: Layouts | undefined): Choice[] | undefined =>
  layouts?.editions?.map((value) => ({ value, label: EDITION_NAMES[value] }))

export function wrongLayout(edition: Edition, layouts: Layouts | undefined): Refusal | undefined {
  const { editions, basis } = layouts ?? {}
  if (basis === undefined || editions === undefined || editions.includes(edition)) return undefined
  const names = editions.map((each) => EDITION_NAMES[each]).join('、')
  return refusal('guide-print-layout', { facts: { layouts: names }, basis })
}
