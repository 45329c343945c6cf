import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import type { ItemField, ItemLines, PartForm } from './field.ts'
import { authority } from './parts/authority.ts'
import { commitment } from './parts/commitment.ts'
import { form } from './parts/form.ts'
import { guideParts } from './parts/guide-parts.ts'
import { law, remedies } from './parts/law.ts'
import { lifecycle } from './parts/lifecycle.ts'
import { limits } from './parts/limits.ts'
import { materials } from './parts/materials.ts'
import { names } from './parts/names.ts'
import { fees, result } from './parts/outcome.ts'
import { conditions, places } from './parts/places.ts'
import { situations } from './parts/situations.ts'
import { special } from './parts/special.ts'
import type { Part } from './search.ts'

export type { ItemField, ItemLines, PartForm } from './field.ts'

const FORMS: Readonly<Record<Part, (item: ItemVersion) => PartForm>> = {
  ...{
    names,
    authority,
    law,
    conditions,
    materials,
    form,
    situations,
    limits,
    commitment,
    special,
    fees,
    result,
    lifecycle,
    places,
    remedies,
    questions: guideParts,
  },
}

/** What is asked in each part, for this item. */
export function partForm(part: Part, item: ItemVersion): PartForm {
  return FORMS[part](item)
}

/** Every field of a part, those of its lines too. */
export function fieldsOfPart(part: Part, item: ItemVersion, at: (pointer: string) => unknown): ItemField[] {
  const asked = partForm(part, item)
  return [...asked.fields, ...linesWithin(asked.lines, item, at).flatMap(({ fields }) => fields)]
}

export interface WrittenLine {
  list: ItemLines
  line: string
  fields: readonly ItemField[]
}

/** Every line of these lists and of the lists within them, with its fields. */
export function linesWithin(
  lists: readonly ItemLines[],
  item: ItemVersion,
  at: (pointer: string) => unknown,
): WrittenLine[] {
  return lists.flatMap((list) =>
    ((at(list.at) ?? []) as readonly unknown[]).flatMap((value, index) => {
      const line = `${list.at}/${index}`
      const below = linesWithin(list.below?.(line, value, item) ?? [], item, at)
      return [{ list, line, fields: list.fields(line, value, item) }, ...below]
    }),
  )
}

const ROOTS: Readonly<Record<string, Part>> = {
  ...{ name: 'names', aliases: 'names', summary: 'names', serves: 'names', domain: 'names' },
  ...{ topics: 'names', themes: 'names', codes: 'names', itemType: 'names', effectiveTo: 'names' },
  ...{ source: 'names', unverified: 'names', ownerTier: 'authority', useLevels: 'authority' },
  ...{ decidingBody: 'authority', powerSource: 'authority', entrustingBody: 'authority' },
  ...{ transferredFrom: 'authority', delegation: 'authority', publicSafety: 'authority' },
  ...{ quantityLimit: 'authority', intermediaryServices: 'authority' },
  ...{ legalBasis: 'law', materials: 'materials', conditions: 'conditions', notAccepted: 'conditions' },
  ...{ form: 'form', situations: 'situations', promisedLimit: 'limits', statutoryLimit: 'limits' },
  ...{ process: 'limits', projectType: 'limits', specialProcedures: 'special', lifecycle: 'lifecycle' },
  ...{ fee: 'fees', result: 'result', entryModes: 'places', handleTypes: 'places', delivery: 'places' },
  ...{ onlineDepth: 'places', visits: 'places', visitReason: 'places', enquiryPhone: 'places' },
  ...{ complaintPhone: 'places', remedies: 'remedies', rightsAndDuties: 'remedies' },
  ...{ faq: 'questions', guide: 'questions' },
}

const BELOW_PROCESS: Readonly<Record<string, Part>> = {
  ...{ commitment: 'commitment', publicity: 'special', forwardsTo: 'special', together: 'special' },
}

/** The part in which something is edited; nothing where no part holds it. */
export function partOf(at: string): Part | undefined {
  const [, root = '', below = ''] = at.split('/')
  return (root === 'process' ? BELOW_PROCESS[below] : undefined) ?? ROOTS[root]
}
