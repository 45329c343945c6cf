import fc from 'fast-check'
import { multipart, pdf } from '../matrix/stage.ts'
import type { Operation, Parameter } from './description.ts'
import { nastyBodies, nastyHeaders, nastyNames, nastySegments } from './nasty.ts'
import { jsonText, nearly } from './mutations.ts'
import { valid, type Json, type Known, type Schema } from './values.ts'

export interface Asked {
  method: string
  url: string
  headers: Record<string, string | string[]>
  payload?: string | Buffer
}

const WRONG = ['nothing', 'path', 'query', 'headers', 'body', 'body', 'body', 'no-json'] as const

/** Requests of one operation: right ones, ones with one thing wrong, and ones whose body is no JSON at all. */
export function requestsOf(
  operation: Operation,
  known: Known,
  examples: readonly Json[] = [],
): fc.Arbitrary<Asked> {
  const { body, isUpload, parameters } = operation
  const query = parameters.filter((each) => each.in === 'query')
  const kinds = WRONG.filter(
    (wrong) =>
      (wrong !== 'path' || operation.path.includes('{')) && (!/body|json/.test(wrong) || body !== undefined),
  )
  return fc.constantFrom(...kinds).chain((wrong) =>
    fc
      .record({
        url: pathOf(operation, known, wrong === 'path'),
        query: queryOf(query, known, wrong === 'query'),
        headers: wrong === 'headers' ? fc.constantFrom(...nastyHeaders) : fc.constant({}),
        body: isUpload ? uploads : body ? bodies(body, known, examples, wrong) : fc.constant(undefined),
      })
      .map(({ url, query: asked, headers, body: sent }) => ({
        method: operation.method,
        url: asked === '' ? url : `${url}?${asked}`,
        headers: { ...sent?.headers, ...headers },
        ...(sent === undefined ? {} : { payload: sent.payload }),
      })),
  )
}

interface Sent {
  headers: Record<string, string>
  payload: string | Buffer
}

export function bodies(
  schema: Schema,
  known: Known,
  examples: readonly Json[],
  wrong: string,
): fc.Arbitrary<Sent> {
  if (wrong === 'no-json')
    return fc.constantFrom(...nastyBodies).map(({ type, text }) => ({
      headers: typed(type),
      payload: text,
    }))
  const right =
    examples.length === 0
      ? valid(schema, known)
      : fc.oneof(fc.constantFrom(...examples), valid(schema, known))
  return (wrong === 'body' ? nearly(right) : right).map(asJson)
}

const typed = (type: string | undefined): Record<string, string> =>
  type === undefined ? {} : { 'content-type': type }

export const asJson = (value: Json): Sent => ({
  headers: { 'content-type': 'application/json' },
  payload: jsonText(value),
})

const uploads: fc.Arbitrary<Sent> = fc
  .tuple(
    fc.oneof(
      fc.constant(pdf('附件')),
      fc.constant(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])),
      fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
    ),
    fc.constantFrom(...nastySegments, 'scan'),
    fc.constantFrom('.pdf', '.pdf', '.png', ''),
  )
  .map(([bytes, name, ending]) => multipart(bytes, name + ending))

/** Dots lead to the address of another operation before anybody reads them. */
const ownSegments = nastySegments.filter((one) => one !== '.' && one !== '..')

function pathOf({ path, parameters }: Operation, known: Known, wrong: boolean): fc.Arbitrary<string> {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!)
  const right = fc.tuple(
    ...names.map((name) => {
      const { schema } = parameters.find((each) => each.in === 'path' && each.name === name)!
      // An id means another thing under every collection.
      const own = known(`${path}:${name}`)
      const values =
        own.length > 0
          ? fc.oneof(
              { weight: 4, arbitrary: fc.constantFrom(...own) },
              { weight: 1, arbitrary: valid(schema, known, name) },
            )
          : valid(schema, known, name)
      return values.map((value) => encodeURIComponent(String(value).toWellFormed()))
    }),
  )
  const fitting = known(path) as readonly string[][]
  const either = fitting.length === 0 ? right : fc.oneof(fc.constantFrom(...fitting), right)
  return fc.tuple(either, fc.constantFrom(...ownSegments), fc.nat(10)).map(([values, odd, at]) => {
    const filled = values.map((value, index) => (wrong && index === at % values.length ? odd : value))
    return path.replace(/\{\w+\}/g, () => filled.shift()!)
  })
}

function queryOf(parameters: readonly Parameter[], known: Known, wrong: boolean): fc.Arbitrary<string> {
  const right = fc.record(
    Object.fromEntries(parameters.map(({ name, schema }) => [name, valid(schema, known, name)])),
    { requiredKeys: [] },
  )
  const names = [...parameters.map(({ name }) => name), ...nastyNames.slice(0, 6)]
  const odd = fc.tuple(
    fc.constantFrom(...names),
    fc.constantFrom('=', '[]=', '[a]=', '', '=a&%=', '[__proto__][x]='),
    fc.constantFrom(...nastySegments),
  )
  return fc.tuple(right, odd, fc.boolean()).map(([values, [name, between, value], instead]) => {
    const pairs = Object.entries(values as Record<string, Json>)
      .filter(([each]) => !(wrong && instead && each === name))
      .map(([each, one]) => `${each}=${encodeURIComponent(String(one).toWellFormed())}`)
    return [
      ...pairs,
      ...(wrong ? [`${encodeURIComponent(name.toWellFormed())}${between}${value}`] : []),
    ].join('&')
  })
}
