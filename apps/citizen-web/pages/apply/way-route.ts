import type { FastifyInstance } from 'fastify'
import { isRefused, type House } from '../../house.ts'
import { seeOther, sendPage, sendRefusal } from '../../http/send.ts'
import { enterDraft, enterDraftPosted, isBack, type Back, type DraftParams } from './draft.ts'
import { formParts, stepPath } from './progress.ts'
import { WayPage } from './way-page.tsx'

/** The choice between the ordinary way and a promise (告知承诺); where there is none, the step is passed over. */
export function mountWay(app: FastifyInstance, house: House): void {
  app.get<DraftParams & Back>('/apply/:draft/way', async (request, reply) => {
    const entered = await enterDraft(house, request, reply)
    if (!entered) return reply
    const { visit, draft } = entered
    const { commitment } = draft
    return commitment === undefined
      ? seeOther(reply, stepPath(draft.id, 'materials'))
      : sendPage(reply, visit, WayPage({ visit, draft, commitment, back: isBack(request.query) }))
  })

  app.post<DraftParams & Back>('/apply/:draft/way', async (request, reply) => {
    const entered = await enterDraftPosted(house, request, reply)
    if (!entered) return reply
    const { visit, draft, posted } = entered
    const { commitment } = draft
    if (commitment === undefined) return seeOther(reply, stepPath(draft.id, 'materials'))
    if (posted.text('then') === 'back') return seeOther(reply, formParts(draft).at(-1)!.href)
    const way = posted.text('way')
    const back = isBack(request.query)
    const again = (problems: { target: string; message: string }[], chosen?: 'commitment') =>
      sendPage(
        reply,
        visit,
        WayPage({ visit, draft, commitment, problems, back, ...(chosen === undefined ? {} : { chosen }) }),
        422,
      )
    if (way !== 'ordinary' && way !== 'commitment')
      return again([{ target: 'field-way', message: '请选择一种办理方式' }])
    if (way === 'commitment' && posted.text('confirmed') !== 'yes')
      return again(
        [
          {
            target: 'field-confirmed',
            message: '选告知承诺的，请看完承诺书并勾选确认；不想承诺的请选一般办理',
          },
        ],
        'commitment',
      )
    const saved = await house.services.saveDraft(visit.visitor, draft.id, { way })
    return isRefused(saved)
      ? sendRefusal(reply, visit, saved)
      : seeOther(reply, back ? `${stepPath(draft.id, 'check')}#check-where` : stepPath(draft.id, 'materials'))
  })
}
