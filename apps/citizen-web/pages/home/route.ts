import type { FastifyInstance } from 'fastify'
import { isRefused, type House, type Visit } from '../../house.ts'
import { sendPage } from '../../http/send.ts'
import { HomePage, type MineView } from './page.tsx'

export function mountHome(app: FastifyInstance, house: House): void {
  app.get('/', async (request, reply) => {
    const visit = await house.enter(request, reply)
    const [view, mine] = await Promise.all([house.services.home(visit.region), mineOf(visit)])
    return sendPage(reply, visit, HomePage({ visit, view, ...(mine === undefined ? {} : { mine }) }))
  })
}

async function mineOf({ house: { services }, visitor }: Visit): Promise<MineView | undefined> {
  if (visitor.citizen === undefined) return undefined
  const [found, drafts] = await Promise.all([services.myCases(visitor), services.drafts(visitor)])
  return { cases: isRefused(found) ? [] : found.items, drafts }
}
