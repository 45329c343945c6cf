import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { TogetherView } from '#capabilities/portal/contract.ts'
import { postalProblems } from '#capabilities/portal/model.ts'
import { formProblems, type Problem } from '#ui/components/index.ts'
import { askedFields, check, decode, filledIn, type FormError, type FormValues } from '#ui/form/index.ts'
import { isRefused, type House, type Visit } from '../../house.ts'
import { enterSignedIn, enterSignedInPosted } from '../../http/guard.ts'
import type { PostedForm } from '../../http/posted.ts'
import { kept, receiveFiles } from '../../http/upload.ts'
import { seeOther, sendPage, sendRefusal } from '../../http/send.ts'
import { problemsOf } from '../../problems.ts'
import { postalIn } from '../apply/postal-fields.tsx'
import { answerNotFound } from '../trouble/route.ts'
import { TogetherCheckPage } from './check-page.tsx'
import { CHOSEN, ChoosePage } from './choose-page.tsx'
import { TogetherDonePage } from './done-page.tsx'
import { TogetherFormPage } from './form-page.tsx'
import { openOf, togetherPath } from './frame.tsx'
import { paperTarget, TogetherPapersPage } from './papers-page.tsx'
import { TogetherWherePage, whereForm } from './where-page.tsx'

interface Scene {
  Params: { scene: string }
}
interface Params {
  Params: { together: string }
}
type Asked = FastifyRequest<Params>

/** 几件事一起办: one form over several drafts, every step works without scripts. */
export function mountTogether(app: FastifyInstance, house: House): void {
  mountChoice(app, house)
  mountWhere(app, house)
  mountForm(app, house)
  mountPapers(app, house)
  mountCheck(app, house)
}

function mountChoice(app: FastifyInstance, house: House): void {
  const { services } = house
  app.get<Scene>('/scenes/:scene/together', async (request, reply) => {
    const { scene } = request.params
    const found = await services.togetherChoices(scene)
    if (isRefused(found)) return answerNotFound(house, request, reply)
    const visit = await house.enter(request, reply)
    return sendPage(reply, visit, ChoosePage({ visit, scene, ...found }))
  })

  app.post<Scene>('/scenes/:scene/together', async (request, reply) => {
    const entered = await enterSignedInPosted(house, request, reply)
    if (!entered) return reply
    const { visit, posted } = entered
    const { scene } = request.params
    const chosen = posted.getAll('items')
    const begun = await services.beginTogether(visit.visitor, scene, chosen)
    if (!isRefused(begun)) return seeOther(reply, togetherPath(begun.id, 'where'))
    const found = await services.togetherChoices(scene)
    if (isRefused(found)) return answerNotFound(house, request, reply)
    const problems = [{ target: CHOSEN, message: begun.sentence }]
    return sendPage(reply, visit, ChoosePage({ visit, scene, ...found, chosen, problems }), 422)
  })
}

function mountWhere(app: FastifyInstance, house: House): void {
  const { services } = house
  app.get<Params>('/together/:together/where', async (request, reply) => {
    const entered = await enter(house, request, reply)
    if (!entered) return reply
    const regions = await services.regions()
    return sendPage(reply, entered.visit, TogetherWherePage({ ...entered, regions }))
  })

  app.post<Params>('/together/:together/where', async (request, reply) => {
    const entered = await enterPosted(house, request, reply)
    if (!entered) return reply
    const { visit, view, posted } = entered
    const regions = await services.regions()
    const form = whereForm(view)
    const values = decode(form, posted)
    const postal = values.delivery === 'post' ? { postal: postalIn(posted) } : {}
    const errors = [
      ...check(form, values, { regions }),
      ...(postal.postal ? postalProblems(postal.postal) : []),
    ]
    const again = (found: readonly Pick<FormError, 'field' | 'message'>[]) =>
      TogetherWherePage({
        ...{ visit, regions, view: { ...view, ...values, ...postal } as TogetherView },
        problems: formProblems(found),
      })
    if (errors.length > 0) return sendPage(reply, visit, again(errors), 422)
    const saved = await services.saveTogether(visit.visitor, view.id, { ...values, ...postal })
    if (isRefused(saved)) return sendRefusal(reply, visit, saved)
    const nowhere = openOf(saved).filter(({ place }) => place === undefined)
    if (nowhere.length === 0) return seeOther(reply, togetherPath(view.id, 'form'))
    const message = `${nowhere.map(({ itemName }) => `《${itemName}》`).join('')}在这里没有地方收材料，请换一个村或社区，或者到核对页先不办这件`
    return sendPage(reply, visit, again([{ field: 'region', message }]), 422)
  })
}

