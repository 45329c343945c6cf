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

/** The least that a JSON Schema of an act's form is content with. */
export function sampleOf(schema: unknown): unknown {
  const asked = (schema ?? {}) as Schema
  if (asked.const !== undefined) return asked.const
  if (asked.enum !== undefined) return asked.enum[0]
  if (asked.anyOf?.[0] !== undefined) return sampleOf(asked.anyOf[0])
  switch (asked.type) {
    case 'object':
      return Object.fromEntries(
        (asked.required ?? []).map((name) => [name, sampleOf(asked.properties?.[name])]),
      )
    case 'array':
      return Array.from({ length: asked.minItems ?? 0 }, () => sampleOf(asked.items))
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
