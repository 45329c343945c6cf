import type { FastifyInstance, FastifyReply } from 'fastify'
import type { DeliveryMode } from '#capabilities/catalogue/contract.ts'
import type { DraftView, PlaceView, PostalAddress, RegionOption } from '#capabilities/portal/contract.ts'
import { postalProblems } from '#capabilities/portal/model.ts'
import type { Problem } from '#ui/components/index.ts'
import { postedRegion, regionName } from '#ui/form/index.ts'
import { isRefused, type House, type Visit } from '../../house.ts'
import { formOf, type PostedForm } from '../../http/posted.ts'
import { seeOther, sendPage, sendRefusal } from '../../http/send.ts'
import { problemsOf } from '../../problems.ts'
import { enterDraft, enterDraftPosted, isBack, type Back, type DraftParams } from './draft.ts'
import { postalIn } from './postal-fields.tsx'
import { stepPath } from './progress.ts'
import { regionWords, WherePage, type WhereProps } from './where-page.tsx'

export function mountWhere(app: FastifyInstance, house: House): void {
  app.get<DraftParams & { Querystring: Back['Querystring'] & Record<string, unknown> }>(
    '/apply/:draft/where',
    async (request, reply) => {
      const entered = await enterDraft(house, request, reply)
      if (!entered) return reply
      const { visit, draft } = entered
      const asked = postedRegion(formOf(request.query), 'region')
      const back = isBack(request.query)
      return showWhere(reply, visit, draft, [], asked === null ? { back } : { back, region: asked })
    },
  )

  app.post<DraftParams & Back>('/apply/:draft/where', async (request, reply) => {
    const entered = await enterDraftPosted(house, request, reply)
    if (!entered) return reply
    const { visit, draft, posted } = entered
    const regions = await house.services.regions()
    const region = postedRegion(posted, 'region') ?? ''
    const places =
      regionName(regions, region) === undefined ? [] : await house.services.places(draft.item, region)
    const choice = chosen(posted, draft, regions, places)
    const { postal } = choice.change
    const back = isBack(request.query)
    const saved = await house.services.saveDraft(visit.visitor, draft.id, choice.change)
    if (isRefused(saved)) {
      if (saved.code.endsWith('not-found')) return sendRefusal(reply, visit, saved)
      return showWhere(
        reply,
        visit,
        draft,
        problemsOf(saved, (field) => `field-${field}`, 'field-region'),
        { back },
      )
    }
    if (choice.problems.length > 0)
      return showWhere(
        reply,
        visit,
        saved,
        choice.problems,
        postal === undefined ? { back } : { back, postal },
      )
    if (back) return seeOther(reply, `${stepPath(draft.id, 'check')}#check-where`)
    // Whoever has not seen the places of this village is told on the next page which one it is.
    return seeOther(reply, `${stepPath(draft.id, 'form')}${choice.placeSeen ? '' : '?place=chosen'}`)
  })
}

async function showWhere(
  reply: FastifyReply,
  visit: Visit,
  draft: DraftView,
  problems: Problem[],
  shown: Pick<WhereProps, 'postal' | 'region' | 'back'> = {},
): Promise<FastifyReply> {
  const { services } = visit.house
  const regions = await services.regions()
  const region = shown.region ?? draft.region ?? visit.region ?? ''
  const known = regionName(regions, region) !== undefined
  const places = known ? await services.places(draft.item, region) : []
  return sendPage(
    reply,
    visit,
    WherePage({ visit, draft, regions, places, problems, ...shown, region }),
    problems.length > 0 ? 422 : 200,
  )
}

interface Choice {
  change: {
    region?: string
    acceptPlace?: string
    delivery?: DeliveryMode
    postal?: Partial<PostalAddress>
  }
  problems: Problem[]
  placeSeen: boolean
}

/** What was chosen, what is wrong with it, and whether the place was seen before it was settled. */
function chosen(
  posted: PostedForm,
  draft: DraftView,
  regions: readonly RegionOption[],
  places: readonly PlaceView[],
): Choice {
  const [region, place] = [postedRegion(posted, 'region') ?? '', posted.text('acceptPlace')]
  const delivery = draft.item.delivery.find((mode) => mode === posted.text('delivery'))
  const problems: Problem[] = []
  const placeSeen = posted.text('placesOf') === region
  // A place that was shown for another village is no choice for this one: the nearest is.
  const offered = (placeSeen ? places.find((candidate) => candidate.id === place) : undefined) ?? places[0]
  const known = regionName(regions, region) !== undefined
  if (!known) problems.push({ target: 'field-region', message: `请选择${regionWords(draft.item).label}` })
  else if (places.length === 0)
    problems.push({
      target: 'field-region',
      message: '这个地方还不能网上办这件事，请换一个地方，或者拨打12345问一下',
    })
  if (!delivery) problems.push({ target: 'field-delivery', message: '请选择办好以后怎样拿结果' })
  const postal = delivery === 'post' ? postalIn(posted) : undefined
  for (const { field, message } of postal === undefined ? [] : postalProblems(postal))
    problems.push({ target: `field-${field}`, message })
  return {
    change: {
      ...(known ? { region } : {}),
      ...(offered ? { acceptPlace: offered.id } : {}),
      ...(delivery ? { delivery } : {}),
      ...(postal ? { postal } : {}),
    },
    problems,
    placeSeen,
  }
}
