import { createHash } from 'node:crypto'
import { commitStatement } from '#platform/ledger/commit.ts'
import { NO_AREA, type NewPost, type Post } from '../contract.ts'

/** The ledger's commit and the view of today in one statement. */
export const POST_VIEW = commitStatement('staff.post', (n) => {
  const p = (offset: number) => `$${n + offset}`
  return `view AS (
    INSERT INTO staff.post (area_code, id, person, title, roles, place, body, window_desk, valid_from, valid_to,
      stream, version, pack_digest)
    SELECT ${p(0)}, ${p(1)}, ${p(2)}, ${p(3)}, ${p(4)}::text[], ${p(5)}, ${p(6)}, ${p(7)}, ${p(8)}::date, ${p(9)}::date,
      ${p(10)}, ${p(11)}::integer, ${p(12)}
    FROM committed WHERE committed.outcome = 'done'
    ON CONFLICT (area_code, id) DO UPDATE SET title = excluded.title, roles = excluded.roles, place = excluded.place,
      body = excluded.body, window_desk = excluded.window_desk, valid_from = excluded.valid_from,
      valid_to = excluded.valid_to, version = excluded.version,
      pack_digest = coalesce(excluded.pack_digest, post.pack_digest)
  ), known AS (
    INSERT INTO staff.person_area (area_code, person, post_area)
    SELECT '${NO_AREA}', ${p(2)}, ${p(0)} FROM committed WHERE committed.outcome = 'done'
    ON CONFLICT DO NOTHING
  )`
})

export function postValues(post: Post, fromPack: boolean): readonly unknown[] {
  const { area, id, person, title, roles, place, body, window, validFrom, validTo, stream, version } = post
  return [
    area,
    id,
    person,
    title,
    roles,
    place,
    body,
    window,
    validFrom,
    validTo,
    stream,
    version,
    fromPack ? postDigest(post) : null,
  ]
}

/** The content of a post, for telling a changed one from the same one said again. */
export function postDigest({
  person,
  title,
  roles,
  place,
  body,
  window,
  validFrom,
  validTo,
}: NewPost): string {
  return digestOf([person, title, roles, place, body, window, validFrom, validTo ?? null])
}

export function digestOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 32)
}
