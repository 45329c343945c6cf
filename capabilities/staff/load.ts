import fs from 'node:fs/promises'
import path from 'node:path'
import { Value } from 'typebox/value'
import { addDays, legalDay, type Instant } from '#engine/day.ts'
import { isRefusal } from '#engine/refusal.ts'
import { newId } from '#platform/id.ts'
import { PACK_LOADER, appointPost, changePost, endPost, type Asking, type Registry } from './appoint.ts'
import { PostsFile, type NewPost, type Post, type StaffRefusal } from './contract.ts'
import { setCover } from './set-duty.ts'
import { savePeople, staffReader, type StoredPost } from './store.ts'
import { postDigest } from './store/post-view.ts'

export interface LoadedStaff {
  people: number
  appointed: number
  changed: number
  ended: number
  refusals: StaffRefusal[]
}

/** Reads a pack's people and posts; a malformed file is a fault of whoever delivered the pack. */
export async function readPosts(folder: string): Promise<PostsFile> {
  const value: unknown = JSON.parse(await fs.readFile(path.join(folder, 'places', 'posts.json'), 'utf8'))
  const [error] = Value.Errors(PostsFile, value)
  if (error) throw new Error(`places/posts.json ${error.instancePath}: ${error.message}`)
  return value as PostsFile
}

/**
 * Appoints the posts of a pack. Loading twice changes nothing; a changed post is changed, a post the pack no longer names
 * ends yesterday, and posts appointed by an office are left alone. Load the organisation first.
 */
export async function loadStaff(
  { db, ledger }: Registry,
  area: string,
  { people, posts, covers = [] }: PostsFile,
  at: Instant,
): Promise<LoadedStaff> {
  await savePeople(db, people)
  const stored = new Map((await staffReader(db).postsOfArea(area)).map((post) => [post.id, post]))
  const loaded: LoadedStaff = { people: people.length, appointed: 0, changed: 0, ended: 0, refusals: [] }
  const count = (kind: 'appointed' | 'changed' | 'ended', outcome: Post | StaffRefusal) => {
    if (isRefusal(outcome)) loaded.refusals.push(outcome)
    else loaded[kind] += 1
  }
  for (const post of posts) {
    const before = stored.get(post.id)
    if (!before) count('appointed', await appointPost({ db, ledger }, area, post, asking(at)))
    else if (before.packDigest !== postDigest(post))
      count('changed', await changePost({ db, ledger }, area, post, asking(at)))
  }
  for (const post of noLongerNamed(posts, [...stored.values()])) {
    const lastDay = addDays(legalDay(at), -1)
    count('ended', await endPost({ db, ledger }, area, { post: post.id, lastDay }, asking(at)))
  }
  loaded.refusals.push(...(await nameCovers({ db, ledger }, area, covers, at)))
  return loaded
}

/** A cover the office has named since stands: the pack only speaks for posts that have none. */
async function nameCovers(
  registry: Registry,
  area: string,
  covers: NonNullable<PostsFile['covers']>,
  at: Instant,
): Promise<StaffRefusal[]> {
  const held = new Map(
    (await staffReader(registry.db).postsOfArea(area)).map((post) => [post.id, post.cover]),
  )
  const refusals: StaffRefusal[] = []
  for (const asked of covers.filter(({ post }) => held.get(post) === null)) {
    const named = await setCover(registry, area, asked, asking(at))
    if (isRefusal(named)) refusals.push(named)
  }
  return refusals
}

const asking = (at: Instant): Asking => ({ actor: PACK_LOADER, at, requestId: newId() })

/** What an office appointed is the office's to end. */
function noLongerNamed(posts: readonly NewPost[], stored: readonly StoredPost[]): StoredPost[] {
  const named = new Set(posts.map((post) => post.id))
  return stored.filter((post) => post.packDigest !== null && post.validTo === null && !named.has(post.id))
}
