import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import type { ItemField, PartForm } from './field.ts'
import { form } from './parts/form.ts'
import { law, remedies } from './parts/law.ts'
import { limits } from './parts/limits.ts'
import { materials } from './parts/materials.ts'
import { names } from './parts/names.ts'
import { fees, result } from './parts/outcome.ts'
import { conditions, places, questions } from './parts/places.ts'
import { situations } from './parts/situations.ts'
import type { Part } from './search.ts'

export type { ItemField, ItemLines, PartForm } from './field.ts'

const FORMS: Readonly<Record<Part, (item: ItemVersion) => PartForm>> = {
  ...{
    names,
    law,
    conditions,
    materials,
    form,
    situations,
    limits,
    fees,
    result,
    places,
    remedies,
    questions,
  },
}

/** What is asked in each part, for this item. */
export function partForm(part: Part, item: ItemVersion): PartForm {
  return FORMS[part](item)
}

/** Every field of a part, those of its lines too. */
export function fieldsOfPart(part: Part, item: ItemVersion, at: (pointer: string) => unknown): ItemField[] {
  const asked = partForm(part, item)
  return [
    ...asked.fields,
    ...asked.lines.flatMap((list) => {
      const found = (at(list.at) ?? []) as readonly unknown[]
      return found.flatMap((line, index) => list.fields(`${list.at}/${index}`, line, item))
    }),
  ]
}

const ROOTS: Readonly<Record<string, Part>> = {
  ...{ name: 'names', aliases: 'names', summary: 'names', serves: 'names', ownerTier: 'names' },
  ...{ useLevels: 'names', codes: 'names', source: 'names', legalBasis: 'law', materials: 'materials' },
  ...{ conditions: 'conditions', notAccepted: 'conditions', form: 'form', situations: 'situations' },
  ...{ promisedLimit: 'limits', statutoryLimit: 'limits', process: 'limits', projectType: 'limits' },
  ...{ fee: 'fees', result: 'result', entryModes: 'places', handleTypes: 'places', delivery: 'places' },
  ...{ visits: 'places', visitReason: 'places', enquiryPhone: 'places', complaintPhone: 'places' },
  ...{ remedies: 'remedies', rightsAndDuties: 'remedies', faq: 'questions' },
}

/** The part in which something is edited; nothing where no part holds it. */
export const partOf = (at: string): Part | undefined =>
  at.startsWith('/guide/commonErrors') ? 'questions' : ROOTS[at.split('/')[1] ?? '']
