import type { FormField, FormSchema } from '#capabilities/catalogue/contract.ts'
import { maxLength } from './check.ts'
import { yesNo } from './values.ts'

export type JsonSchema = { readonly [key: string]: unknown }

/**
 * The form as JSON Schema 2020-12, for interfaces that file without our pages. All values are text, as in a
 * posted form. Check characters, bounds of numbers in text and answers that must agree (`x-agrees`) cannot be told in JSON Schema: `check` has the last word.
 */
export function jsonSchema(schema: FormSchema): JsonSchema {
  const conditional = schema.fields.filter((field) => field.showWhen && field.required)
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: schema.title,
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(schema.fields.map((field) => [field.name, fieldSchema(field)])),
    required: schema.fields.filter((field) => field.required && !field.showWhen).map((field) => field.name),
    ...(conditional.length === 0 ? {} : { allOf: conditional.map((field) => condition(schema, field)) }),
  }
}

function fieldSchema(field: FormField): JsonSchema {
  return {
    title: field.label,
    ...(field.hint === undefined ? {} : { description: field.hint }),
    ...shape(field),
    'x-kind': field.type,
    ...(field.minimum === undefined ? {} : { 'x-minimum': field.minimum }),
    ...(field.maximum === undefined ? {} : { 'x-maximum': field.maximum }),
    ...(field.element === undefined ? {} : { 'x-element': field.element }),
    ...(field.section === undefined ? {} : { 'x-section': field.section }),
    ...(field.agrees === undefined ? {} : { 'x-agrees': field.agrees }),
  }
}

function shape(field: FormField): JsonSchema {
  const values = (field.options ?? []).map((option) => option.value)
  switch (field.type) {
    case 'citizen-id':
      return { type: 'string', pattern: '^\\d{17}[\\dX]$' }
    case 'credit-code':
      return { type: 'string', pattern: '^[0-9A-HJ-NPQRTUWXY]{2}\\d{6}[0-9A-HJ-NPQRTUWXY]{10}$' }
    case 'phone':
      return { type: 'string', pattern: '^(1[3-9]\\d{9}|0\\d{2,3}-?\\d{7,8}(-\\d{1,6})?)$' }
    case 'date':
      return { type: 'string', format: 'date' }
    case 'integer':
      return { type: 'string', pattern: '^-?(0|[1-9]\\d{0,14})$' }
    case 'money-yuan':
      return { type: 'string', pattern: '^(0|[1-9]\\d{0,11})(\\.\\d{1,2})?$' }
    case 'choice':
      return { type: 'string', enum: values }
    case 'choices':
      return { type: 'array', items: { type: 'string', enum: values }, uniqueItems: true, ...least(field) }
    case 'yes-no':
      return { type: 'string', enum: ['yes', 'no'] }
    case 'region':
      return { type: 'string', pattern: '^\\d{12}$' }
    default:
      return { type: 'string', maxLength: maxLength(field), ...(field.required ? { minLength: 1 } : {}) }
  }
}

function least(field: FormField): JsonSchema {
  return field.required ? { minItems: 1 } : {}
}

function condition(schema: FormSchema, field: FormField): JsonSchema {
  const { field: name, equals } = field.showWhen!
  const asking = schema.fields.find((candidate) => candidate.name === name)
  return {
    if: { properties: { [name]: wanted(asking?.type, equals) }, required: [name] },
    then: { required: [field.name] },
  }
}

function wanted(type: FormField['type'] | undefined, equals: string): JsonSchema {
  if (type === 'choices') return { contains: { const: equals } }
  if (type === 'yes-no') return { const: yesNo(equals) ?? equals }
  return { const: equals }
}
