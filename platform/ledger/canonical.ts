import { hash } from 'node:crypto'

/**
 * What may stand in a fact, a request or an answer. `object` rather than an index signature, so that interfaces fit
 * without a cast; `canonical` refuses at run time whatever JSON cannot carry.
 */
export type Json = null | boolean | number | string | object

/**
 * The canonical JSON text of a value (RFC 8785): keys ordered by UTF-16 code units, numbers as ECMAScript writes
 * them, no white space. `undefined` members are dropped as JSON.stringify does; anything else that JSON cannot carry
 * faithfully (NaN, bigint, a Date, a lone surrogate) is a fault, because its hash could not be checked later.
 */
export function canonical(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return canonicalString(value)
    case 'number':
      if (!Number.isFinite(value)) throw new TypeError(`no canonical JSON for the number ${value}`)
      return value === 0 ? '0' : String(value)
    case 'boolean':
      return value ? 'true' : 'false'
    case 'object':
      if (value === null) return 'null'
      return Array.isArray(value) ? canonicalArray(value) : canonicalObject(value)
    default:
      throw new TypeError(`no canonical JSON for ${typeof value}`)
  }
}

/** SM3 (GB/T 32905) of a text, as lower-case hex. */
export const sm3 = (text: string): string => hash('sm3', text, 'hex')

/** The hash under which a request body is remembered: the same id with another body is refused. */
export const requestHash = (body: Json): string => sm3(canonical(body))

/** Text that needs no escape at all: most keys, codes and Chinese sentences. */
const PLAIN = /^[ !#-[\]-\ud7ff\ue000-\uffff]*$/

export function canonicalString(text: string): string {
  if (PLAIN.test(text)) return `"${text}"`
  if (!text.isWellFormed()) throw new TypeError('no canonical JSON for a lone surrogate')
  return JSON.stringify(text)
}

function canonicalArray(values: readonly unknown[]): string {
  let text = '['
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index]
    text += (index === 0 ? '' : ',') + (value === undefined ? 'null' : canonical(value))
  }
  return text + ']'
}

function canonicalObject(value: object): string {
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null) {
    throw new TypeError(`no canonical JSON for a ${value.constructor?.name ?? 'class instance'}`)
  }
  const members = value as Record<string, unknown>
  let text = ''
  // Array.prototype.sort without a comparison orders by UTF-16 code units, which is what the RFC asks for.
  for (const key of Object.keys(members).sort()) {
    const member = members[key]
    if (member !== undefined) text += `${text === '' ? '' : ','}${canonicalString(key)}:${canonical(member)}`
  }
  return `{${text}}`
}
