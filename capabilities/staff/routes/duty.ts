import type { FastifyInstance } from 'fastify'
import type { StaffActor } from '#engine/actor.ts'
import { legalDay, type Instant } from '#engine/day.ts'
import { isRefusal } from '#engine/refusal.ts'
import { bind, type Call, type Gate } from '#platform/http/bind.ts'
import type { RouteContract } from '#platform/http/contract.ts'
import { postsMoved } from '#capabilities/organisation/index.ts'
import type { Asking } from '../appoint.ts'
import type { Post, StaffRefusal } from '../contract.ts'
import { bothAway, hearsOf } from '../both-away.ts'
import { dutyRoutes, type BothAwayView, type DutyView } from '../contract/duty-routes.ts'
import { awayOn, coverProblem, maySetDuty } from '../duty.ts'
import { onDuty } from '../model.ts'
import type { NamedPost } from '../named-posts.ts'
import type { StaffHttpMeans } from './means.ts'
import { endAbsence, setAbsence, setCover } from '../set-duty.ts'

/** 离岗与顶岗: who is away when, and who stands in. */
export function duty(app: FastifyInstance, means: StaffHttpMeans, gate: Gate): void {
  const { registry } = means
  bind(
    app,
    dutyRoutes,
    {
      duty: async (call) => {
        const actor = callerOf(call)
        // Who hears that two are away is not known before all are read, so the office is picked out of them.
        const posts = await means.staff.postsOfArea(actor.area)
        const [views, alerts] = await Promise.all([
          dutyViews(means, posts, actor, call.now),
          alertsFor(means, posts, actor, call.now),
        ])
        return { posts: views, alerts }
      },
      setCover: async (call) => {
        const asked = { post: call.params.post, cover: call.body.cover }
        return done(await setCover(registry, callerOf(call).area, asked, asking(call)))
      },
      setAbsence: async (call) => {
        const asked = { post: call.params.post, ...call.body }
        return done(await setAbsence(registry, callerOf(call).area, asked, asking(call)))
      },
      endAbsence: async (call) => {
        const asked = { post: call.params.post, absence: call.params.id }
        return done(await endAbsence(registry, callerOf(call).area, asked, asking(call)))
      },
    },
    gate,
  )
}

async function dutyViews(
  { staff, registry }: StaffHttpMeans,
  posts: readonly Post[],
  actor: StaffActor,
  now: Instant,
): Promise<DutyView[]> {
  const day = legalDay(now)
  const moved = await postsMoved(registry.db, actor.area, day)
  const mine = ({ id }: Post) => moved.get(id)?.to === actor.body || moved.get(id)?.at === actor.place
  const near = posts.filter(
    (post) => onDuty(post, day) && (post.place === actor.place || post.body === actor.body || mine(post)),
  )
  const named = await staff.namedPosts(actor.area, near)
  return named
    .filter((post) => maySetDuty(actor, post, moved.get(post.id)))
    .toSorted((a, b) => Number(b.id === actor.post) - Number(a.id === actor.post))
    .map((post) => dutyView(post, named, actor, day))
}

async function alertsFor(
  { staff }: StaffHttpMeans,
  posts: readonly Post[],
  actor: StaffActor,
  now: Instant,
): Promise<BothAwayView[]> {
  const day = legalDay(now)
  const found = bothAway(posts, day)
  const concerned = posts.filter(
    (post) => hearsOf(actor, post) && found.some((alert) => alert.post === post.id),
  )
  const covers = posts.filter(({ id }) => found.some(({ cover }) => cover === id))
  const named = new Map(
    (await staff.namedPosts(actor.area, [...new Set([...concerned, ...covers])])).map((post) => [
      post.id,
      post,
    ]),
  )
  return found
    .filter(({ post }) => concerned.some(({ id }) => id === post))
    .toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
    .map(({ post, cover, from, to }) => {
      const { personName, title, placeName, bodyName } = named.get(post)!
      const coverName = named.get(cover)!.personName
      return { post, personName, title, coverName, placeName, bodyName, from, to }
    })
}

function dutyView(post: NamedPost, near: readonly NamedPost[], actor: StaffActor, day: string): DutyView {
  const mayCover = near.filter(
    (other) => other.id !== post.id && coverProblem(post, other, day) === undefined,
  )
  const cover = near.find(({ id }) => id === post.cover)
  return {
    ...{ post: post.id, personName: post.personName, title: post.title, placeName: post.placeName },
    ...{ bodyName: post.bodyName, own: post.person === actor.person },
    ...(cover ? { cover: brief(cover) } : {}),
    mayCover: mayCover.map(brief),
    absences: post.absences
      .filter(({ from, to }) => to >= day && to >= from)
      .toSorted((a, b) => (a.from < b.from ? -1 : 1))
      .map((absence) => ({ ...absence, now: awayOn({ absences: [absence] }, day) !== undefined })),
  }
}

const brief = ({ id, personName, title }: NamedPost) => ({ post: id, personName, title })

function done(outcome: Post | StaffRefusal): { done: boolean } | StaffRefusal {
  return isRefusal(outcome) ? outcome : { done: true }
}

function asking(call: Call<RouteContract>): Asking {
  return { actor: callerOf(call), at: call.now, requestId: call.requestId }
}

function callerOf({ caller }: Call<RouteContract>): StaffActor {
  if (caller?.kind !== 'staff') throw new Error('a route of the office let somebody else through')
  return caller
}
