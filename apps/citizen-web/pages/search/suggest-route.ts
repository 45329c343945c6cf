import type { FastifyInstance } from 'fastify'
import type { SuggestedItem } from '#capabilities/portal/contract.ts'
import { SUGGESTIONS_AT_MOST, type Suggestion } from '#ui/components/index.ts'
import type { House } from '../../house.ts'

const WORDS_AT_MOST = 60

/** What the search box offers while somebody types. It knows no visitor: neither cookie nor account is looked at. */
export function mountSuggest(app: FastifyInstance, { services }: House): void {
  app.get<{ Querystring: { q?: string | string[] } }>('/suggest', async (request, reply) => {
    const words = ([request.query.q].flat()[0] ?? '').trim().slice(0, WORDS_AT_MOST)
    const items = words === '' ? [] : await services.suggest(words)
    return (
      reply
        // Which area's matters these are, a cookie may say.
        .header('vary', 'cookie')
        .header('cache-control', 'public, max-age=60')
        .send(items.slice(0, SUGGESTIONS_AT_MOST).map((item) => suggestion(item, words)))
    )
  })
}

/** Beside the plain name the official one; instead of it what says why it came up, where nothing of the plain name does. */
function suggestion({ id, name, called, because, why }: SuggestedItem, words: string): Suggestion {
  const note = called.includes(words) ? name : (why ?? because ?? name)
  return { title: called, href: `/items/${id}`, ...(note === called ? {} : { note }) }
}
