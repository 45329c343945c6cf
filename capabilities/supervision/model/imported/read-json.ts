import { parse, visit, type ParseError } from 'jsonc-parser'

export interface JsonRecord {
  /** The key the record's list stands under: `up_pro_accept`. */
  table: string | undefined
  line: number
  values: Readonly<Record<string, unknown>>
}

/** A list of objects, or lists of them under the names of their tables; nothing when it is neither. */
export function readJsonRecords(text: string): JsonRecord[] | undefined {
  // The reader calls itself for every bracket, and the records of these tables have none inside.
  if (isDeep(text)) return undefined
  const errors: ParseError[] = []
  const whole: unknown = parse(text, errors, { disallowComments: true, allowTrailingComma: false })
  if (errors.length > 0) return undefined
  const lists: [string | undefined, unknown][] = Array.isArray(whole)
    ? [[undefined, whole]]
    : isObject(whole)
      ? Object.entries(whole)
      : []
  const lines = linesOf(text)
  const records: JsonRecord[] = []
  for (const [table, list] of lists) {
    if (!Array.isArray(list)) return undefined
    for (const [at, values] of list.entries()) {
      if (!isObject(values)) return undefined
      records.push({ table, values, line: lines.get(`${table ?? ''}/${at}`) ?? 1 })
    }
  }
  return records
}

const DEPTH_MAX = 20

function isDeep(text: string): boolean {
  let depth = 0
  let quoted = false
  for (let at = 0; at < text.length && depth <= DEPTH_MAX; at++) {
    const sign = text[at]!
    if (quoted && sign === '\\') at += 1
    else if (sign === '"') quoted = !quoted
    else if (!quoted && '[{'.includes(sign)) depth += 1
    else if (!quoted && ']}'.includes(sign)) depth -= 1
  }
  return depth > DEPTH_MAX
}

/** On which line each record begins. */
function linesOf(text: string): Map<string, number> {
  const lines = new Map<string, number>()
  let depth = 0
  visit(text, {
    onObjectBegin: (_offset, _length, line, _character, path) => {
      depth += 1
      // Only records themselves are asked for their path: at most one object lies around them.
      if (depth > 2) return
      const [first, second] = path()
      if (typeof first === 'number') lines.set(`/${first}`, line + 1)
      else if (typeof second === 'number') lines.set(`${first}/${second}`, line + 1)
    },
    onObjectEnd: () => {
      depth -= 1
    },
  })
  return lines
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
