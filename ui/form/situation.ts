import type { ItemVersion, Situation } from '#capabilities/catalogue/contract.ts'
import { askedFields, holds, type FormValues } from './values.ts'
import { variantOf } from './variant.ts'

type Split = Pick<ItemVersion, 'situations' | 'form'>

/** The situation (情形) that these answers make, once they are given; items that are not split have none. */
export function situationOf({ situations = [], form }: Split, answers: FormValues): Situation | undefined {
  if (situations.length === 0) return undefined
  const asked = new Set(askedFields(form, answers).map(({ name }) => name))
  return situations.find(({ when }) =>
    when.every(
      ({ field, equals }) =>
        asked.has(field) && [equals].flat().some((wanted) => holds(answers[field], wanted)),
    ),
  )
}

/** The item as it is in one of its situations: its own papers, steps, limit and fee. */
export function inSituation(item: ItemVersion, no: string | undefined): ItemVersion {
  const situation = no === undefined ? undefined : item.situations?.find((one) => one.no === no)
  if (situation === undefined) return item
  const { materials, promisedLimit, steps, fee } = situation
  return {
    ...item,
    ...(materials === undefined
      ? {}
      : { materials: item.materials.filter(({ id }) => materials.includes(id)) }),
    ...(promisedLimit === undefined ? {} : { promisedLimit }),
    ...(steps === undefined ? {} : { process: { ...item.process, steps } }),
    ...(fee === undefined ? {} : { fee }),
  }
}

/**
 * The one rule for portal, counter and server: what somebody with these answers is asked for, how long it takes and what it costs.
 * Whoever holds the licence already has the variant for it; situations are those of the first application.
 */
export function itemFor(
  published: ItemVersion,
  answers: FormValues,
  kind?: keyof NonNullable<ItemVersion['lifecycle']>,
): ItemVersion {
  if (kind !== undefined) return variantOf(published, kind)
  return inSituation(published, situationOf(published, answers)?.no)
}

/** Questions whose answers decide the situation. */
export const decidingQuestions = ({
  situations = [],
}: Pick<ItemVersion, 'situations'>): ReadonlySet<string> =>
  new Set(situations.flatMap(({ when }) => when.map(({ field }) => field)))
