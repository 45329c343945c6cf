import type { Seeded } from '#engine/testing/seeded.ts'

interface Schema {
  type?: string
  enum?: readonly unknown[]
  const?: unknown
  anyOf?: readonly Schema[]
  properties?: Readonly<Record<string, Schema>>
  required?: readonly string[]
  items?: Schema
  minItems?: number
  minLength?: number
  minimum?: number
  format?: string
}

/** The least that a JSON Schema of an act's form is content with; by chance, where there is some, any of its choices. */
export function sampleOf(schema: unknown, random?: Seeded): unknown {
  const asked = (schema ?? {}) as Schema
  if (asked.const !== undefined) return asked.const
  if (asked.enum !== undefined) return random ? random.oneOf([...asked.enum]) : asked.enum[0]
  if (asked.anyOf?.[0] !== undefined)
    return sampleOf(random ? random.oneOf([...asked.anyOf]) : asked.anyOf[0], random)
  switch (asked.type) {
    case 'object':
      return Object.fromEntries(
        Object.keys(asked.properties ?? {})
          .filter((name) => asked.required?.includes(name) || random?.chance(0.5))
          .map((name) => [name, sampleOf(asked.properties?.[name], random)]),
      )
    case 'array':
      return Array.from({ length: asked.minItems ?? 0 }, () => sampleOf(asked.items, random))
    case 'integer':
    case 'number':
      return asked.minimum ?? 1
    case 'boolean':
      return true
    case 'string':
      return asked.format === 'date'
        ? '2026-01-05'
        : '示例'.repeat(Math.max(1, Math.ceil((asked.minLength ?? 2) / 2)))
    default:
      return {}
  }
}