function mountForm(app: FastifyInstance, house: House): void {
  const { services } = house
  app.get<Params>('/together/:together/form', async (request, reply) => {
    const entered = await enter(house, request, reply)
    if (!entered) return reply
    const { visit, view } = entered
    const values = filledIn(view.form, view.values, undefined, view.today)
    return sendPage(
      reply,
      visit,
      TogetherFormPage({ visit, view, values, regions: await services.regions() }),
    )
  })

  app.post<Params>('/together/:together/form', async (request, reply) => {
    const entered = await enterPosted(house, request, reply)
    if (!entered) return reply
    const { visit, view, posted } = entered
    const regions = await services.regions()
    const values = typed(view, posted)
    // What was typed is kept before it is judged: a wrong digit must not cost a page of writing.
    const saved = await services.saveTogether(visit.visitor, view.id, { values })
    if (isRefused(saved) && !saved.problems) return sendRefusal(reply, visit, saved)
    const now = isRefused(saved) ? view : saved
    const errors = isRefused(saved)
      ? (saved.problems ?? [])
      : check(now.form, now.values, { regions, today: now.today })
    if (errors.length === 0) return seeOther(reply, togetherPath(view.id, 'papers'))
    return sendPage(reply, visit, TogetherFormPage({ visit, view: now, values, regions, errors }), 422)
  })

  app.post<Params>('/together/:together/reuse', async (request, reply) => {
    const entered = await enterPosted(house, request, reply)
    if (!entered) return reply
    const { visit, view, posted } = entered
    const done = await services.reuseTogether(visit.visitor, view.id, posted.text('use') === 'yes')
    return isRefused(done) ? sendRefusal(reply, visit, done) : seeOther(reply, togetherPath(view.id, 'form'))
  })
}

/** As posted, with what a number on the page says; a question that was shown and left empty stands as left empty. */
function typed({ form, values, today }: TogetherView, posted: PostedForm): FormValues {
  const said = decode(form, posted)
  const open = askedFields(form, { ...values, ...said })
  const empty = Object.fromEntries(
    open.filter(({ name }) => values[name] === undefined).map(({ name }) => [name, '']),
  )
  return filledIn(form, { ...values, ...empty, ...said }, undefined, today)
}

function mountPapers(app: FastifyInstance, house: House): void {
  const { services } = house
  app.get<Params>('/together/:together/papers', async (request, reply) => {
    const entered = await enter(house, request, reply)
    return entered ? sendPage(reply, entered.visit, TogetherPapersPage(entered)) : reply
  })

  app.post<Params>('/together/:together/uploads', async (request, reply) => {
    const entered = await enter(house, request, reply)
    if (!entered) return reply
    const { visit, view } = entered
    const problems: Problem[] = []
    const form = await receiveFiles(request, reply, visit, async (field, upload) => {
      const paper = field.replace(/^file\./, '')
      const answer = await kept(visit, upload, (one) =>
        services.uploadTogether(visit.visitor, view.id, paper, one),
      )
      if (isRefused(answer))
        problems.push({ target: paperTarget(paper), message: `${upload.fileName}：${answer.sentence}` })
    })
    if (form === undefined) return reply
    if (problems.length === 0) return seeOther(reply, togetherPath(view.id, 'check'))
    const now = await services.together(visit.visitor, view.id)
    if (isRefused(now)) return sendRefusal(reply, visit, now)
    return sendPage(reply, visit, TogetherPapersPage({ visit, view: now, problems }), 422)
  })

  app.post<Params>('/together/:together/clear', async (request, reply) => {
    const entered = await enterPosted(house, request, reply)
    if (!entered) return reply
    const { visit, view, posted } = entered
    const done = await services.clearTogether(visit.visitor, view.id, posted.text('paper'))
    return isRefused(done)
      ? sendRefusal(reply, visit, done)
      : seeOther(reply, togetherPath(view.id, 'papers'))
  })
}

