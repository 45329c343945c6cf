import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import type { Answer, CaseRow, FuzzCaller } from './callers.ts'
import type { Description, Operation } from './description.ts'
import type { Asked } from './requests.ts'
import { jsonText } from './mutations.ts'
import type { Json, Schema } from './values.ts'

const BYTES_MAX = 1_048_576
const LIST_MAX = 100

/** What nobody outside is to read: a stack, a file of ours, a statement, a library's or a database's own words. */
const INTERNAL =
  /\bat [^\n"]{1,200}\.[cm]?[jt]sx?:\d+|node_modules|node:internal|"stack"\s*:|file:\/\/|(?<![.\w])\/(?:home|root|tmp|var|usr|opt|srv)\/\w+|\b(?:SELECT|INSERT INTO|UPDATE|DELETE FROM)\s+[\w"]|(?:Type|Range|Reference|Syntax)Error\b|Cannot read propert|violates \w+|syntax error at|relation "|invalid input syntax|ECONNREFUSED|Maximum call stack/g
/** A sentence with a hole in it, or a library's own. */
const HOLES = /undefined|\[object |\bNaN\b|\$\{|\bmust (?:be|match|have|NOT)\b/
const CASE_NO = /(?<!\d)\d{25}(?!\d)/g

/** They show officers somebody unmasked: for a stated reason, or whoever stands before the counter with code and id. */
const REVEALING = ['case.reveal', 'rectification.reveal', 'portal.pickUp', 'portal.heldDraft']

/** Logs that name every case to whoever keeps them: whose applicant was shown, and what each seal stands under (LIC-03). */
const LOGS: Readonly<Record<string, string>> = {
  'administration.audit': 'audit-admin',
  'seals.uses': 'power-registrar',
}

/** Everything a foreign answer must not hold, and the way to find out about a case that was not there before. */
export interface Secrets {
  /** Of this person or town: names, numbers, texts. */
  of(caller: FuzzCaller, revealed: boolean): readonly string[]
  rowOf(no: string): Promise<CaseRow | undefined>
}

/** Says what is wrong with answers; nothing, most of the time. */
export function judge({ operations, problem }: Description, secrets: Secrets) {
  const ajv = new Ajv2020({ strict: false, allErrors: false })
  addFormats.default(ajv)
  const isProblem = ajv.compile(problem)
  const replies = new Map(
    operations.flatMap(({ id, reply }) => (reply ? [[id, ajv.compile(closed(reply))] as const] : [])),
  )

  function refusalFlaws({ status, type, text }: Answer): string[] {
    if (!type.startsWith('application/problem+json'))
      return [`an error of type ${type}: ${text.slice(0, 200)}`]
    const body = JSON.parse(text) as { status: number; code: string; detail: string }
    return [
      ...(isProblem(body) ? [] : [`not a problem: ${ajv.errorsText(isProblem.errors)}`]),
      ...(body.status === status ? [] : [`says ${body.status} under ${status}`]),
      ...(/^[a-z0-9-]+$/.test(body.code) ? [] : [`code ${body.code}`]),
      ...(/\p{Script=Han}/u.test(body.detail) ? [] : [`detail is no Chinese: ${body.detail}`]),
      ...(HOLES.test(body.detail) ? [`detail has a hole: ${body.detail}`] : []),
    ]
  }

  function replyFlaws(operation: Operation, asked: Asked, text: string): string[] {
    const fits = replies.get(operation.id)!
    const body = JSON.parse(text) as { items?: unknown[] }
    const limit = Number(/[?&]limit=(\d+)/.exec(asked.url)?.[1] ?? LIST_MAX)
    return [
      ...(fits(body) ? [] : [`not as described: ${ajv.errorsText(fits.errors)}`]),
      ...(Array.isArray(body?.items) && body.items.length > limit
        ? [`${body.items.length} of ${limit} lines`]
        : []),
    ]
  }

  return async (
    caller: FuzzCaller,
    operation: Operation,
    asked: Asked,
    answer: Answer,
  ): Promise<string[]> => {
    const { status, text } = answer
    const bytes = operation.reply === undefined && status < 300
    const described = status >= 200 && status < 300 && !bytes
    const isReveal = REVEALING.includes(operation.id)
    const named = caller.standing.includes(LOGS[operation.id] ?? '')
      ? []
      : await foreignCases(secrets, caller, asked, answer)
    return [
      ...(status < 500 ? [] : [`status ${status}`]),
      ...(status >= 400 ? refusalFlaws(answer) : []),
      ...(described ? replyFlaws(operation, asked, text) : []),
      ...(bytes
        ? []
        : [...textFlaws(asked, answer), ...told(secrets.of(caller, isReveal), asked, answer), ...named]),
    ]
  }
}

/** The same of a page: calm, bounded, nobody else's, and nothing of what was sent has become markup. */
export function judgePages(secrets: Secrets) {
  return async (caller: FuzzCaller, asked: Asked, answer: Answer): Promise<string[]> => {
    const { status, type, text } = answer
    const flaws = [
      ...(status < 500 ? [] : [`status ${status}`]),
      ...(status >= 400 && !type.includes('html') ? [type] : []),
    ]
    if (!type.includes('html')) return flaws
    const markup = ['<svg onload=fuzz1>', '<script>alert(1)'].filter((part) => text.includes(part))
    return [
      ...flaws,
      ...textFlaws(asked, answer),
      ...markup.map((part) => `unescaped ${part}`),
      ...told(secrets.of(caller, false), asked, answer),
      ...(await foreignCases(secrets, caller, asked, answer)),
    ]
  }
}

function textFlaws(asked: Asked, { text }: Answer): string[] {
  const sent = whatWasSent(asked)
  const internal = (text.match(INTERNAL) ?? []).filter((words) => !sent.includes(words))
  return [
    ...internal.map((words) => `internal words: ${words}`),
    ...(Buffer.byteLength(text) <= BYTES_MAX ? [] : [`${Buffer.byteLength(text)} bytes`]),
  ]
}

/** What the sender wrote may come back to the sender. */
function told(secret: readonly string[], asked: Asked, { text }: Answer): string[] {
  const found = secret.filter((words) => text.includes(words))
  const sent = found.length === 0 ? '' : whatWasSent(asked)
  return found.filter((words) => !sent.includes(words)).map((words) => `tells ${words}`)
}

async function foreignCases(
  secrets: Secrets,
  caller: FuzzCaller,
  asked: Asked,
  { text }: Answer,
): Promise<string[]> {
  const numbers = [...new Set(text.match(CASE_NO))]
  const sent = numbers.length === 0 ? '' : whatWasSent(asked)
  const rows = await Promise.all(numbers.filter((no) => !sent.includes(no)).map((no) => secrets.rowOf(no)))
  return rows.flatMap((row) =>
    row === undefined || caller.sees(row) ? [] : [`names the foreign case ${row.no}`],
  )
}

function whatWasSent({ url, headers, payload = '' }: Asked): string {
  let plain = url
  try {
    plain = decodeURIComponent(url)
  } catch {
    // An address with a broken encoding is compared as it is.
  }
  const body = String(payload)
  return [plain, body, JSON.stringify(headers), unescaped(body)].join('\n')
}

function unescaped(body: string): string {
  try {
    return jsonText(JSON.parse(body) as Json)
  } catch {
    return ''
  }
}

/** The same schema, satisfied by nothing that it does not name: what is not described does not go out. */
export function closed(schema: Schema, within = false): Schema {
  const parts = (list: readonly Schema[], inside: boolean) => list.map((one) => closed(one, inside))
  const record = (of: Readonly<Record<string, Schema>>) =>
    Object.fromEntries(Object.entries(of).map(([name, one]) => [name, closed(one)]))
  const isClosable =
    (schema.type === 'object' && schema.properties !== undefined) || schema.allOf !== undefined
  return {
    ...schema,
    ...(schema.properties ? { properties: record(schema.properties) } : {}),
    ...(schema.patternProperties ? { patternProperties: record(schema.patternProperties) } : {}),
    ...(schema.items ? { items: closed(schema.items) } : {}),
    ...(schema.anyOf ? { anyOf: parts(schema.anyOf, within) } : {}),
    ...(schema.allOf ? { allOf: parts(schema.allOf, true) } : {}),
    ...(isClosable && !within ? { unevaluatedProperties: false } : {}),
  } as Schema
}
