import type { FastifyInstance, FastifyReply } from 'fastify'
import { newId } from '#platform/id.ts'
import type { Problem, Stars } from '#ui/components/index.ts'
import { isRefused, type House, type Visit } from '../../house.ts'
import { enterSignedIn } from '../../http/guard.ts'
import type { PostedForm } from '../../http/posted.ts'
import { seeOther, sendPage, sendRefusal } from '../../http/send.ts'
import { problemsOf } from '../../problems.ts'
import { enterCase, enterCasePosted, type CaseParams } from '../case/own-case.ts'
import { RatingPage, ThanksPage, type RatingPageProps } from './page.tsx'

export function mountRating(app: FastifyInstance, house: House): void {
  app.get<CaseParams>('/my/cases/:no/rating', async (request, reply) => {
    const visit = await enterSignedIn(house, request, reply)
    return visit ? show(reply, visit, request.params.no, []) : reply
  })

  app.post<CaseParams>('/my/cases/:no/rating', async (request, reply) => {
    const entered = await enterCasePosted(house, request, reply)
    if (!entered) return reply
    const { visit, posted, no } = entered
    const given = read(posted)
    const { stars } = given
    if (stars === undefined) {
      return show(reply, visit, no, [{ target: 'field-stars', message: '请选一个满意程度' }], given)
    }
    const input = {
      stars,
      options: given.options,
      anonymous: given.anonymous,
      ...(given.comment === '' ? {} : { comment: given.comment }),
    }
    const answer = await house.services.rate(visit.visitor, no, input, posted.text('requestId'))
    if (isRefused(answer)) {
      // Rated meanwhile, from another page: said, and not only shown the stars that stand.
      const found = await house.services.ratedCase(visit.visitor, no)
      if (!isRefused(found) && !found.rating.open) return sendRefusal(reply, visit, answer)
      return show(
        reply,
        visit,
        no,
        problemsOf(answer, (field) => `field-${field}`),
        given,
      )
    }
    return seeOther(reply, `/my/cases/${no}/rating/thanks`)
  })

  app.get<CaseParams>('/my/cases/:no/rating/thanks', async (request, reply) => {
    const entered = await enterCase(house, request, reply)
    return entered
      ? sendPage(reply, entered.visit, ThanksPage({ visit: entered.visit, no: request.params.no }))
      : reply
  })
}

type Given = NonNullable<RatingPageProps['posted']>

function read(posted: PostedForm): Given {
  const stars = /^[1-5]$/.test(posted.text('stars')) ? (Number(posted.text('stars')) as Stars) : undefined
  return {
    ...(stars === undefined ? {} : { stars }),
    // Reasons ticked under a level that was left again do not count: the code's first digit is its level.
    options: posted.getAll('options').filter((code) => stars !== undefined && code.startsWith(String(stars))),
    comment: posted.text('comment').slice(0, 500),
    anonymous: posted.text('anonymous') === 'yes',
  }
}

async function show(
  reply: FastifyReply,
  visit: Visit,
  no: string,
  problems: Problem[],
  posted?: Given,
): Promise<FastifyReply> {
  const { services } = visit.house
  const found = await services.ratedCase(visit.visitor, no)
  if (isRefused(found)) return sendRefusal(reply, visit, found)
  const { detail, rating } = found
  if (!rating.open) return seeOther(reply, `/my/cases/${no}`)
  const page = RatingPage({
    visit,
    detail,
    rating,
    requestId: newId(),
    problems,
    ...(posted === undefined ? {} : { posted }),
  })
  return sendPage(reply, visit, page, problems.length > 0 ? 422 : 200)
}
