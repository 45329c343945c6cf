import type { FastifyInstance } from 'fastify'
import { newId } from '#platform/id.ts'
import type { Problem } from '#ui/components/index.ts'
import { isRefused, type House } from '../../house.ts'
import { seeOther, sendPage, sendRefusal } from '../../http/send.ts'
import { problemsOf } from '../../problems.ts'
import { enterCase, enterCasePosted, type CaseParams } from '../case/own-case.ts'
import { WithdrawPage } from './page.tsx'

export function mountWithdraw(app: FastifyInstance, house: House): void {
  app.get<CaseParams>('/my/cases/:no/withdraw', async (request, reply) => {
    const entered = await enterCase(house, request, reply)
    return entered ? sendPage(reply, entered.visit, WithdrawPage({ ...entered, requestId: newId() })) : reply
  })

  app.post<CaseParams>('/my/cases/:no/withdraw', async (request, reply) => {
    const entered = await enterCasePosted(house, request, reply)
    if (!entered) return reply
    const { visit, posted, no } = entered
    const reason = posted.text('reason')
    const answer =
      reason === ''
        ? undefined
        : await house.services.withdraw(visit.visitor, no, reason, posted.text('requestId'))
    if (reason !== '' && !isRefused(answer)) return seeOther(reply, `/my/cases/${no}`)
    const detail = await house.services.myCase(visit.visitor, no)
    if (isRefused(detail)) return sendRefusal(reply, visit, detail)
    const empty: Problem[] = [{ target: 'field-reason', message: '请写一句为什么撤回' }]
    const problems = isRefused(answer) ? problemsOf(answer, (field) => `field-${field}`) : empty
    return sendPage(reply, visit, WithdrawPage({ visit, detail, requestId: newId(), reason, problems }), 422)
  })
}
