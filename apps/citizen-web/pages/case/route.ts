import type { FastifyInstance } from 'fastify'
import { isRefused, type House } from '../../house.ts'
import { enterSignedIn } from '../../http/guard.ts'
import { attachment, sendBytes, sendPage, sendRefusal } from '../../http/send.ts'
import type { CaseParams } from './own-case.ts'
import { CasePage } from './page.tsx'
import { SubmittedPage } from './submitted-page.tsx'

/** What the applicant has just done, so that the page can say that it has come in. */
interface CameFrom {
  received?: string
  corrected?: string
  kept?: string
}

export function mountCase(app: FastifyInstance, house: House): void {
  app.get<CaseParams & { Querystring: CameFrom }>('/my/cases/:no', async (request, reply) => {
    const visit = await enterSignedIn(house, request, reply)
    if (!visit) return reply
    const found = await house.services.ratedCase(visit.visitor, request.params.no)
    if (isRefused(found)) return sendRefusal(reply, visit, found)
    const { received, corrected, kept } = request.query
    const just = {
      received: received !== undefined,
      corrected: corrected !== undefined,
      kept: kept !== undefined,
    }
    return sendPage(reply, visit, CasePage({ visit, ...found, ...just }))
  })

  app.get<CaseParams>('/my/cases/:no/submitted', async (request, reply) => {
    const visit = await enterSignedIn(house, request, reply)
    if (!visit) return reply
    const found = await house.services.submittedCase(visit.visitor, request.params.no)
    if (isRefused(found)) return sendRefusal(reply, visit, found)
    return sendPage(reply, visit, SubmittedPage({ visit, ...found }))
  })

  app.get<{ Params: { no: string; paper: string } }>(
    '/my/cases/:no/papers/:paper',
    async (request, reply) => {
      const visit = await enterSignedIn(house, request, reply)
      if (!visit) return reply
      const paper = await house.services.paper(visit.visitor, request.params.no, request.params.paper)
      return isRefused(paper) ? sendRefusal(reply, visit, paper) : sendBytes(reply, paper, { personal: true })
    },
  )

  app.get<{ Params: { no: string; file: string } }>('/my/cases/:no/files/:file', async (request, reply) => {
    const visit = await enterSignedIn(house, request, reply)
    if (!visit) return reply
    const file = await house.services.caseFile(visit.visitor, request.params.no, request.params.file)
    if (isRefused(file)) return sendRefusal(reply, visit, file)
    return reply
      .type(file.mediaType)
      .header('content-disposition', attachment(file.fileName))
      .header('cache-control', 'no-store')
      .header('content-security-policy', "default-src 'none'; sandbox")
      .send(file.stream)
  })
}
