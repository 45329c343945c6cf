import type { FastifyInstance, FastifyReply } from 'fastify'
import type { CaseDetail, SupplementFile } from '#capabilities/portal/contract.ts'
import { downloadHeaders } from '#platform/files/download-headers.ts'
import { newId } from '#platform/id.ts'
import type { Problem } from '#ui/components/index.ts'
import { isRefused, type House, type Visit } from '../../house.ts'
import { renderPart } from '#ui/html.ts'
import { enterSignedIn } from '../../http/guard.ts'
import { seeOther, sendPage, sendRefusal } from '../../http/send.ts'
import { receiveOneFile } from '../../http/upload.ts'
import { problemsOf } from '../../problems.ts'
import { enterCase, type CaseParams } from '../case/own-case.ts'
import { HandedLine, keepPath, uploadPath } from './paper.tsx'
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
    const handed = await readyFor(house, entered)
    return sendPage(reply, entered.visit, SupplementPage({ ...entered, requestId: newId(), handed }))
  })

  app.post<CaseParams>('/my/cases/:no/supplement', async (request, reply) => {
    const entered = await enterCase(house, request, reply)
    if (!entered) return reply
    const { visit, detail } = entered
    const { no } = detail.summary
    const received = await receiveSupplement(request, reply, visit, async (material, upload) => {
      const file = await house.services.keepForSupplement(visit.visitor, no, material, upload)
      return isRefused(file) ? file : keptFile(no, file)
    })
    if (!received) return reply
    const { fields, requestId } = received
    const drop = fields['drop']?.[0]
    if (drop !== undefined) return dropped(house, reply, entered, drop)
    const handed = inOrder(await readyFor(house, entered), received.handed)
    const later = fields['then']?.[0] === 'later'
    let problems = [...received.problems, ...(later ? [] : notAnswered(detail, handed, received.problems))]
    if (problems.length === 0) {
      if (later) return seeOther(reply, keptPath(no))
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

/** Back to the paper the file was for. */
async function dropped(
  { services }: House,
  reply: FastifyReply,
  { visit, detail }: Entered,
  id: string,
): Promise<FastifyReply> {
  const { no } = detail.summary
  const file = (await services.supplementFiles(visit.visitor, no)).find((one) => one.id === id)
  const answer = await services.dropFromSupplement(visit.visitor, no, id)
  if (isRefused(answer)) return sendRefusal(reply, visit, answer)
  const paper = file === undefined ? '' : `#material-${file.material}-file`
  return seeOther(reply, `/my/cases/${no}/supplement${paper}`)
}

/** Where files that were left for later lead: to the case, which says that they lie ready. */
const keptPath = (no: string): string => `/my/cases/${no}?kept`

type Entered = NonNullable<Awaited<ReturnType<typeof enterCase>>>

async function readyFor(
  house: House,
  { visit, detail }: Pick<Entered, 'visit' | 'detail'>,
): Promise<HandedFile[]> {
  const { no } = detail.summary
  return (await house.services.supplementFiles(visit.visitor, no)).map((file) => keptFile(no, file))
}

function keptFile(no: string, { id, name, size, material }: SupplementFile): HandedFile {
  return { id, name, size, material, kept: `/my/cases/${no}/supplement/files/${id}` }
}

/**
 * What lies ready and what the form names; the second of two presses finds nothing ready any more and has to hand in the same
 * files in the same order, for it is the same request.
 */
function inOrder(ready: readonly HandedFile[], named: readonly HandedFile[]): HandedFile[] {
  const byId = new Map([...named, ...ready].map((file) => [file.id, file]))
  return [...byId.values()].toSorted((one, other) => (one.id < other.id ? -1 : 1))
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
    const { id, name, size } = answer
    return reply.send({ line: renderPart(HandedLine({ file: { id, name, size, material } })) })
  })

  app.post<UploadParams>(keepPath(':no', ':material'), async (request, reply) => {
    const entered = await enterCase(house, request, reply)
    if (!entered) return reply
    const { visit } = entered
    const { no, material } = request.params
    const { services } = house
    const received = await receiveOneFile(request, reply, visit, (upload) =>
      services.keepForSupplement(visit.visitor, no, material, upload),
    )
    if (received === undefined) return reply
    const { answer, form } = received
    if (isRefused(answer)) return reply.code(422).send({ sentence: answer.sentence })
    const twin = form.text('again') === '' ? undefined : await twinOf(house, visit, no, answer)
    if (twin) await services.dropFromSupplement(visit.visitor, no, answer.id)
    return reply.send({ line: renderPart(HandedLine({ file: keptFile(no, twin ?? answer) })) })
  })

  app.get<{ Params: { no: string; file: string } }>(
    '/my/cases/:no/supplement/files/:file',
    async (request, reply) => {
      const visit = await enterSignedIn(house, request, reply)
      if (!visit) return reply
      const { no, file } = request.params
      const found = await house.services.supplementFile(visit.visitor, no, file)
      if (isRefused(found)) return sendRefusal(reply, visit, found)
      return reply.headers(downloadHeaders(found, { inline: true })).send(found.stream)
    },
  )
}

/** A file sent again because its answer was lost: the one that had arrived stands, and not two of it. */
async function twinOf(
  { services }: House,
  { visitor }: Visit,
  no: string,
  { id, material, size }: SupplementFile,
): Promise<SupplementFile | undefined> {
  const ready = await services.supplementFiles(visitor, no)
  return ready.find((held) => held.id !== id && held.material === material && held.size === size)
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
