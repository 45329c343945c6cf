import type { FastifyInstance } from 'fastify'

/** Deeper than any form of ours; what is nested further only serves to exhaust whoever walks through it. */
const DEPTH_MAX = 32

/** JSON and HTML forms as this server reads them. */
export function acceptBodies(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    parse(request, String(body), (error, value) => {
      if (error) done(error)
      else if (isPlain(value, DEPTH_MAX)) done(null, value)
      else done(unreadable())
    })
  })
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (_request, body, done) => {
      const values = formValues(String(body))
      done(values === undefined ? unreadable() : null, values)
    },
  )
}

/**
 * Text that a database can keep: a zero byte or half a surrogate pair is refused at the door instead of failing
 * somewhere inside.
 */
export function isText(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed()
}

function isPlain(value: unknown, depth: number): boolean {
  if (typeof value === 'string') return isText(value)
  if (typeof value !== 'object' || value === null) return true
  if (depth === 0) return false
  return Object.entries(value).every(([name, part]) => isText(name) && isPlain(part, depth - 1))
}

/** `a=1&a=2` becomes a list, everything else one text. */
function formValues(body: string): Record<string, string | string[]> | undefined {
  const values: Record<string, string | string[]> = Object.create(null)
  for (const [name, value] of new URLSearchParams(body)) {
    if (!isText(name) || !isText(value)) return undefined
    const before = values[name]
    // The list grows in place: copied for each of half a million values, it would hold up everybody for minutes.
    if (Array.isArray(before)) before.push(value)
    else values[name] = before === undefined ? value : [before, value]
  }
  return values
}

function unreadable(): Error {
  return Object.assign(new Error('the body holds what no form of ours sends'), { statusCode: 400 })
}
