import type { FastifyInstance, FastifyReply } from 'fastify'
import { isUnavailable } from '#platform/db/unavailable.ts'
import { renderPage } from '#ui/html.ts'
import { stylesheet } from '#ui/stylesheet.ts'
import { bundle } from './bundle.ts'
import { hallCss } from './css.ts'
import type { HallServices, HallWebOptions, House } from './house.ts'
import { ChoosePage } from './pages/choose-page.tsx'
import { ScreenPage, WaitingPage } from './pages/screen-page.tsx'

export type { HallPlace, HallServices, HallWebOptions } from './house.ts'
export { opening } from './opening.ts'

const css = stylesheet(hallCss)

/** What the screens' scripts and style are built from now. */
export async function hallBuild(): Promise<string> {
  return (await bundle(css.text)).build
}

/** Mounts the screens under `/screen/`: public, masked, without cookies. */
export async function mountHallWeb(
  app: FastifyInstance,
  services: HallServices,
  options: HallWebOptions,
): Promise<void> {
  const house: House = { services, options, css, scripts: await bundle(css.text) }
  await app.register(async (scope) => {
    mountFiles(scope, house)
    mountPages(scope, house)
  })
}

function mountFiles(app: FastifyInstance, { css, scripts }: House): void {
  const forAYear = (reply: FastifyReply, type: string) =>
    reply.type(`${type}; charset=utf-8`).header('cache-control', 'public, max-age=31536000, immutable')
  app.get(css.path, (_request, reply) => forAYear(reply, 'text/css').send(css.text))
  app.get(scripts.script.path, (_request, reply) =>
    forAYear(reply, 'text/javascript').send(scripts.script.text),
  )
  app.get('/screen/worker.js', (_request, reply) =>
    reply.type('text/javascript; charset=utf-8').header('cache-control', 'no-cache').send(scripts.worker),
  )
}

function mountPages(app: FastifyInstance, house: House): void {
  const { services, options, css, scripts } = house
  const choose = async (reply: FastifyReply, q: string, unknown = false) => {
    const places = await services.places()
    const page = ChoosePage({ areaName: options.areaName, places, q, stylesheet: css.path, unknown })
    return html(reply).send(renderPage(page))
  }
  app.get('/screen', async (_request, reply) => reply.redirect('/screen/'))
  app.get<{ Querystring: { q?: string | string[] } }>('/screen/', (request, reply) =>
    choose(reply, [request.query.q].flat()[0]?.trim().slice(0, 40) ?? ''),
  )
  app.get<{ Params: { place: string }; Querystring: { turn?: string | string[] } }>(
    '/screen/:place',
    async (request, reply) => {
      const view = await services.picture(request.params.place)
      if (view === undefined) return choose(reply.code(404), '', true)
      return html(reply).send(
        renderPage(ScreenPage({ view, turn: turnOf(request.query.turn), ...files(house) })),
      )
    },
  )
  // A wall shows no error page: the script has the last picture and asks again by itself.
  app.setErrorHandler((error: { statusCode?: number }, request, reply) => {
    // An address no page of ours leads to.
    if (error.statusCode !== undefined && error.statusCode < 500) return choose(reply.code(404), '', true)
    if (!isUnavailable(error)) options.onFault?.(error, request.routeOptions.url ?? '')
    const { place } = request.params as { place?: string }
    const page = WaitingPage({
      build: scripts.build,
      ...files(house),
      ...(place === undefined ? {} : { place }),
    })
    return html(reply.code(503).header('retry-after', '5')).send(renderPage(page))
  })
}

const files = ({ css, scripts }: House) => ({ stylesheet: css.path, script: scripts.script.path })

const html = (reply: FastifyReply) =>
  reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache')

function turnOf(given: string | string[] | undefined): number {
  const turn = Number([given].flat()[0])
  return Number.isInteger(turn) && turn >= 0 && turn < 1_000_000 ? turn : 0
}
