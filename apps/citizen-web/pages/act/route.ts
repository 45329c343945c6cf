import type { FastifyInstance, FastifyReply } from 'fastify'
import { newId } from '#platform/id.ts'
import type { Problem } from '#ui/components/index.ts'
import { formProblems } from '#ui/components/index.ts'
import { askedFields, askedInput, askedProblem, check, decode, type FormValues } from '#ui/form/index.ts'
import { isRefused, type House } from '../../house.ts'
import { formOf } from '../../http/posted.ts'
import { seeOther, sendPage } from '../../http/send.ts'
import { problemsOf } from '../../problems.ts'
import { enterCase } from '../case/own-case.ts'
import { receiveSupplement } from '../supplement/receive.ts'
import { byMaterial } from '../supplement/by-material.ts'
import { ActPage, actPath, offeredActs, type OfferedAct } from './page.tsx'

interface ActParams {
  Params: { no: string; act: string }
}

/** Further acts of an applicant on their own case; what is not offered any more leads back to the case, which says why. */
export function mountAct(app: FastifyInstance, house: House): void {
  const path = actPath(':no', ':act')

  app.get<ActParams>(path, async (request, reply) => {
    const entered = await enterCase(house, request, reply)
    if (!entered) return reply
    const act = offered(entered.detail, request.params.act)
    if (act === undefined) return backToCase(reply, request.params.no)
    return sendPage(reply, entered.visit, ActPage({ ...entered, act, requestId: newId() }))
  })

  app.post<ActParams>(path, async (request, reply) => {
    const entered = await enterCase(house, request, reply)
    if (!entered) return reply
    const { visit, detail } = entered
    const { no } = detail.summary
    const received = await receiveSupplement(request, reply, visit, no)
    if (!received) return reply
    const act = offered(detail, request.params.act)
    if (act === undefined) return backToCase(reply, no)
    const { handed, requestId, fields } = received
    const values = decode({ title: act.title, fields: [...(act.fields ?? [])] }, formOf(fields))
    let problems = [...received.problems, ...missingFrom(act, values, handed)]
    if (problems.length === 0) {
      const input = {
        ...askedInput(askedFields({ fields: act.fields ?? [] }, values), values),
        ...(act.papers ? { materials: materialsOf(byMaterial(handed)) } : {}),
      }
      const answer = await house.services.actOnCase(visit.visitor, no, { act: act.act, input }, requestId)
      if (!isRefused(answer)) return backToCase(reply, no)
      problems = problemsOf(answer, (field) => (act.papers ? `material-${field}-file` : `field-${field}`))
    }
    const page = ActPage({ visit, detail, act, values, handed, problems, requestId: newId() })
    return sendPage(reply, visit, page, 422)
  })
}

function offered(detail: Parameters<typeof offeredActs>[0], name: string): OfferedAct | undefined {
  return offeredActs(detail).find(({ act }) => act === name)
}

function backToCase(reply: FastifyReply, no: string): FastifyReply {
  return seeOther(reply, `/my/cases/${no}`)
}

function missingFrom(
  { title, fields = [], papers = [] }: OfferedAct,
  values: FormValues,
  handed: readonly { material: string }[],
): Problem[] {
  const own = askedFields({ fields }, values).flatMap((field) => {
    const message = askedProblem(field, values[field.name])
    return message === undefined ? [] : [{ field: field.name, message }]
  })
  const common = check({ title, fields: [...fields] }, values)
  const given = new Set(handed.map(({ material }) => material))
  const none = papers.length > 0 && handed.length === 0
  // Where any of several will do, one line says so.
  const anyWillDo = papers.every(({ optional }) => optional)
  return [
    ...formProblems([
      ...common,
      ...own.filter(({ field }) => common.every((error) => error.field !== field)),
    ]),
    ...papers
      .filter(({ material }, at) => none && !given.has(material) && (!anyWillDo || at === 0))
      .map(({ material, name }) => ({
        target: `material-${material}-file`,
        message: anyWillDo ? '请至少选一样材料的照片或文件' : `请选择“${name}”的照片或文件`,
      })),
  ]
}

function materialsOf(files: Readonly<Record<string, readonly string[]>>) {
  return Object.entries(files).map(([material, ids]) => ({
    material,
    files: [...ids],
    paperOriginals: 0,
    paperCopies: 0,
  }))
}
