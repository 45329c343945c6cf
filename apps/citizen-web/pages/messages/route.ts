import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Problem } from '#ui/components/index.ts'
import { isRefused, type House, type Visit } from '../../house.ts'
import { enterSignedIn, enterSignedInPosted } from '../../http/guard.ts'
import { seeOther, sendPage, sendRefusal } from '../../http/send.ts'
import { problemsOf } from '../../problems.ts'
import { MessagesPage } from './page.tsx'
import { licencePath } from '../licences/page.tsx'
import { objectionPath } from '../objection/paths.ts'
import { MessageSettingsPage, type MessageSettingsProps } from './settings-page.tsx'

const INBOX = '/my/messages'
const SETTINGS = `${INBOX}/settings`

export function mountMessages(app: FastifyInstance, house: House): void {
  const { services } = house

  app.get<{ Querystring: { cursor?: string } }>(INBOX, async (request, reply) => {
    const visit = await enterSignedIn(house, request, reply)
    if (!visit) return reply
    const { visitor } = visit
    const cursor = request.query.cursor === undefined ? undefined : String(request.query.cursor)
    const found = await services.messages(visitor, cursor, visitor.citizen?.unread)
    if (isRefused(found)) return sendRefusal(reply, visit, found)
    return sendPage(reply, visit, MessagesPage({ visit, ...found, later: cursor !== undefined }))
  })

  app.post(`${INBOX}/read`, async (request, reply) => {
    const entered = await enterSignedInPosted(house, request, reply)
    if (!entered) return reply
    const answer = await services.readAllMessages(entered.visit.visitor, entered.posted.text('upTo'))
    return isRefused(answer) ? sendRefusal(reply, entered.visit, answer) : seeOther(reply, INBOX)
  })

  app.post<{ Params: { message: string } }>(`${INBOX}/:message`, async (request, reply) => {
    const entered = await enterSignedInPosted(house, request, reply)
    if (!entered) return reply
    const answer = await services.readMessage(entered.visit.visitor, request.params.message)
    return isRefused(answer)
      ? sendRefusal(reply, entered.visit, answer)
      : seeOther(reply, whereItIsAbout(answer))
  })

  app.get<{ Querystring: { saved?: string } }>(SETTINGS, async (request, reply) => {
    const visit = await enterSignedIn(house, request, reply)
    return visit ? showSettings(reply, visit, { saved: request.query.saved !== undefined }) : reply
  })

  app.post(SETTINGS, async (request, reply) => {
    const entered = await enterSignedInPosted(house, request, reply)
    if (!entered) return reply
    const { visit, posted } = entered
    const email = posted.text('email')
    const wish = posted.text('sms')
    const sms = wish === 'on' ? true : wish === 'off' ? false : undefined
    if (sms === undefined) {
      const problems: Problem[] = [{ target: 'field-sms', message: '请选择要不要短信提醒' }]
      return showSettings(reply, visit, { posted: { email }, problems })
    }
    const answer = await services.saveMessageSettings(visit.visitor, { sms, email })
    if (!isRefused(answer)) return seeOther(reply, `${SETTINGS}?saved=1`)
    const problems = problemsOf(answer, (field) => `field-${field}`)
    return showSettings(reply, visit, { posted: { sms, email }, problems })
  })
}

function whereItIsAbout({ no, licence, objection }: { no: string; licence?: string; objection?: string }) {
  if (objection !== undefined) return objectionPath(objection)
  return licence === undefined ? `/my/cases/${no}` : licencePath(licence)
}

async function showSettings(
  reply: FastifyReply,
  visit: Visit,
  shown: Pick<MessageSettingsProps, 'posted' | 'problems' | 'saved'>,
): Promise<FastifyReply> {
  const settings = await visit.house.services.messageSettings(visit.visitor)
  if (isRefused(settings)) return sendRefusal(reply, visit, settings)
  const page = MessageSettingsPage({ visit, settings, ...shown })
  return sendPage(reply, visit, page, (shown.problems ?? []).length > 0 ? 422 : 200)
}
