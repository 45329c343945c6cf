import type { Queryable } from '#platform/db/db.ts'
import type { ItemVersion } from '../contract.ts'
import type { Subscribed } from '../contract/subscription-routes.ts'

export interface SubscriptionRow {
  ofArea: string
  kind: Subscribed['kind']
  subject: string
  since: string
  /** The item's newest name; none for a domain. */
  name: string | null
}

export interface NewsRow {
  ofArea: string
  body: ItemVersion
  before: ItemVersion | null
  at: string
  unread: boolean
}

/** A body as it listens, and the post that reads. */
export interface Listener {
  area: string
  body: string
  post: string
}

export interface Subscriptions {
  of(listener: Listener): Promise<SubscriptionRow[]>
  add(listener: Listener, wish: Required<Subscribed>, now: string): Promise<void>
  end(listener: Listener, wish: Required<Subscribed>): Promise<void>
  news(listener: Listener, limit: number): Promise<NewsRow[]>
  unread(listener: Listener): Promise<number>
  read(listener: Listener, upTo: string): Promise<void>
  /** Items of an area whose name holds these words. */
  named(area: string, q: string): Promise<{ id: string; name: string }[]>
  /** Whether there is such an item in an area. */
  knows(area: string, item: string): Promise<boolean>
}

export function subscriptions(db: Queryable): Subscriptions {
  return {
    of: ({ area, body }) => db.query<SubscriptionRow>(ALL, [area, body]),
    async add({ area, body, post }, { area: of, kind, subject }, now) {
      await db.query(ADD, [area, body, of, kind, subject, post, now])
    },
    async end({ area, body }, { area: of, kind, subject }) {
      await db.query(END, [area, body, of, kind, subject])
    },
    news: ({ area, body, post }, limit) => db.query<NewsRow>(NEWS, [area, body, post, limit]),
    unread: async ({ area, body, post }) =>
      (await db.query<{ count: number }>(UNREAD, [area, body, post]))[0]!.count,
    async read({ area, post }, upTo) {
      await db.query(READ, [area, post, upTo])
    },
    named: (area, q) => db.query<{ id: string; name: string }>(NAMED, [area, q]),
    knows: async (area, item) => (await db.query(KNOWN, [area, item])).length > 0,
  }
}

const ALL = {
  name: 'catalogue.subscriptions',
  text: `SELECT s.of_area AS "ofArea", s.kind, s.subject, s.since, (SELECT v.name FROM catalogue.item_version v
      WHERE v.area_code = s.of_area AND v.id = s.subject AND s.kind = 'item' ORDER BY v.version DESC LIMIT 1) AS name
    FROM catalogue.subscription s WHERE s.area_code = $1 AND s.body = $2 ORDER BY s.of_area, s.kind DESC, s.subject`,
}

const ADD = {
  name: 'catalogue.subscribe',
  text: `INSERT INTO catalogue.subscription (area_code, body, of_area, kind, subject, post, since)
    VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`,
}

const END = {
  name: 'catalogue.unsubscribe',
  text: `DELETE FROM catalogue.subscription
    WHERE area_code = $1 AND body = $2 AND of_area = $3 AND kind = $4 AND subject = $5`,
}

// A version a body hears of twice, by its item and by its domain, is one piece of news.
const HEARD = `catalogue.item_version v
    LEFT JOIN catalogue.news_read r ON r.area_code = $1 AND r.post = $3
    WHERE v.published_at IS NOT NULL AND EXISTS (SELECT 1 FROM catalogue.subscription s
      WHERE s.area_code = $1 AND s.body = $2 AND s.of_area = v.area_code AND s.since < v.published_at
        AND s.subject = CASE s.kind WHEN 'item' THEN v.id ELSE v.domain END)`

const NEWS = {
  name: 'catalogue.item-news',
  text: `SELECT n.*, b.body AS before FROM (
      SELECT v.area_code AS "ofArea", v.body, v.published_at AS at, (r.up_to IS NULL OR r.up_to < v.published_at) AS unread
      FROM ${HEARD} ORDER BY v.published_at DESC, v.id LIMIT $4) AS n
    LEFT JOIN LATERAL (SELECT o.body FROM catalogue.item_version o WHERE o.area_code = n."ofArea" AND o.id = n.body->>'id'
      AND o.version < (n.body->>'version')::int ORDER BY o.version DESC LIMIT 1) AS b ON true
    ORDER BY n.at DESC, n.body->>'id'`,
}

const UNREAD = {
  name: 'catalogue.item-news-unread',
  text: `SELECT count(*)::int AS count FROM ${HEARD} AND (r.up_to IS NULL OR r.up_to < v.published_at)`,
}

const READ = {
  name: 'catalogue.item-news-read',
  text: `INSERT INTO catalogue.news_read (area_code, post, up_to) VALUES ($1, $2, $3)
    ON CONFLICT (area_code, post) DO UPDATE SET up_to = greatest(catalogue.news_read.up_to, excluded.up_to)`,
}

const KNOWN = {
  name: 'catalogue.item-known',
  text: 'SELECT 1 FROM catalogue.item_version WHERE area_code = $1 AND id = $2 LIMIT 1',
}

const NAMED = {
  name: 'catalogue.items-to-follow',
  text: `SELECT id, name FROM (SELECT DISTINCT ON (id) id, name FROM catalogue.item_version WHERE area_code = $1
      ORDER BY id, version DESC) AS newest WHERE strpos(name, $2) > 0 ORDER BY name, id LIMIT 50`,
}
