import type { FastifyInstance } from 'fastify'
import { newId } from '#platform/id.ts'
import type { Problem } from '#ui/components/index.ts'
import { isRefused, type House } from '../../house.ts'
import { seeOther, sendPage, sendRefusal } from '../../http/send.ts'
import { problemsOf } from '../../problems.ts'
import { enterCase, enterCasePosted, type CaseParams } from '../case/own-case.ts'
import { WithdrawPage, withdrawPath, type Withdrawn } from './page.tsx'

export function mountWithdraw(app: FastifyInstance, house: House): void {
  for (const what of ['application', 'promise'] as const) mountOne(app, house, what)
}

function mountOne(app: FastifyInstance, house: House, what: Withdrawn): void {
  const { services } = house
  const withdraw = what === 'promise' ? services.withdrawPromise : services.withdraw
  const path = withdrawPath(':no', what)

  app.get<CaseParams>(path, async (request, reply) => {
    const entered = await enterCase(house, request, reply)
    if (!entered) return reply
    const { visit, detail } = entered
    // Nothing to take back any more, or never was: the case itself says why.
    if (what === 'promise' && !detail.allowed.some(({ act }) => act === 'withdraw-commitment'))
      return seeOther(reply, `/my/cases/${detail.summary.no}`)
    return sendPage(reply, visit, WithdrawPage({ visit, detail, what, requestId: newId() }))
  })

  app.post<CaseParams>(path, async (request, reply) => {
    const entered = await enterCasePosted(house, request, reply)
    if (!entered) return reply
    const { visit, posted, no } = entered
    const reason = posted.text('reason')
    const enough = [...reason].length >= 2
    const answer = enough ? await withdraw(visit.visitor, no, reason, posted.text('requestId')) : undefined
    if (enough && !isRefused(answer)) return seeOther(reply, `/my/cases/${no}`)
    const detail = await services.myCase(visit.visitor, no)
    if (isRefused(detail)) return sendRefusal(reply, visit, detail)
    const empty: Problem[] = [{ target: 'field-reason', message: '请写一句为什么撤回' }]
    const problems = isRefused(answer) ? problemsOf(answer, (field) => `field-${field}`) : empty
    const page = WithdrawPage({ visit, detail, what, requestId: newId(), reason, problems })
    return sendPage(reply, visit, page, 422)
  })
}
