import type { FastifyInstance, FastifyReply } from 'fastify'
import type { PublicityNotice } from '#capabilities/case/contract.ts'
import type { PageRefusal } from '#capabilities/portal/contract.ts'
import { newId } from '#platform/id.ts'
import type { Problem } from '#ui/components/index.ts'
import { isRefused, type House, type Visit } from '../../house.ts'
import { enterSignedIn, enterSignedInPosted } from '../../http/guard.ts'
import type { PostedForm } from '../../http/posted.ts'
import { seeOther, sendPage, sendRefusal } from '../../http/send.ts'
import { problemsOf } from '../../problems.ts'
import { NAME_MAX, ObjectingPage, ObjectionToConfirmPage, TEXT_MAX, type Objecting } from './form-page.tsx'
import { objectionPath } from './paths.ts'
import { ObjectionPage } from './receipt-page.tsx'

interface NoticeParams {
  Params: { notice: string }
}

/** 公示异议 online: write, read once more, send; the receipt stays in one's own matters. */
export function mountObjection(app: FastifyInstance, house: House): void {
  const path = '/publicity/:notice/objection'

  app.get<NoticeParams>(path, async (request, reply) => {
    const visit = await enterSignedIn(house, request, reply)
    if (!visit) return reply
    const { notice: id } = request.params
    const [notice, own] = await Promise.all([noticeOf(house, id), house.services.ownNotices(visit.visitor)])
    if (notice === undefined) return sendRefusal(reply, visit, OVER)
    // Whoever signed in on the way here is told before they write anything.
    if (own.includes(id)) return sendRefusal(reply, visit, OWN)
    return sendPage(reply, visit, ObjectingPage({ visit, notice }))
  })

  app.post<NoticeParams>(path, async (request, reply) => {
    const entered = await enterSignedInPosted(house, request, reply)
    if (!entered) return reply
    const { visit, posted } = entered
    const said = read(posted)
    const requestId = posted.text('requestId')
    const problems = missing(said)
    // What was sent before is heard again, whether or not the notice still hangs.
    if (posted.text('step') === 'send' && problems.length === 0 && requestId !== '')
      return send(house, reply, visit, { notice: request.params.notice, said, requestId })
    const notice = await noticeOf(house, request.params.notice)
    if (notice === undefined) return sendRefusal(reply, visit, OVER)
    if (posted.text('step') === 'mend') return sendPage(reply, visit, ObjectingPage({ visit, notice, said }))
    if (problems.length > 0)
      return sendPage(reply, visit, ObjectingPage({ visit, notice, said, problems }), 422)
    return sendPage(reply, visit, ObjectionToConfirmPage({ visit, notice, said, requestId: newId() }))
  })

  app.get<{ Params: { objection: string } }>('/my/objections/:objection', async (request, reply) => {
    const visit = await enterSignedIn(house, request, reply)
    if (!visit) return reply
    const all = await house.services.myObjections(visit.visitor)
    if (isRefused(all)) return sendRefusal(reply, visit, all)
    const objection = all.find(({ id }) => id === request.params.objection)
    if (objection === undefined) return sendRefusal(reply, visit, NOT_YOURS)
    return sendPage(reply, visit, ObjectionPage({ visit, objection }))
  })
}

async function send(
  house: House,
  reply: FastifyReply,
  visit: Visit,
  { notice: id, said, requestId }: { notice: string; said: Objecting; requestId: string },
): Promise<FastifyReply> {
  const { text, from, contact } = said
  const input = { text, ...(from === '' ? {} : { from }), ...(contact === '' ? {} : { contact }) }
  const answer = await house.services.object(visit.visitor, id, input, requestId)
  if (!isRefused(answer)) return seeOther(reply, objectionPath(answer.id))
  const notice = await noticeOf(house, id)
  if (notice === undefined || SETTLED.has(answer.code)) return sendRefusal(reply, visit, answer)
  const problems = problemsOf(answer, (field) => `field-${field}`, 'field-text')
  return sendPage(reply, visit, ObjectingPage({ visit, notice, said, problems }), 422)
}

/** Nothing that is written otherwise would change them. */
const SETTLED: ReadonlySet<string> = new Set([
  'publicity-over',
  'objection-own',
  'objections-enough',
  'request-reused',
])

const OVER: PageRefusal = {
  refused: true,
  code: 'notice-not-found',
  sentence: '这项公示现在没有挂出，可能已经期满。还有要反映的，请拨打12345，或者到窗口说明。',
}

const OWN: PageRefusal = {
  refused: true,
  code: 'objection-own',
  sentence: '这是您自己的申请，不用提异议。要补充说明的，请在“我的办件”里办，或者打公示上的电话。',
}

const NOT_YOURS: PageRefusal = {
  refused: true,
  code: 'objection-not-found',
  sentence: '没有找到这张回执。请从“我的办件”里的“我提出的公示异议”打开。',
}

async function noticeOf({ services }: House, id: string): Promise<PublicityNotice | undefined> {
  const notices = await services.publicNotices()
  return notices.find((each): each is PublicityNotice => each.kind === 'publicity' && each.id === id)
}

function read(posted: PostedForm): Objecting {
  return {
    text: posted.text('text'),
    from: posted.text('from').slice(0, NAME_MAX),
    contact: posted.text('contact').slice(0, NAME_MAX),
  }
}

function missing({ text }: Objecting): Problem[] {
  const length = [...text].length
  if (length < 4) return [{ target: 'field-text', message: '请写出异议内容，至少4个字' }]
  return length > TEXT_MAX
    ? [{ target: 'field-text', message: `异议内容最多${TEXT_MAX}个字，请写短一些或者分两条提` }]
    : []
}
