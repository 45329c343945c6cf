import type { FastifyInstance } from 'fastify'
import type { StaffActor } from '#engine/actor.ts'
import { legalDay } from '#engine/day.ts'
import { refusal } from '#engine/refusal.ts'
import type { Organisation } from '#capabilities/organisation/index.ts'
import type { Queryable } from '#platform/db/db.ts'
import { bind, type Gate } from '#platform/http/bind.ts'
import type { CallBase } from '#platform/http/call.ts'
import { withOffset } from '#platform/clock.ts'
import { DOMAINS } from '../contract.ts'
import { domainTitles } from '../contract/domains.ts'
import { subscriptionRoutes, type ItemNews, type Subscribed } from '../contract/subscription-routes.ts'
import { differences } from '../authoring/differences.ts'
import { subscriptions, type NewsRow, type SubscriptionRow } from './store.ts'

interface Means {
  db: Queryable
  organisation: Pick<Organisation, 'areas'>
}

const PAGE = 20

/** 事项订阅: a body says what it follows and hears of each version that comes out after that. */
export function subscriptionHttp(app: FastifyInstance, { db, organisation }: Means, gate: Gate): void {
  const kept = subscriptions(db)
  const areasOn = async (now: string) =>
    new Map((await organisation.areas(legalDay(now))).map(({ area, name }) => [area, name]))

  bind(
    app,
    subscriptionRoutes,
    {
      async subscriptions(call) {
        const [rows, areas] = await Promise.all([kept.of(listenerOf(call)), areasOn(call.now)])
        return {
          subscriptions: rows.map((row) => viewOf(row, areas)),
          areas: [...areas].map(([code, name]) => ({ code, name })),
        }
      },
      followable: async (call) => ({ items: await kept.named(call.query.area, call.query.q ?? '') }),
      async subscribe(call) {
        const listener = listenerOf(call)
        const wish = { area: listener.area, ...call.body }
        if (!(await areasOn(call.now)).has(wish.area)) return refusal('item-not-found')
        if (!(await isThere(wish))) return refusal('item-not-found')
        await kept.add(listener, wish, call.now)
        return { done: true }
      },
      async unsubscribe(call) {
        await kept.end(listenerOf(call), call.params)
        return { done: true }
      },
      async itemNews(call) {
        const listener = listenerOf(call)
        const [rows, unread, areas] = await Promise.all([
          kept.news(listener, call.query.limit ?? PAGE),
          kept.unread(listener),
          areasOn(call.now),
        ])
        const newest = rows[0]?.at
        return {
          ...{ unread, items: rows.map((row) => newsOf(row, areas)) },
          ...(newest === undefined ? {} : { upTo: withOffset(newest) }),
        }
      },
      async readItemNews(call) {
        await kept.read(listenerOf(call), call.body.upTo)
        return { done: true }
      },
    },
    gate,
  )

  const isThere = ({ kind, subject, area }: Required<Subscribed>): Promise<boolean> =>
    kind === 'item'
      ? kept.knows(area, subject)
      : Promise.resolve((DOMAINS as readonly string[]).includes(subject))
}

function viewOf({ ofArea, kind, subject, since, name }: SubscriptionRow, areas: ReadonlyMap<string, string>) {
  const title = kind === 'item' ? (name ?? subject) : domainTitles[subject as keyof typeof domainTitles]
  return {
    ...{ kind, subject, title },
    ...{ area: ofArea, areaName: areas.get(ofArea) ?? ofArea, since: withOffset(since) },
  }
}

function newsOf({ ofArea, body, before, at, unread }: NewsRow, areas: ReadonlyMap<string, string>): ItemNews {
  const { id: item, name, version, effectiveFrom } = body
  return {
    ...{ area: ofArea, areaName: areas.get(ofArea) ?? ofArea, item, name, version, effectiveFrom },
    changes: before === null ? [] : differences(before, body).map(({ text }) => text),
    ...{ isNew: before === null, at: withOffset(at), unread },
  }
}

function listenerOf({ caller }: CallBase): StaffActor {
  if (caller?.kind !== 'staff') throw new Error('a route for staff let somebody else through')
  return caller
}
