import { legalDay } from '#engine/day.ts'
import { fold } from '#engine/procedure/decide.ts'
import { readFact } from '#capabilities/acts/stored-fact.ts'
import type { Worker } from '#platform/jobs/worker.ts'
import type { StoredFact } from '#platform/ledger/ledger.ts'
import { streamKind } from '#platform/ledger/stream.ts'
import { PROCEDURES } from '../model.ts'
import { urgesOpen } from '../chapters/owed.ts'
import type { CaseMeans } from '../service/means.ts'
import { ENDS_URGING, NOTICED, noticeOf, postOf, type Audience } from './rules.ts'
import { noticeStore } from './store.ts'

/** The subscriber that tells officers what happened to their cases. */
export const NOTICES = 'case.notices'

export function noticeSubscribers(kind: string): readonly string[] {
  return NOTICED.has(kind) ? [NOTICES] : []
}

export function noticeJobs(worker: Worker, means: CaseMeans): void {
  worker.onFact(NOTICES, async (fact, { now }) => {
    if (streamKind(fact.stream) === 'case') await hear(means, fact, now)
  })
}

async function hear(means: CaseMeans, heard: StoredFact, now: string): Promise<void> {
  const { areaCode: area, stream, seq } = heard
  // Folded up to this very fact: whom it concerns does not depend on how late it is heard.
  const facts = (await means.ledger.facts(area, stream)).filter((each) => each.seq <= seq).map(readFact)
  const fact = facts.at(-1)
  if (fact === undefined) return
  const dossier = fold(PROCEDURES.approval, facts)
  if (ENDS_URGING.has(fact.kind) && urgesOpen(dossier).length === 0)
    await noticeStore(means.db).urgeMet(area, stream, seq, now)
  const notice = noticeOf({ fact, before: facts.slice(0, -1), dossier })
  if (notice === undefined) return
  const told = await audience(means, area, notice, now)
  const posts = [...new Set(told)].filter((post) => post !== postOf(fact))
  if (posts.length === 0) return
  const { item } = await means.catalogue.pinned(area, dossier.item.id, dossier.item.version)
  const { kind } = notice
  const about = { stream, seq, no: dossier.no, kind, itemName: item.name, at: fact.at, toldAt: now }
  await noticeStore(means.db).tell({ area, posts, ...about })
}

/** A role is told in full; where so many hold it, the work list is the place to share it out. */
const TOLD_MAX = 50

async function audience(
  { posts }: CaseMeans,
  area: string,
  { posts: named = [], role, roles = role === undefined ? [] : [role], bodies, places }: Audience,
  now: string,
): Promise<string[]> {
  if (roles.length === 0) return [...named]
  const where = [
    ...(bodies ?? []).map((body) => ({ body })),
    ...(places ?? []).map((place) => ({ place })),
    ...(bodies === undefined && places === undefined ? [{}] : []),
  ]
  const pages = await Promise.all(
    where.flatMap((at) =>
      roles.map((each) => posts.searchPosts(area, legalDay(now), { ...at, role: each, limit: TOLD_MAX })),
    ),
  )
  return pages.flat().map(({ id }) => id)
}
