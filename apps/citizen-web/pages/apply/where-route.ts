import type { FastifyInstance, FastifyReply } from 'fastify'
import type { DeliveryMode } from '#capabilities/catalogue/contract.ts'
import type { DraftView, PlaceView, PostalAddress, RegionOption } from '#capabilities/portal/contract.ts'
import { postalProblems } from '#capabilities/portal/model.ts'
import type { Problem } from '#ui/components/index.ts'
import { postedRegion, regionName } from '#ui/form/index.ts'
import { isRefused, type House, type Visit } from '../../house.ts'
import type { PostedForm } from '../../http/posted.ts'
import { seeOther, sendPage, sendRefusal } from '../../http/send.ts'
import { problemsOf } from '../../problems.ts'
import { enterDraft, enterDraftPosted, type DraftParams } from './draft.ts'
import { stepPath } from './steps.tsx'
import { WherePage } from './where-page.tsx'

export function mountWhere(app: FastifyInstance, house: House): void {
  app.get<DraftParams>('/apply/:draft/where', async (request, reply) => {
    const entered = await enterDraft(house, request, reply)
    return entered ? showWhere(reply, entered.visit, entered.draft, []) : reply
  })

  app.post<DraftParams>('/apply/:draft/where', async (request, reply) => {
    const entered = await enterDraftPosted(house, request, reply)
    if (!entered) return reply
    const { visit, draft, posted } = entered
    const regions = await house.services.regions()
    const region = postedRegion(posted, 'region') ?? ''
    const places =
      regionName(regions, region) === undefined ? [] : await house.services.places(draft.item.id, region)
    const choice = chosen(posted, draft, regions, places)
    const saved = await house.services.saveDraft(visit.visitor, draft.id, choice.change)
    if (isRefused(saved)) {
      if (saved.code.endsWith('not-found')) return sendRefusal(reply, visit, saved)
      return showWhere(
        reply,
        visit,
        draft,
        problemsOf(saved, (field) => `field-${field}`, 'field-region'),
      )
    }
    if (choice.problems.length > 0)
      return showWhere(reply, visit, saved, choice.problems, choice.change.postal)
    // Without a script the places can only be shown once the region is known: the same step again.
    return seeOther(
      reply,
      choice.asksPlace ? `${stepPath(draft.id, 'where')}#field-acceptPlace` : stepPath(draft.id, 'form'),
    )
  })
}

async function showWhere(
  reply: FastifyReply,
  visit: Visit,
  draft: DraftView,
  problems: Problem[],
  postal?: Partial<PostalAddress>,
): Promise<FastifyReply> {
  const { services } = visit.house
  const regions = await services.regions()
  const places = draft.region === undefined ? [] : await services.places(draft.item.id, draft.region)
  return sendPage(
    reply,
    visit,
    WherePage({ visit, draft, regions, places, problems, ...(postal === undefined ? {} : { postal }) }),
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
  asksPlace: boolean
}

/** What was chosen, what is wrong with it, and whether the places have yet to be asked. */
function chosen(
  posted: PostedForm,
  draft: DraftView,
  regions: readonly RegionOption[],
  places: readonly PlaceView[],
): Choice {
  const [region, place] = [postedRegion(posted, 'region') ?? '', posted.text('acceptPlace')]
  const delivery = draft.item.delivery.find((mode) => mode === posted.text('delivery'))
  const problems: Problem[] = []
  const asked = posted.text('placesOf')
  const wasAsked = asked === region
  // The nearest place stands chosen; it was the nearest to another village, so it is asked once more.
  const moved = asked !== '' && !wasAsked
  const offered =
    (moved ? undefined : places.find((candidate) => candidate.id === place)) ??
    (places.length === 1 ? places[0] : undefined)
  const known = regionName(regions, region) !== undefined
  if (!known) problems.push({ target: 'field-region', message: '请选择这件事属于哪个村或社区' })
  else if (places.length === 0)
    problems.push({
      target: 'field-region',
      message: '这个地方还不能网上办这件事，请换一个地方，或者拨打12345问一下',
    })
  else if (!offered && wasAsked)
    problems.push({ target: 'field-acceptPlace', message: '请选择由哪个地方收您的材料' })
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
    asksPlace: !offered,
  }
}

/** As people type it: full-width digits and blanks in a number are put right. */
function postalIn(posted: PostedForm): PostalAddress {
  return {
    receiver: posted.text('postalReceiver').slice(0, 60),
    phone: posted.text('postalPhone').normalize('NFKC').replace(/\s/g, '').slice(0, 20),
    address: posted.text('postalAddress').replace(/\s+/g, ' ').slice(0, 200),
  }
}