function mountCheck(app: FastifyInstance, house: House): void {
  const { services } = house
  app.get<Params>('/together/:together/check', async (request, reply) => {
    const entered = await enter(house, request, reply)
    if (!entered) return reply
    return sendPage(
      reply,
      entered.visit,
      TogetherCheckPage({ ...entered, regions: await services.regions() }),
    )
  })

  app.post<Params>('/together/:together/leave-out', async (request, reply) => {
    const entered = await enterPosted(house, request, reply)
    if (!entered) return reply
    const { visit, view, posted } = entered
    const done = await services.leaveOut(visit.visitor, view.id, posted.text('draft'))
    return isRefused(done) ? sendRefusal(reply, visit, done) : seeOther(reply, togetherPath(view.id, 'check'))
  })

  app.post<Params>('/together/:together/check', async (request, reply) => {
    // What is about to be filed is not shown again before: a version nobody has seen is not filed.
    const posting = await enterSignedInPosted(house, request, reply)
    if (!posting) return reply
    const { visit, posted } = posting
    const again = posted.text('again')
    const { together } = request.params
    const filed = await services.fileTogether(visit.visitor, together, {
      keep: posted.text('keep') === 'yes',
      ...(again === '' ? {} : { again }),
    })
    if (!isRefused(filed)) return seeOther(reply, togetherPath(together, 'done'))
    const entered = await viewOf(visit, request, reply)
    if (!entered) return reply
    const { view } = entered
    const problems = problemsOf(filed, (field) => `field-${field}`)
    const regions = await services.regions()
    const asksAgain = filed.code === 'already-applied' ? { again } : {}
    return sendPage(reply, visit, TogetherCheckPage({ visit, view, regions, problems, ...asksAgain }), 422)
  })

  app.get<Params>('/together/:together/done', async (request, reply) => {
    const entered = await enterAny(house, request, reply)
    return entered ? sendPage(reply, entered.visit, TogetherDonePage(entered)) : reply
  })
}

interface Entered {
  visit: Visit
  view: TogetherView
}

/** One's own that is still open; what has been filed shows its numbers. Nothing when the answer has been sent. */
async function enter(house: House, request: Asked, reply: FastifyReply): Promise<Entered | undefined> {
  const entered = await enterAny(house, request, reply)
  if (!entered || openOf(entered.view).length > 0) return entered
  seeOther(reply, togetherPath(entered.view.id, 'done'))
  return undefined
}

async function enterAny(house: House, request: Asked, reply: FastifyReply): Promise<Entered | undefined> {
  const visit = await enterSignedIn(house, request, reply)
  return visit && viewOf(visit, request, reply)
}

async function enterPosted(
  house: House,
  request: Asked,
  reply: FastifyReply,
): Promise<(Entered & { posted: PostedForm }) | undefined> {
  const entered = await enterSignedInPosted(house, request, reply)
  const found = entered && (await viewOf(entered.visit, request, reply))
  return found && { ...found, posted: entered.posted }
}

async function viewOf(visit: Visit, request: Asked, reply: FastifyReply): Promise<Entered | undefined> {
  const view = await visit.house.services.together(visit.visitor, request.params.together)
  if (!isRefused(view)) return { visit, view }
  sendRefusal(reply, visit, view)
  return undefined
}
