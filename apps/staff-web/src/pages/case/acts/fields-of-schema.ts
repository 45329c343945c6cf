import type { ActField } from './act-field.ts'
import { fieldWords } from './words.ts'

interface Schema {
  type?: string
  title?: string
  description?: string
  enum?: readonly unknown[]
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
  format?: string
  file?: string
  items?: Schema
  properties?: Readonly<Record<string, Schema>>
  required?: readonly string[]
}

/** Fields for an act nobody has drawn a form for, from the JSON Schema the server sends with it. */
export function fieldsOfSchema(schema: unknown): ActField[] {
  const { properties = {}, required = [] } = (schema ?? {}) as Schema
  return Object.entries(properties).map(([name, property]) => ({
    name,
    label: property.title ?? fieldWords[name] ?? name,
    required: required.includes(name),
    ...(property.description === undefined ? {} : { hint: property.description }),
    ...kind(property),
  }))
}

function kind(
  schema: Schema,
): Pick<ActField, 'type' | 'sent' | 'options' | 'least' | 'maxLength' | 'minimum' | 'maximum' | 'photo'> {
  const texts = schema.enum?.filter((value): value is string => typeof value === 'string')
  if (texts !== undefined) return { type: 'choice', options: optionsOf(texts) }
  switch (schema.type) {
    case 'boolean':
      return { type: 'yes-no', sent: 'boolean' }
    case 'integer':
      return { type: 'integer', sent: 'number', ...bounds(schema) }
    case 'string':
      if (schema.file === 'photo') return { type: 'text', photo: true }
      return schema.format === 'date' ? { type: 'date' } : textKind(schema)
    case 'array':
      if (schema.items?.enum !== undefined)
        return { type: 'choices', options: optionsOf(schema.items.enum.map(String)) }
      return { type: 'long-text', sent: 'json', maxLength: 4000 }
    default:
      return { type: 'long-text', sent: 'json', maxLength: 4000 }
  }
}

function textKind({ minLength, maxLength }: Schema): Pick<ActField, 'type' | 'least' | 'maxLength'> {
  return {
    type: (maxLength ?? 0) > 100 ? 'long-text' : 'text',
    ...(minLength === undefined ? {} : { least: minLength }),
    ...(maxLength === undefined ? {} : { maxLength }),
  }
}

function bounds({ minimum, maximum }: Schema): Pick<ActField, 'minimum' | 'maximum'> {
  return { ...(minimum === undefined ? {} : { minimum }), ...(maximum === undefined ? {} : { maximum }) }
}

function optionsOf(values: readonly string[]): { value: string; label: string }[] {
  return values.map((value) => ({ value, label: fieldWords[value] ?? value }))
}
