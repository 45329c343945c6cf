import { randomInt } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { addDays, legalDay } from '#engine/day.ts'
import { isRefusal } from '#engine/refusal.ts'
import { isAdministratorRole } from '#platform/auth/roles.ts'
import { accountList } from '#platform/auth/account-list.ts'
import { withOffset } from '#platform/clock.ts'
import { bind, type Call, type Gate } from '#platform/http/bind.ts'
import type { RouteContract } from '#platform/http/contract.ts'
import { isRefused, refuse, type Refusal } from '#platform/refusal.ts'
import { endPost } from '../appoint.ts'
import { administrationRoutes } from '../contract/session-routes.ts'
import type { StaffHttpMeans } from './means.ts'
import { postView } from './post-view.ts'

/** What the three administrators do; each is on record, and none of it shows a case. */
export function administration(app: FastifyInstance, means: StaffHttpMeans, gate: Gate): void {
  bind(
    app,
    administrationRoutes,
    {
      accounts: (call) => accountList(means.registry.db, means.clock.now(), call.query),
      createAccount: async (call) => {
        const { login, person } = call.body
        const [known] = await means.staff.peopleByIds([person])
        if (known === undefined) return refuse('person-unknown')
        const temporaryPassword = temporary()
        const made = await means.accounts.create(
          { kind: 'staff', login, subject: person, password: temporaryPassword, mustChange: true },
          by(call),
        )
        return isRefused(made) ? made : { id: made.id, login, temporaryPassword }
      },
      resetPassword: async (call) => {
        const refused = await outOfReach(means, call.params.id, call.now)
        if (refused) return refused
        const temporaryPassword = temporary()
        const reset = await means.accounts.resetPassword(call.params.id, temporaryPassword, by(call))
        return isRefused(reset) ? reset : { id: reset.id, temporaryPassword }
      },
      disable: async (call) =>
        (await outOfReach(means, call.params.id, call.now)) ??
        changed(means, call.params.id, () => means.accounts.disable(call.params.id, by(call))),
      enable: (call) => changed(means, call.params.id, () => means.accounts.enable(call.params.id, by(call))),
      unlock: (call) => changed(means, call.params.id, () => means.accounts.unlock(call.params.id, by(call))),
      posts: async (call) => {
        const { area } = staffOf(call)
        const limit = call.query.limit ?? 50
        const page = { limit: limit + 1, ...(call.query.cursor ? { after: call.query.cursor } : {}) }
        const found = await means.staff.searchPosts(area, legalDay(call.now), page)
        const shown = await means.staff.namedPosts(area, found.slice(0, limit))
        const items = shown.map((post) => ({
          ...postView(post),
          person: post.person,
          personName: post.personName,
          ...(post.validTo ? { validTo: post.validTo } : {}),
        }))
        return { items, ...(found.length > limit ? { nextCursor: shown.at(-1)!.id } : {}) }
      },
      endPost: async (call) => {
        const { area } = staffOf(call)
        const asking = { actor: staffOf(call), at: call.now, requestId: call.requestId }
        const lastDay = addDays(legalDay(call.now), -1)
        const ended = await endPost(
          means.registry,
          area,
          { post: call.params.id, lastDay, reason: call.body.reason },
          asking,
        )
        if (isRefusal(ended)) return ended
        const account = await means.accounts.findBySubject('staff', ended.person)
        if (account) await means.sessions.endAll(account.id, by(call))
        return { done: true }
      },
      audit: async (call) => {
        const { event, cursor, limit } = call.query
        const filter = {
          ...(event ? { event } : {}),
          ...(cursor ? { cursor } : {}),
          ...(limit ? { limit } : {}),
        }
        const { items, nextCursor } = await means.audit.listWithSignIns({
          area: staffOf(call).area,
          ...filter,
        })
        return {
          items: items.map(({ at, actor, event: name, success, object, ip, before, after }) => ({
            at: withOffset(at),
            actor,
            event: name,
            success,
            ...(object ? { object } : {}),
            ...(ip ? { ip } : {}),
            ...(before === null ? {} : { before }),
            ...(after === null ? {} : { after }),
          })),
          ...(nextCursor ? { nextCursor } : {}),
        }
      },
    },
    gate,
  )
}

/**
 * Whoever could set the password of another administrator could be all three (三员分立), and whoever could shut one out would no
 * longer be watched. Theirs are set at the machine itself (`npm run administrator:reset`).
 */
async function outOfReach(
  { accounts, staff }: StaffHttpMeans,
  id: string,
  now: string,
): Promise<Refusal | undefined> {
  const account = await accounts.find(id)
  if (account?.kind !== 'staff') return refuse('account-not-found')
  const posts = await staff.postsOfPerson(account.subject, now)
  const watched = posts.some(({ roles }) => roles.some(isAdministratorRole))
  return watched ? refuse('administrator-not-yours') : undefined
}

async function changed({ accounts }: StaffHttpMeans, id: string, change: () => Promise<void>) {
  if ((await accounts.find(id)) === null) return refuse('account-not-found')
  await change()
  return { done: true }
}

/** Shown once and changed at the first sign-in; without letters and digits that are read wrongly on the phone. */
function temporary(): string {
  const signs = 'ABCDEFGHJKMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789'
  const drawn = Array.from({ length: 12 }, () => signs[randomInt(signs.length)]).join('')
  return `Aa2-${drawn}`
}

function staffOf(call: Call<RouteContract>) {
  if (call.caller?.kind !== 'staff') throw new Error('an administrator’s route let somebody else through')
  return call.caller
}

function by(call: Call<RouteContract>): string {
  return `post:${staffOf(call).post}`
}
