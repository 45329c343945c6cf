import type { FastifyInstance } from 'fastify'
import type { House } from '../../house.ts'
import { sendPage } from '../../http/send.ts'
import { SearchPage } from './page.tsx'

/** The box takes sixty; of an address written by hand only so much is shown again. */
const WORDS_AT_MOST = 100

export function mountSearch(app: FastifyInstance, house: House): void {
  app.get<{ Querystring: { q?: string | string[]; cursor?: string | string[] } }>(
    '/search',
    async (request, reply) => {
      const visit = await house.enter(request, reply)
      const words = one(request.query.q).trim().slice(0, WORDS_AT_MOST)
      const cursor = one(request.query.cursor)
      const found = words === '' ? { items: [] } : await house.services.search(words, cursor || undefined)
      return sendPage(reply, visit, SearchPage({ visit, words, later: cursor !== '', ...found }))
    },
  )
}

function one(value: string | string[] | undefined): string {
  return (Array.isArray(value) ? value[0] : value) ?? ''
}
