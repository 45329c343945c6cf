import fc from 'fast-check'
import { nastyNames, nastyTexts } from './nasty.ts'

export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json }

/** As much of JSON Schema as the contracts use. */
export interface Schema {
  type?: string
  const?: Json
  enum?: readonly Json[]
  anyOf?: readonly Schema[]
  allOf?: readonly Schema[]
  properties?: Readonly<Record<string, Schema>>
  patternProperties?: Readonly<Record<string, Schema>>
  required?: readonly string[]
  additionalProperties?: boolean
  items?: Schema
  minItems?: number
  maxItems?: number
  minLength?: number
  maxLength?: number
  pattern?: string
  format?: string
  minimum?: number
  maximum?: number
}

/** Values of the house under this name (`no`, `material`, `cursor` …), so that what is made up reaches further than the first look-up. */
export type Known = (name: string) => readonly Json[]

/** Values a schema accepts. */
export function valid(schema: Schema, known: Known, name = ''): fc.Arbitrary<Json> {
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map((one) => valid(one, known, name)))
  switch (schema.type) {
    case 'string':
      return among(known(name), text(schema))
    case 'integer':
    case 'number':
      return among(known(name), number(schema))
    case 'boolean':
      return fc.boolean()
    case 'array':
      return list(schema, known, name)
    case 'object':
      return object(schema, known)
    default:
      return fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Json>
  }
}

function among(values: readonly Json[], other: fc.Arbitrary<Json>): fc.Arbitrary<Json> {
  if (values.length === 0) return other
  return fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...values) }, { weight: 1, arbitrary: other })
}

function text({ pattern, format, minLength = 0, maxLength = 40 }: Schema): fc.Arbitrary<string> {
  if (format === 'uuid') return fc.uuid()
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern), { size: 'small' })
  const length = { minLength, maxLength: Math.min(maxLength, minLength + 60) }
  return fc.oneof(
    fc.string({ ...length, unit: 'grapheme' }),
    fc.constantFrom(...nastyTexts).filter((one) => one.length >= minLength && one.length <= maxLength),
    // To the brim: what a column or a paper has to hold.
    fc.constant('长'.repeat(maxLength)),
  )
}

function number({ minimum = -(2 ** 31), maximum = 2 ** 31 }: Schema): fc.Arbitrary<number> {
  return fc.integer({ min: minimum, max: maximum })
}

function list({ items = {}, minItems = 0, maxItems = 8 }: Schema, known: Known, name: string) {
  return fc.array(valid(items, known, name), {
    minLength: minItems,
    maxLength: Math.min(maxItems, minItems + 4),
  })
}

function object(schema: Schema, known: Known): fc.Arbitrary<Json> {
  const { properties, patternProperties, required = [] } = schema
  if (properties) {
    const parts = Object.entries(properties).map(([name, part]) => [name, valid(part, known, name)] as const)
    return fc.record(Object.fromEntries(parts), { requiredKeys: [...required] }) as fc.Arbitrary<Json>
  }
  const [any] = Object.values(patternProperties ?? {})
  const keys = fc.oneof(fc.string({ minLength: 1, maxLength: 12 }), fc.constantFrom(...nastyNames))
  return fc.array(fc.tuple(keys, valid(any ?? {}, known)), { maxLength: 4 }).map(ownEntries)
}

/** An object whose every name is its own, `__proto__` too. */
export function ownEntries(entries: readonly (readonly [string, Json])[]): Record<string, Json> {
  const made: Record<string, Json> = {}
  for (const [name, value] of entries)
    Object.defineProperty(made, name, { value, enumerable: true, configurable: true, writable: true })
  return made
}
