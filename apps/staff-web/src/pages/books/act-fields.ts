import type { EntryAct } from '#capabilities/books/contract/book.ts'
import type { AllowedAct } from '#capabilities/case/contract.ts'
import { fieldsOfSchema } from '../case/acts/fields-of-schema.ts'

type Fields = NonNullable<AllowedAct['fields']>

interface Properties {
  properties?: Readonly<Record<string, { type?: string }>>
}

/** What an act of a book asks, with what may be chosen as the server words it. */
export function fieldsOfEntryAct({ input, choices = {} }: Pick<EntryAct, 'input' | 'choices'>): Fields {
  const { properties = {} } = input as Properties
  return fieldsOfSchema(input).map(({ sent, ...field }) => {
    const options = choices[field.name]
    if (options !== undefined) {
      const type = properties[field.name]?.type === 'array' ? ('choices' as const) : ('choice' as const)
      return { ...field, type, options }
    }
    // Raw JSON is never asked for here: what has no shape of its own is a text.
    return sent === undefined || sent === 'json' ? field : { ...field, sent }
  })
}

/** The act as the dialog of every matter draws it. */
export const drawn = ({ choices = {}, ...act }: EntryAct): AllowedAct => ({
  ...act,
  fields: fieldsOfEntryAct({ input: act.input, choices }),
})
