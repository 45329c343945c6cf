import type { FastifyInstance } from 'fastify'
import type { CaseDetail } from '#capabilities/portal/contract.ts'
import { newId } from '#platform/id.ts'
import type { Problem } from '#ui/components/index.ts'
import { isRefused, type House } from '../../house.ts'
import { renderPart } from '#ui/html.ts'
import { seeOther, sendPage } from '../../http/send.ts'
import { receiveOneFile } from '../../http/upload.ts'
import { problemsOf } from '../../problems.ts'
import { enterCase, type CaseParams } from '../case/own-case.ts'
import { HandedLine, uploadPath } from './paper.tsx'
import { mendOf, SupplementPage, type HandedFile } from './page.tsx'
import { byMaterial } from './by-material.ts'
import { receiveSupplement } from './receive.ts'

interface UploadParams {
  Params: { no: string; material: string }
}

export function mountSupplement(app: FastifyInstance, house: House): void {
  mountUploads(app, house)
  app.get<CaseParams>('/my/cases/:no/supplement', async (request, reply) => {
    const entered = await enterCase(house, request, reply)
    if (!entered) return reply
    if (!entered.detail.supplement?.open) return seeOther(reply, `/my/cases/${request.params.no}`)
    return sendPage(reply, entered.visit, SupplementPage({ ...entered, requestId: newId() }))
  })

  app.post<CaseParams>('/my/cases/:no/supplement', async (request, reply) => {
    const entered = await enterCase(house, request, reply)
    if (!entered) return reply
    const { visit, detail } = entered
    const { no } = detail.summary
    const received = await receiveSupplement(request, reply, visit, no)
    if (!received) return reply
    const { handed, requestId } = received
    let problems = [...received.problems, ...notAnswered(detail, handed, received.problems)]
    if (problems.length === 0) {
      const answer = await house.services.supply(visit.visitor, no, byMaterial(handed), requestId)
      if (!isRefused(answer)) return seeOther(reply, `/my/cases/${no}`)
      problems = problemsOf(answer, (field) => `material-${field}-file`)
    }
    return sendPage(
      reply,
      visit,
      SupplementPage({ visit, detail, requestId: newId(), handed, problems }),
      422,
    )
  })
}

/** A script sends each file by itself; it becomes part of the case only when the form that names it is handed in. */
function mountUploads(app: FastifyInstance, house: House): void {
  app.post<UploadParams>(uploadPath(':no', ':material'), async (request, reply) => {
    const entered = await enterCase(house, request, reply)
    if (!entered) return reply
    const { visit, detail } = entered
    const { material } = request.params
    const received = await receiveOneFile(request, reply, visit, (upload) =>
      house.services.uploadForCase(visit.visitor, detail.summary.no, material, upload),
    )
    if (received === undefined) return reply
    const { answer } = received
    if (isRefused(answer)) return reply.code(422).send({ sentence: answer.sentence })
    return reply.send({ line: renderPart(HandedLine({ file: { ...answer, material } })) })
  })
}

/**
 * The notice is answered as a whole: each paper it names needs a file, unless its upload has just failed. The form is put right
 * where it was filled in and needs none.
 */
function notAnswered(
  detail: CaseDetail,
  handed: readonly HandedFile[],
  failed: readonly Problem[],
): Problem[] {
  const asked = new Map(detail.supplement?.lines.map((line) => [line.material, line]))
  const mend = mendOf(detail).mend !== undefined
  return [...asked.values()]
    .filter(({ material, mended }) => !mended && !handed.some((file) => file.material === material))
    .map(({ material, name, fromForm }) =>
      fromForm && mend
        ? { target: `material-${material}-form`, message: `请改“${name}”里的内容，再提交` }
        : { target: `material-${material}-file`, message: `请补上“${name}”` },
    )
    .filter((problem) => !failed.some((one) => one.target === problem.target))
}
