import type { FastifyInstance } from 'fastify'
import type { NearView } from '#capabilities/portal/contract.ts'
import { isRefused, type House, type Visit } from '../../house.ts'
import { enterSignedIn, enterSignedInPosted } from '../../http/guard.ts'
import { seeOther, sendPage } from '../../http/send.ts'
import { OwedPage, UTILITY_CHOICES, UtilitiesPage } from './page.tsx'

/** Asked by a form and answered on the spot, so that no address bar and no history keeps an account number. */
export function mountUtilities(app: FastifyInstance, house: House): void {
  const nearOf = async ({ region }: Visit): Promise<NearView | undefined> => {
    const near = region === undefined ? undefined : await house.services.near(region)
    return near === undefined || isRefused(near) ? undefined : near
  }

  app.get('/utilities', async (request, reply) => {
    const visit = await enterSignedIn(house, request, reply)
    if (!visit) return reply
    return sendPage(reply, visit, UtilitiesPage({ visit, near: await nearOf(visit) }))
  })

  // Who reloads the answer is asked once more.
  app.get('/utilities/owed', async (_request, reply) => seeOther(reply, '/utilities'))

  app.post('/utilities/owed', async (request, reply) => {
    const entered = await enterSignedInPosted(house, request, reply)
    if (!entered) return reply
    const { visit, posted } = entered
    const near = await nearOf(visit)
    const account = posted.text('account').normalize('NFKC').replaceAll(/[\s-]/g, '')
    const utility = UTILITY_CHOICES.find(({ value }) => value === posted.text('utility'))?.value
    const ask = (problems: { target: string; message: string }[]) =>
      sendPage(reply, visit, UtilitiesPage({ visit, near, account, utility: utility ?? '', problems }), 422)
    const missing = [
      ...(utility === undefined ? [{ target: 'field-utility', message: '请选择哪一种费用' }] : []),
      ...(/^\d{4,20}$/.test(account)
        ? []
        : [{ target: 'field-account', message: '请填写户号，4到20位数字' }]),
    ]
    if (utility === undefined || missing.length > 0) return ask(missing)
    const owed = await house.services.owed(visit.visitor, { utility, account })
    return isRefused(owed)
      ? ask([{ target: 'field-account', message: owed.sentence }])
      : sendPage(reply, visit, OwedPage({ visit, owed, near }), 200, { personal: true })
  })
}
