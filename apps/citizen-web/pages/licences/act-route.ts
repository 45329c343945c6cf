import type { FastifyInstance } from 'fastify'
import { newId } from '#platform/id.ts'
import { formProblems, type Problem } from '#ui/components/index.ts'
import { askedFields, askedInput, askedProblem, check, decode, type FormValues } from '#ui/form/index.ts'
import { isRefused, type House } from '../../house.ts'
import { enterSignedIn, enterSignedInPosted } from '../../http/guard.ts'
import { seeOther, sendPage, sendRefusal } from '../../http/send.ts'
import { problemsOf } from '../../problems.ts'
import { LicenceActPage, type LicenceAct } from './act-page.tsx'
import { licencePath } from './page.tsx'

interface ActParams {
  Params: { number: string; act: string }
}

/** What a licence offers its holder to do; what is not offered any more leads back to the licence, which says how it stands. */
export function mountLicenceAct(app: FastifyInstance, house: House): void {
  const path = '/my/licences/:number/acts/:act'

  app.get<ActParams>(path, async (request, reply) => {
    const visit = await enterSignedIn(house, request, reply)
    if (!visit) return reply
    const { number, act: name } = request.params
    const detail = await house.services.myLicence(visit.visitor, number)
    if (isRefused(detail)) return sendRefusal(reply, visit, detail)
    const act = detail.allowed.find((each) => each.act === name)
    if (act === undefined) return seeOther(reply, licencePath(number))
    return sendPage(reply, visit, LicenceActPage({ visit, detail, act, requestId: newId() }))
  })

  app.post<ActParams>(path, async (request, reply) => {
    const entered = await enterSignedInPosted(house, request, reply)
    if (!entered) return reply
    const { visit, posted } = entered
    const { number, act: name } = request.params
    const detail = await house.services.myLicence(visit.visitor, number)
    if (isRefused(detail)) return sendRefusal(reply, visit, detail)
    const act = detail.allowed.find((each) => each.act === name)
    if (act === undefined) return seeOther(reply, licencePath(number))
    const { title, fields = [] } = act
    const values = decode({ title, fields: [...fields] }, posted)
    let problems = missingFrom(act, values)
    if (problems.length === 0) {
      const input = askedInput(askedFields({ fields }, values), values)
      const pressed = posted.text('requestId') || newId()
      const answer = await house.services.actOnLicence(visit.visitor, number, { act: name, input }, pressed)
      if (!isRefused(answer)) return seeOther(reply, licencePath(number))
      problems = problemsOf(answer, (field) => `field-${field}`)
    }
    return sendPage(
      reply,
      visit,
      LicenceActPage({ visit, detail, act, values, problems, requestId: newId() }),
      422,
    )
  })
}

function missingFrom({ title, fields = [] }: LicenceAct, values: FormValues): Problem[] {
  const common = check({ title, fields: [...fields] }, values)
  const own = askedFields({ fields }, values).flatMap((field) => {
    const message = askedProblem(field, values[field.name])
    return message === undefined || common.some((error) => error.field === field.name)
      ? []
      : [{ field: field.name, message }]
  })
  return formProblems([...common, ...own])
}
