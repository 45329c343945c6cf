import { addDays, legalDay, type Instant } from '#engine/day.ts'
import { isRefusal } from '#engine/refusal.ts'
import { held, type Books } from '#capabilities/books/index.ts'
import { frequentCorrections } from '../corrections.ts'
import { alike } from '../model/alike.ts'
import { citing } from '../model/citations.ts'
import { sheetDifferences, sheetOf } from '../model/sheet.ts'
import { contentOfItem } from '../copies/source.ts'
import { sm3 } from '#platform/ledger/canonical.ts'
import type { StoredFact } from '#platform/ledger/ledger.ts'
import type { Worker } from '#platform/jobs/worker.ts'
import { DRAFT_FACTS, followDraft, hangOnDraft } from './follow-drafts.ts'
import { faqProposalBook, faqProposals } from './faq-proposal.ts'
import { LAW_CHANGED, type LawChange } from './law-change.ts'
import type { GuideBookMeans } from './means.ts'
import { QUESTION_ASKED, questionBook, type Question } from './question.ts'
import { IN_USE, rackBook, racks } from './rack.ts'
import { REVISION_OPENED, revisions } from './revision.ts'

const LAW_CHANGES = 'guide.law-changes'
const QUESTIONS = 'guide.questions'
const DRAFTS = 'guide.revision-drafts'
const REVISIONS = 'guide.revisions-opened'

/** Where the plan names no other: three equal questions (GUI-18) in a quarter [K]. */
const ASKED_OFTEN = { times: 3, calendarDays: 90 }

/** How often is often in this area, and since which day it is counted. */
async function oftenIn({ organisation }: GuideJobMeans, area: string, now: Instant) {
  const { times, calendarDays } =
    (await organisation.pack(area))?.body.parameters.askedOften?.value ?? ASKED_OFTEN
  return { times, since: addDays(legalDay(now), -calendarDays) }
}

export function guideSubscribers(kind: string): readonly string[] {
  if (kind === LAW_CHANGED) return [LAW_CHANGES]
  if (DRAFT_FACTS.includes(kind)) return [DRAFTS]
  if (kind === REVISION_OPENED) return [REVISIONS]
  return kind === QUESTION_ASKED ? [QUESTIONS] : []
}

export interface GuideJobMeans extends GuideBookMeans {
  books: Pick<Books, 'record' | 'carry'>
}

export function guideBookJobs(worker: Worker, means: GuideJobMeans): void {
  worker.onFact(LAW_CHANGES, (fact, { now }) => openRevisions(means, fact, now))
  worker.onFact(DRAFTS, (fact, { now }) => followDraft(means, fact, now))
  worker.onFact(REVISIONS, (fact, { now }) => hangOnDraft(means, fact, now))
  worker.onFact(QUESTIONS, (fact, { now }) => proposeWhatIsAskedOften(means, fact, now))
}

interface OpeningFact {
  id: string
  said: Record<string, unknown>
  set: Record<string, unknown>
}

/** One revision for each guide that cites the law; the same fact heard twice opens none twice, for its request is the same. */
async function openRevisions(means: GuideJobMeans, fact: StoredFact, now: Instant): Promise<void> {
  const { id, set } = fact.body as unknown as OpeningFact
  const change = set as unknown as LawChange
  const day = legalDay(now)
  const items = (await means.catalogue.itemsInForce(fact.areaCode, day)).map(({ item }) => item)
  const book = revisions(means)
  for (const item of citing(items, change.law)) {
    const input = {
      ...{ item: item.id, trigger: change.change === 'new-policy' ? 'policy' : 'law', source: id },
      cause: `${change.law}变动（${change.document}，${change.effectiveOn}起施行）：${change.what}`.slice(
        0,
        1000,
      ),
      dueDay: change.reviseBy < day ? day : change.reviseBy,
    }
    await said(means, book, fact.areaCode, { act: 'open', input, now, of: `${id}/${item.id}` })
  }
}

