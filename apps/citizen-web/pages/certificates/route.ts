import type { FastifyInstance } from 'fastify'
import { newId } from '#platform/id.ts'
import type { Problem } from '#ui/components/index.ts'
import { isRefused, type House } from '../../house.ts'
import { enterSignedIn, enterSignedInPosted } from '../../http/guard.ts'
import { seeOther, sendPage, sendRefusal } from '../../http/send.ts'
import { problemsOf } from '../../problems.ts'
import { AskCertificatePage, type AskedValues } from './ask-page.tsx'
import { certificatePath, MyCertificatePage, MyCertificatesPage } from './mine-page.tsx'
import { CertificatesPage } from './page.tsx'

/** Certificates of villages: which there are, asking for one, one's own. */
export function mountCertificates(app: FastifyInstance, house: House): void {
  const { services } = house

  app.get('/certificates', async (request, reply) => {
    const visit = await house.enter(request, reply)
    return sendPage(reply, visit, CertificatesPage({ visit, ...(await services.certificateKinds()) }))
  })

  app.get<{ Querystring: { type?: string } }>('/certificates/ask', async (request, reply) => {
    const visit = await enterSignedIn(house, request, reply)
    if (!visit) return reply
    const { kinds, places } = await services.certificateKinds()
    const kind = kinds.find(({ type, online }) => online && type === String(request.query.type))
    if (kind === undefined) return seeOther(reply, '/certificates')
    return sendPage(reply, visit, AskCertificatePage({ visit, kind, places, requestId: newId() }))
  })

  app.post('/certificates/ask', async (request, reply) => {
    const entered = await enterSignedInPosted(house, request, reply)
    if (!entered) return reply
    const { visit, posted } = entered
    const { kinds, places } = await services.certificateKinds()
    const kind = kinds.find(({ type, online }) => online && type === posted.text('type'))
    if (kind === undefined) return seeOther(reply, '/certificates')
    const values: AskedValues = {
      ...{
        place: posted.text('place'),
        purpose: posted.text('purpose').trim(),
        wish: posted.text('wish').trim(),
      },
    }
    let problems: Problem[] = missingIn(values)
    if (problems.length === 0) {
      const { place, purpose, wish } = values
      const asked = { type: kind.type, place, purpose, ...(wish === '' ? {} : { wish }) }
      const done = await services.askCertificate(visit.visitor, asked, posted.text('requestId') || newId())
      if (!isRefused(done)) return seeOther(reply, certificatePath(done.id))
      // Its own answers may be wrong; asked already or unknown to the register is no fault of the place.
      problems = problemsOf(done, (field) => `field-${field}`)
    }
    const page = AskCertificatePage({ visit, kind, places, values, problems, requestId: newId() })
    return sendPage(reply, visit, page, 422)
  })

  app.get('/my/certificates', async (request, reply) => {
    const visit = await enterSignedIn(house, request, reply)
    if (!visit) return reply
    const found = await services.myCertificates(visit.visitor)
    if (isRefused(found)) return sendRefusal(reply, visit, found)
    return sendPage(reply, visit, MyCertificatesPage({ visit, items: found.items }))
  })

  app.get<{ Params: { certificate: string } }>('/my/certificates/:certificate', async (request, reply) => {
    const visit = await enterSignedIn(house, request, reply)
    if (!visit) return reply
    const view = await services.myCertificate(visit.visitor, request.params.certificate)
    if (isRefused(view)) return sendRefusal(reply, visit, view)
    return sendPage(reply, visit, MyCertificatePage({ visit, view, requestId: newId() }))
  })

  app.post<{ Params: { certificate: string } }>(
    '/my/certificates/:certificate/withdraw',
    async (request, reply) => {
      const entered = await enterSignedInPosted(house, request, reply)
      if (!entered) return reply
      const { visit, posted } = entered
      const { certificate } = request.params
      const pressed = posted.text('requestId') || newId()
      const done = await services.withdrawCertificate(visit.visitor, certificate, pressed)
      return isRefused(done) ? sendRefusal(reply, visit, done) : seeOther(reply, certificatePath(certificate))
    },
  )
}

/** Limits of the fields as the register takes them. */
const missingIn = ({ place, purpose, wish }: AskedValues) => [
  ...(place === '' ? [{ target: 'field-place', message: '请选择便民服务站' }] : []),
  ...(purpose.length < 2 || purpose.length > 100
    ? [{ target: 'field-purpose', message: '请写明做什么用、交给谁，2到100个字' }]
    : []),
  ...(wish.length > 500 ? [{ target: 'field-wish', message: '想证明的情况不超过500个字' }] : []),
]
