import fc from 'fast-check'
import { PAGES } from '../matrix/pages.ts'
import { nastyNames, nastySegments, nastyTexts } from './nasty.ts'
import type { Asked } from './requests.ts'

/** A form as it stands on a page: where it goes and what it sends when nothing is changed. */
export interface Form {
  action: string
  isUpload: boolean
  fields: readonly (readonly [name: string, value: string])[]
}

/** The forms of a page, as a browser without scripts would send them. */
export function formsOn(html: string): Form[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)]
    .filter(([, head]) => /method="post"/.test(head!))
    .map(([, head, inside]) => ({
      action: attribute(head!, 'action'),
      isUpload: head!.includes('multipart/form-data'),
      fields: [...inside!.matchAll(/<(?:input|select|textarea|button)\b([^>]*)>/g)]
        .map(([, field]) => [attribute(field!, 'name'), attribute(field!, 'value')] as const)
        .filter(([name]) => name !== ''),
    }))
}

function attribute(head: string, name: string): string {
  const found = new RegExp(`\\b${name}="([^"]*)"`).exec(head)?.[1] ?? ''
  return found
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&amp;/g, '&')
}

/** Names that some page reads from its query. */
const QUERY = [
  'q',
  'cursor',
  'to',
  'code',
  'then',
  'domain',
  'place',
  'region',
  'page',
  'mode',
  'person',
  'state',
  'inline',
]

/** Addresses of every page, with real, foreign and impossible parts and queries. */
export function visits(places: Readonly<Record<string, readonly string[]>>): fc.Arbitrary<Asked> {
  const paths = PAGES.filter(({ method }) => method === 'GET').map(({ path }) => path)
  const part = (name: string) =>
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...(places[name] ?? ['x'])) },
      { weight: 2, arbitrary: fc.constantFrom(...nastySegments) },
    )
  const query = fc.array(
    fc.tuple(fc.constantFrom(...QUERY, '__proto__', 'a[b]'), fc.constantFrom(...nastySegments, '1', 'on')),
    { maxLength: 3 },
  )
  return fc.constantFrom(...paths).chain((path) => {
    const names = [...path.matchAll(/:(\w+)/g)].map(([, name]) => name!)
    return fc.tuple(fc.tuple(...names.map(part)), query).map(([values, asked]) => {
      const url = path.replace(/:\w+/g, () => values.shift()!)
      const search = asked.map(([name, value]) => `${name}=${value}`).join('&')
      return { method: 'GET', url: search === '' ? url : `${url}?${search}`, headers: {} }
    })
  })
}

/** A form that the page itself offers, sent with something in it that no browser would send. */
export function posts(forms: readonly Form[]): fc.Arbitrary<Asked> {
  const odd = fc.oneof(
    fc.constantFrom(...nastyTexts, 'x'.repeat(30_000), '长'.repeat(5_000)),
    fc.string({ unit: 'binary', maxLength: 40 }),
  )
  const how = fc.constantFrom('replace', 'replace', 'drop', 'twice', 'extra')
  const changes = fc.array(fc.tuple(how, fc.nat(100), odd, fc.constantFrom(...nastyNames)), { maxLength: 4 })
  return fc.tuple(fc.constantFrom(...forms), changes).map(([form, list]) => {
    const fields = list.reduce(
      (now, [kind, at, text, name]) => changed(now, kind, at, text, name),
      [...form.fields],
    )
    return { method: 'POST', url: form.action, ...(form.isUpload ? asParts(fields) : asFields(fields)) }
  })
}

type Fields = (readonly [string, string])[]

/** The token stays: without it nothing behind it would be reached. */
function changed(fields: Fields, how: string, at: number, text: string, name: string): Fields {
  const index = at % Math.max(1, fields.length)
  const field = fields[index]
  if (how === 'extra' || field === undefined) return [...fields, [name, text]]
  if (field[0] === 'csrf') return fields
  if (how === 'drop') return fields.filter((_each, place) => place !== index)
  if (how === 'twice') return [...fields, [field[0], text]]
  return fields.map((each, place) => (place === index ? [each[0], text] : each))
}

function asFields(fields: Fields): Pick<Asked, 'headers' | 'payload'> {
  const payload = fields
    .map((pair) => pair.map((text) => encodeURIComponent(text.toWellFormed())).join('='))
    .join('&')
  return { headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload }
}

function asParts(fields: Fields): Pick<Asked, 'headers' | 'payload'> {
  const parts = fields.map(
    ([name, text]) =>
      `--fuzz\r\ncontent-disposition: form-data; name="${name.replace(/["\r\n]/g, '')}"\r\n\r\n${text}\r\n`,
  )
  return {
    headers: { 'content-type': 'multipart/form-data; boundary=fuzz' },
    payload: `${parts.join('')}--fuzz--\r\n`,
  }
}

/** Addresses of every page for every value of its parts, to be read for its forms. */
export function urlsOf(places: Readonly<Record<string, readonly string[]>>): string[] {
  const pages = PAGES.filter(({ method, path }) => method === 'GET' && !/pdf|files|papers/.test(path))
  return pages.flatMap(({ path }) => filledIn(path, places))
}

function filledIn(path: string, places: Readonly<Record<string, readonly string[]>>): string[] {
  const name = /:(\w+)/.exec(path)?.[1]
  if (name === undefined) return [path]
  return (places[name] ?? []).flatMap((value) => filledIn(path.replace(`:${name}`, value), places))
}