/** Whoever asks the third time makes it a proposal, unless one lies there or the answer stands already. */
async function proposeWhatIsAskedOften(means: GuideJobMeans, fact: StoredFact, now: Instant): Promise<void> {
  const area = fact.areaCode
  const { item, plain } = (fact.body as unknown as OpeningFact).set as unknown as Question
  const { times, since } = await oftenIn(means, area, now)
  const asked = (await held(means.db, questionBook, { area, item })).filter(
    ({ entry }) =>
      entry.state !== 'no-question' && (entry.openedBy?.day ?? '') >= since && alike(entry.body.plain, plain),
  )
  if (asked.length < times) return
  const before = await held(means.db, faqProposalBook, { area, item })
  const known = before.some(
    ({ entry }) =>
      entry.body.about === 'question' &&
      alike(entry.body.plain, plain) &&
      // What was dismissed comes up again only when it is asked as often once more.
      (entry.state !== 'dismissed' || (entry.last['dismiss']?.day ?? '') >= since),
  )
  if (known) return
  const [first] = asked.toSorted((a, b) =>
    (a.entry.openedBy?.at ?? '').localeCompare(b.entry.openedBy?.at ?? ''),
  )
  const { question, plain: key } = first!.entry.body
  const input = { item, about: 'question', question, plain: key, times: asked.length, since }
  await said(means, faqProposals(means), area, { act: 'propose', input, now, of: `${item}/${key}/${since}` })
}

/** What notices asked for most becomes a proposal for the error examples (常见错误示例) of the item. */
export async function proposeErrors(
  means: GuideJobMeans,
  area: string,
  item: string,
  now: Instant,
): Promise<void> {
  const { times: often, since } = await oftenIn(means, area, now)
  const frequent = await frequentCorrections(means.db, { area, item, since, times: often })
  const published =
    frequent.length === 0 ? undefined : await means.catalogue.itemInForce(area, item, legalDay(now))
  if (published === undefined) return
  const before = await held(means.db, faqProposalBook, { area, item })
  for (const { material, times } of frequent) {
    const paper = published.item.materials.find(({ id }) => id === material)
    const known = before.some(({ entry: { body } }) => body.about === 'error' && body.plain === material)
    if (paper === undefined || known) continue
    const question = `很多人交的“${paper.name}”要补正`
    const input = { item, about: 'error', question, plain: material, times, since }
    await said(means, faqProposals(means), area, {
      act: 'propose',
      input,
      now,
      of: `${item}/${material}/${since}`,
    })
  }
}

/** Guides on racks that do not say what the guide says today are named for withdrawal (待撤换). */
export async function markOldStock(means: GuideJobMeans, area: string, now: Instant): Promise<number> {
  const book = racks(means)
  const day = legalDay(now)
  let marked = 0
  const racked = await Promise.all(IN_USE.map((state) => held(means.db, rackBook, { area, state })))
  for (const { id, entry } of racked.flat()) {
    const { item, itemVersion } = entry.body
    const current = await means.catalogue.itemInForce(area, item, day)
    if (current?.item.version === itemVersion) continue
    if (current !== undefined && (await sameContent(means, area, item, itemVersion, current.item.version)))
      continue
    const input = { replacedBy: current?.item.version ?? 0 }
    const done = await means.books.carry(
      book,
      { area, id },
      {
        ...{ act: 'mark-old', input, now, requestId: `rack/${id}/${input.replacedBy}` },
      },
    )
    if (!isRefusal(done)) marked += 1
  }
  return marked
}

/** A version that changed nothing people read leaves the racks as they are. */
async function sameContent(
  means: GuideBookMeans,
  area: string,
  item: string,
  one: number,
  other: number,
): Promise<boolean> {
  const [before, after] = await Promise.all([
    means.catalogue.itemVersion(area, item, one),
    means.catalogue.itemVersion(area, item, other),
  ])
  if (before === undefined || after === undefined) return false
  const [old, now] = await Promise.all(
    [before, after].map(({ item: version }) => contentOfItem(means, area, version)),
  )
  return sheetDifferences(sheetOf(now!), sheetOf(old!)).length === 0
}

interface Saying {
  act: string
  input: Record<string, unknown>
  now: Instant
  /** What makes it the same request when it is heard again. */
  of: string
}

async function said(
  { books }: GuideJobMeans,
  book: Parameters<Books['record']>[0],
  area: string,
  { act, input, now, of }: Saying,
): Promise<void> {
  const requestId = `${book.kind}/${sm3(of).slice(0, 40)}`
  const actor = { kind: 'system', job: 'guide' } as const
  const done = await books.record(book, {
    area,
    act,
    input,
    now,
    actor,
    requestId,
    requestHash: of,
    reliesOn: [],
  })
  // An open one of the same key is what was wanted.
  if (isRefusal(done) && done.code !== 'book-entry-exists')
    throw new Error(`${book.kind} was not recorded: ${done.code}`)
}
