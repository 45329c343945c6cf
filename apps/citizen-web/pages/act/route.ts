import type { FastifyInstance, FastifyReply } from 'fastify'
import type { CaseDetail } from '#capabilities/portal/contract.ts'
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
import { ChoosePage, notChosen } from './choose-page.tsx'
import {
  ActPage,
  actPath,
  anyWillDo,
  correctedPath,
  offeredActs,
  receivedPath,
  type OfferedAct,
} from './page.tsx'
import { afterChoice, answersOfBoth, firstQuestion } from './two-steps.ts'

interface ActParams {
  Params: { no: string; act: string }
  Querystring: Record<string, unknown>
}

/** Further acts of an applicant on their own case; what is not offered any more leads back to the case, which says why. */
export function mountAct(app: FastifyInstance, house: House): void {
  const path = actPath(':no', ':act')

  app.get<ActParams>(path, async (request, reply) => {
    const entered = await enterCase(house, request, reply)
    if (!entered) return reply
    const act = offered(entered.detail, request.params.act)
    if (act === undefined) return backToCase(reply, request.params.no)
    const first = firstQuestion(act)
    if (first === undefined)
      return sendPage(reply, entered.visit, ActPage({ ...entered, act, requestId: newId() }))
    const chosen = formOf(request.query).get(first.name)
    const second = afterChoice(act, chosen)
    if (second !== undefined && chosen !== null) {
      const page = ActPage({ ...entered, act: second, chosen: { [first.name]: chosen }, requestId: newId() })
      return sendPage(reply, entered.visit, page)
    }
    const problems = chosen === null ? [] : [notChosen(act)]
    return sendPage(reply, entered.visit, ChoosePage({ ...entered, act, problems }), problems[0] ? 422 : 200)
  })

  app.post<ActParams>(path, async (request, reply) => {
    const entered = await enterCase(house, request, reply)
    if (!entered) return reply
    const { visit, detail } = entered
    const { no } = detail.summary
    const received = await receiveSupplement(request, reply, visit, async (material, upload) => {
      const file = await house.services.uploadForCase(visit.visitor, no, material, upload)
      return isRefused(file) ? file : { id: file.id, name: file.name }
    })
    if (!received) return reply
    const whole = offered(detail, request.params.act)
    if (whole === undefined) return backToCase(reply, no)
    const { handed, requestId, fields } = received
    const first = firstQuestion(whole)
    const choice = first === undefined ? null : formOf(fields).get(first.name)
    const act = first === undefined ? whole : afterChoice(whole, choice)
    if (act === undefined)
      return sendPage(
        reply,
        visit,
        ChoosePage({ visit, detail, act: whole, problems: [notChosen(whole)] }),
        422,
      )
    const values = decode({ title: act.title, fields: [...(act.fields ?? [])] }, formOf(fields))
    let problems = [...received.problems, ...missingFrom(act, values, handed)]
    if (problems.length === 0) {
      const input = {
        ...askedInput(askedFields({ fields: act.fields ?? [] }, values), values),
        ...(choice === null ? {} : answersOfBoth(whole, choice, values)),
        ...(act.papers ? { materials: materialsOf(byMaterial(handed)) } : {}),
      }
      const answer = await house.services.actOnCase(visit.visitor, no, { act: act.act, input }, requestId)
      if (!isRefused(answer)) return seeOther(reply, afterwards(detail, act))
      problems = problemsOf(answer, (field) => (act.papers ? `material-${field}-file` : `field-${field}`))
    }
    const chosen = first === undefined || choice === null ? {} : { [first.name]: choice }
    const page = ActPage({ visit, detail, act, chosen, values, handed, problems, requestId: newId() })
    return sendPage(reply, visit, page, 422)
  })
}

function offered(detail: Parameters<typeof offeredActs>[0], name: string): OfferedAct | undefined {
  return offeredActs(detail).find(({ act }) => act === name)
}

/** A form that a notice names was put right for the notice: back to what else it asks. */
function afterwards({ summary: { no }, supplement }: CaseDetail, { act, ...asked }: OfferedAct): string {
  if (act === 'correct-form') {
    const named = supplement?.open && supplement.lines.some(({ fromForm }) => fromForm)
    return named ? `/my/cases/${no}/supplement` : correctedPath(no)
  }
  return anyWillDo({ act, ...asked }) ? receivedPath(no) : `/my/cases/${no}`
}

function backToCase(reply: FastifyReply, no: string): FastifyReply {
  return seeOther(reply, `/my/cases/${no}`)
}

function missingFrom(
  act: OfferedAct,
  values: FormValues,
  handed: readonly { material: string }[],
): Problem[] {
  const { title, fields = [], papers = [] } = act
  const own = askedFields({ fields }, values).flatMap((field) => {
    const message = askedProblem(field, values[field.name])
    return message === undefined ? [] : [{ field: field.name, message }]
  })
  const common = check({ title, fields: [...fields] }, values)
  const given = new Set(handed.map(({ material }) => material))
  const none = papers.length > 0 && handed.length === 0
  // Where any of several will do, one line says so.
  const oneIsEnough = anyWillDo(act)
  return [
    ...formProblems([
      ...common,
      ...own.filter(({ field }) => common.every((error) => error.field !== field)),
    ]),
    ...papers
      .filter(({ material }, at) => none && !given.has(material) && (!oneIsEnough || at === 0))
      .map(({ material, name }) => ({
        target: `material-${material}-file`,
        message: oneIsEnough ? '请至少选一样材料的照片或文件' : `请选择“${name}”的照片或文件`,
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
