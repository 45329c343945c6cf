import type { FastifyReply } from 'fastify'
import { timingSafeEqual } from 'node:crypto'
import type { Posted } from '#ui/form/index.ts'
import type { Asked, Visit } from '../house.ts'
import { sendPage } from './send.ts'
import { StalePage } from '../pages/trouble/page.tsx'

/** The fields of a posted form; `text` gives the first value or nothing written. */
export interface PostedForm extends Posted {
  text(name: string): string
}

export function postedForm(request: Asked): PostedForm {
  return formOf(
    typeof request.body === 'object' && request.body !== null
      ? (request.body as Record<string, unknown>)
      : {},
  )
}

export function formOf(fields: Readonly<Record<string, unknown>>): PostedForm {
  const getAll = (name: string): string[] =>
    [Object.hasOwn(fields, name) ? fields[name] : []]
      .flat()
      .filter((value): value is string => typeof value === 'string')
  return {
    getAll,
    get: (name) => getAll(name)[0] ?? null,
    text: (name) => (getAll(name)[0] ?? '').trim(),
  }
}

/** True when the form was made by us for this visitor. Otherwise the page that explains it has been sent. */
export function isOurForm(visit: Visit, reply: FastifyReply, token: string): boolean {
  const { visitor } = visit
  if (visitor.ownsForm?.(token) ?? sameText(token, visitor.csrfToken)) return true
  sendPage(reply, visit, StalePage({ visit }), 403)
  return false
}

function sameText(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}
