import { Type as T, type TSchema } from 'typebox'

/** What a text may point at. */
export const REFERENCES = ['item', 'body', 'place', 'region', 'post', 'clause', 'change'] as const
export type Reference = (typeof REFERENCES)[number]

type Said = {
  title: string
  description?: string
}

const said = (title: string, description?: string): Said =>
  description === undefined ? { title } : { title, description }

const pointing = (to: Reference, title: string, description?: string) =>
  T.String({ minLength: 1, maxLength: 60, ref: to, ...said(title, description) })

/** The shapes of what books record; each carries the words people read. */
export const field = {
  item: (title = '事项', hint?: string) => pointing('item', title, hint),
  body: (title = '单位', hint?: string) => pointing('body', title, hint),
  place: (title = '场所', hint?: string) => pointing('place', title, hint),
  region: (title = '行政区划', hint?: string) => pointing('region', title, hint),
  post: (title = '岗位', hint?: string) => pointing('post', title, hint),
  clause: (title = '条款', hint?: string) => pointing('clause', title, hint),
  change: (title = '事项变更', hint?: string) => pointing('change', title, hint),
  several: <S extends TSchema>(one: S, title: string, { least = 1, most = 200 } = {}) =>
    T.Array(one, { minItems: least, maxItems: most, uniqueItems: true, title }),
  text: (
    title: string,
    { least = 1, most = 500, hint }: { least?: number; most?: number; hint?: string } = {},
  ) => T.String({ minLength: least, maxLength: most, ...said(title, hint) }),
  day: (title: string, hint?: string) => T.String({ format: 'date', ...said(title, hint) }),
  count: (title: string, { least = 0, most = 1_000_000 } = {}) =>
    T.Integer({ minimum: least, maximum: most, title }),
  /** A picture of the file store; the act hands in one that was sent before (`service/photos.ts`). */
  photo: (title: string, hint?: string) => T.String({ format: 'uuid', file: 'photo', ...said(title, hint) }),
  yes: (title: string, hint?: string) => T.Boolean(said(title, hint)),
  /** One of several codes, each with its name. */
  choice: <C extends string>(title: string, names: Readonly<Record<C, string>>, hint?: string) =>
    T.Enum(Object.keys(names) as C[], { names, ...said(title, hint) }),
  optional: T.Optional,
}

/** The input and the body of an entry: nothing else is taken. */
export const record = <P extends T.TProperties>(properties: P) =>
  T.Object(properties, { additionalProperties: false })

/** How the shapes above look to whoever words them. */
export interface FieldShape {
  type?: string
  format?: string
  title?: string
  description?: string
  ref?: Reference
  names?: Readonly<Record<string, string>>
  file?: 'photo'
  items?: FieldShape
}

export const shapesOf = (schema: {
  properties: Record<string, TSchema>
}): [name: string, shape: FieldShape][] => Object.entries(schema.properties as Record<string, FieldShape>)

/** What a record points at, by kind. */
export function referencesIn(
  schema: { properties: Record<string, TSchema> },
  body: object,
): { field: string; title: string; to: Reference; id: string }[] {
  const values = body as Readonly<Record<string, unknown>>
  return shapesOf(schema).flatMap(([name, shape]) => {
    const to = shape.ref ?? shape.items?.ref
    const value = values[name]
    if (to === undefined || value === undefined || value === null) return []
    const ids = Array.isArray(value) ? value.map(String) : [String(value)]
    return ids.map((id) => ({ field: name, title: shape.title ?? name, to, id }))
  })
}

/** The pictures a record shows. */
export function photosIn(schema: { properties: Record<string, TSchema> }, body: object): string[] {
  const values = body as Readonly<Record<string, unknown>>
  return shapesOf(schema).flatMap(([name, shape]) => {
    const value = values[name]
    if (shape.file === undefined && shape.items?.file === undefined) return []
    return value === undefined || value === null ? [] : [value].flat().map(String)
  })
}
