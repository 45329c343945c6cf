import type { FastifyInstance } from 'fastify'
import { isRefused, type House } from '../../house.ts'
import { sendPage } from '../../http/send.ts'
import { answerNotFound } from '../trouble/route.ts'
import { GroupPage, type GroupProps } from './page.tsx'

/** The two ways in which items are put together for people who look around. */
export function mountGroups(app: FastifyInstance, house: House): void {
  const { services } = house
  const mount = (
    path: string,
    kind: GroupProps['kind'],
    ask: (key: string) => ReturnType<typeof services.itemsOfDomain>,
  ) =>
    app.get<{ Params: Record<GroupProps['kind'], string> }>(`${path}/:${kind}`, async (request, reply) => {
      const found = await ask(request.params[kind])
      if (isRefused(found)) return answerNotFound(house, request, reply)
      const visit = await house.enter(request, reply)
      const { title, items } = found
      const several = kind === 'scene' && items.filter(({ online }) => online).length > 1
      const together = several ? { together: `/scenes/${request.params[kind]}/together` } : {}
      return sendPage(reply, visit, GroupPage({ visit, kind, title, items, ...together }))
    })
  mount('/domains', 'domain', (key) => services.itemsOfDomain(key))
  mount('/scenes', 'scene', (key) => services.scene(key))
}
