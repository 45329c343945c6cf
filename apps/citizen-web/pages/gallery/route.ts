import type { FastifyInstance, FastifyReply } from 'fastify'
import { components } from '#ui/components/examples.ts'
import { alonePage, type Looks } from '#ui/gallery/alone.tsx'
import { stylesheet } from '#ui/stylesheet.ts'
import { isThemeName } from '#ui/tokens/colour.ts'
import { citizenCss } from '../../css.ts'
import type { House } from '../../house.ts'
import { sendPage } from '../../http/send.ts'
import { answerNotFound } from '../trouble/route.ts'
import { ComponentPage } from './component-page.tsx'
import { galleryCss } from './css.ts'
import { GalleryPage } from './list-page.tsx'
import { TokensPage } from './tokens-page.tsx'

interface Place {
  component: string
  example: string
}

/** The gallery of components (界面组件), for whoever builds pages; a county that serves people has no such address. */
export function mountGallery(app: FastifyInstance, house: House): void {
  if (!house.options.demo) return
  const css = stylesheet(citizenCss + galleryCss)

  app.get(css.path, async (_request, reply) =>
    reply
      .type('text/css; charset=utf-8')
      .header('cache-control', 'public, max-age=31536000, immutable')
      .send(css.text),
  )

  app.get('/ui', async (request, reply) => {
    const visit = await house.enter(request, reply)
    return sendPage(reply, visit, GalleryPage({ visit, css: css.path }))
  })

  app.get('/ui/tokens', async (request, reply) => {
    const visit = await house.enter(request, reply)
    return sendPage(reply, visit, TokensPage({ visit, css: css.path }))
  })

  app.get<{ Params: Pick<Place, 'component'> }>('/ui/:component', async (request, reply) => {
    const name = request.params.component
    const component = named(name)
    if (!component) return answerNotFound(house, request, reply)
    const visit = await house.enter(request, reply)
    return sendPage(reply, visit, ComponentPage({ visit, css: css.path, name, component }))
  })

  app.get<{ Params: Place; Querystring: Readonly<Record<string, unknown>> }>(
    '/ui/:component/:example',
    async (request, reply) => {
      const component = named(request.params.component)
      const example = component?.examples[Number(request.params.example) - 1]
      if (!component || !example) return answerNotFound(house, request, reply)
      const visit = await house.enter(request, reply)
      return sendAlone(reply, alonePage(component, example, house.css.path, looks(request, visit)))
    },
  )
}

function named(name: string): (typeof components)[string] | undefined {
  return Object.hasOwn(components, name) ? components[name] : undefined
}

/** What the address asks for comes before what this reader chose for every page. */
function looks({ query }: { query: Readonly<Record<string, unknown>> }, visit: Looks): Looks {
  const theme = typeof query.theme === 'string' && isThemeName(query.theme) ? query.theme : visit.theme
  return {
    ...(theme === undefined ? {} : { theme }),
    elder: query.size === undefined ? visit.elder === true : query.size === 'elder',
  }
}

function sendAlone(reply: FastifyReply, html: string): FastifyReply {
  return reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(html)
}
