import type { AllowedAct } from '#capabilities/case/contract.ts'
import type { ActField } from './act-field.ts'
import { ACT_FIELDS } from './act-form.ts'
import { fieldsOfSchema } from './fields-of-schema.ts'

/** The fields drawn for the act, or those of its JSON Schema; codes are read as the server words them. */
export function fieldsOfAct({ act, input, choices = {}, fields: asked }: AllowedAct): readonly ActField[] {
  const fields = asked ?? ACT_FIELDS[act] ?? fieldsOfSchema(input)
  return fields.map((field) => {
    const options = choices[field.name]
    return options === undefined ? field : { ...field, type: 'choice' as const, options }
  })
}
