import { isRefusal, refusal, type Refusal } from '#engine/refusal.ts'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import type { Catalogue } from '#capabilities/catalogue/index.ts'
import { targetedPlaces } from '#capabilities/catalogue/model.ts'
import type { Organisation } from '#capabilities/organisation/index.ts'
import type { Queryable } from '#platform/db/db.ts'
import type { Renderer, RenderRequest } from '#platform/documents/render.ts'
import { canonical, sm3, type Json } from '#platform/ledger/canonical.ts'
import { adoptedAnswers, withAdopted } from './adopted.ts'
import { EDITIONS, type Edition, type Guide, type GuideFile, type GuideWay } from './contract.ts'
import type { FormSource } from './documents/form-data.ts'
import { composeGuide } from './documents/guide-data.ts'
import { composeData, composeView, nearestFirst, offering, type GuideSource } from './model.ts'
import { fileName, filesOf } from './model/files.ts'
import { faqSince } from './model/faq-since.ts'
import { localTo, type Local } from './model/local.ts'
import { shelf, type Shelf } from './shelf.ts'
import { fileFaults, formSource, requestOf } from './files.ts'
import { EDITION_TITLES } from './words.ts'

export const guideCapability = { name: 'guide' } as const
export { guideRefusalWords } from './words.ts'
export { guideHttp } from './routes.ts'
export { guideFiles, guideRoutes } from './contract/routes.ts'
export { guideBooks } from './books/index.ts'
export { questionBook, questions } from './books/question.ts'
export { guideBookJobs, guideSubscribers, markOldStock, proposeErrors } from './books/jobs.ts'
export { correctionJobs, correctionSubscribers } from './corrections.ts'
export { answeredRevisions } from './books/follow-drafts.ts'
export { checkCopies } from './copies/check.ts'
export { copyJobs, keepCopies } from './copies/job.ts'
export { guideCopies, type GuideCopies } from './copies/service.ts'
export { editionOf, HANDBOOK_KINDS, HANDBOOK_TITLES } from './handbook/kinds.ts'
export { handbooks, type Handbooks, type HandbookView } from './handbook/service.ts'

export interface GuideMeans {
  db: Queryable
  organisation: Organisation
  catalogue: Catalogue
  renderer: Renderer
  /** Where people reach the site. */
  publicUrl: string
  /** What the address of a guide carries besides: which area it is of. */
  linkQuery?: string
  demo: boolean
  /** Further paths of an item's cases; asked of those who run them, who know the guide and not the other way round. */
  waysOf?(area: string, item: ItemVersion): Promise<readonly GuideWay[]>
  /** How the paper looks that ends a case of it; from whoever writes it. */
  resultSample?(of: Pick<FormSource, 'item' | 'body' | 'demo'>): RenderRequest
}

export interface PrintedGuide {
  fileName: string
  bytes: Uint8Array
}

export interface Guides {
  /** The guide of the version in force on a day; with a region also the places that serve it, nearest first. */
  view(area: string, itemId: string, day: string, region?: string): Promise<Guide | Refusal>
  /** Whole, or as one place hands it out for one situation of the item. */
  pdf(
    area: string,
    itemId: string,
    day: string,
    edition: Edition,
    local?: Local,
  ): Promise<PrintedGuide | Refusal>
  /** 空白表格, 示范文本 or 结果样本 of the version in force. */
  file(area: string, itemId: string, day: string, file: GuideFile): Promise<PrintedGuide | Refusal>
  /** The guide a version would have that nobody has published: for its author alone, never for the public. */
  draftView(area: string, item: ItemVersion, day: string): Promise<Guide>
  /** Its papers; nothing where the draft has none of that kind. */
  draftPaper(
    area: string,
    item: ItemVersion,
    day: string,
    paper: Edition | GuideFile,
  ): Promise<PrintedGuide | Refusal>
  /** What keeps the files of a version that is not published yet from opening, one sentence each. */
  fileFaults(area: string, item: ItemVersion): Promise<string[]>
}

/** About 100 kB each; a county prints some hundred items in two editions, most of them rarely. */
const KEPT_PRINTS = 80
/** A day an item and version; published versions never change. */
const KEPT_DAYS = 2_000

interface Means extends GuideMeans {
  faqDays: Shelf<string>
}

export function guides(given: GuideMeans): Guides {
  const prints = shelf<Uint8Array>(KEPT_PRINTS)
  const faqDays = shelf<string>(KEPT_DAYS)
  const means = { ...given, faqDays }
  return {
    async view(area, itemId, day, region) {
      const source = await sourceOf(means, area, itemId, day, region)
      return source === undefined
        ? refusal('item-not-found', { facts: { item: itemId } })
        : composeView(source)
    },
    async pdf(area, itemId, day, edition, local = {}) {
      const whole = await sourceOf(means, area, itemId, day)
      if (whole === undefined) return refusal('item-not-found', { facts: { item: itemId } })
      const source = localTo(whole, local)
      if (isRefusal(source)) return source
      const data = composeData(source, edition)
      // Addresses and hours change without a new version of the item, so the content is part of the key.
      const key = `${area}/${itemId}@${source.item.version}/${edition}/${sm3(canonical(data as unknown as Json))}`
      const bytes = await prints.take(key, () => means.renderer.render(composeGuide(data, edition)))
      const title = EDITION_TITLES[edition]
      const at = local.place === undefined ? '' : `-${source.places[0]!.name}`
      return { fileName: `${source.item.name}-${title}${at}.pdf`, bytes }
    },
    async file(area, itemId, day, file) {
      const source = await sourceOf(means, area, itemId, day)
      if (source === undefined) return refusal('item-not-found', { facts: { item: itemId } })
      const { item } = source
      const request = requestOf(means, formSource(source), file)
      if (request === undefined || !filesOf(item).some((each) => each.file === file))
        return refusal('guide-file-none', { facts: { item: itemId } })
      const key = `${area}/${itemId}@${item.version}/${file}/${sm3(canonical(request.data as Json))}`
      const bytes = await prints.take(key, () => means.renderer.render(request))
      return { fileName: fileName(item, file), bytes }
    },
    draftView: async (area, item, day) => composeView(await draftSource(means, area, item, day)),
    async draftPaper(area, item, day, paper) {
      const source = await draftSource(means, area, item, day)
      const request = isEdition(paper)
        ? composeGuide(composeData(source, paper), paper)
        : requestOf(means, formSource(source), paper)
      if (request === undefined) return refusal('guide-file-none', { facts: { item: item.id } })
      const title = isEdition(paper) ? EDITION_TITLES[paper] : fileName(item, paper)
      return {
        fileName: isEdition(paper) ? `草稿-${item.name}-${title}.pdf` : `草稿-${title}`,
        bytes: await means.renderer.render(request),
      }
    },
    fileFaults: (area, item) => fileFaults(means, area, item),
  }
}

const isEdition = (paper: Edition | GuideFile): paper is Edition =>
  (EDITIONS as readonly string[]).includes(paper)

/** A draft is composed like a version; only since when its questions stand nobody knows before it comes out. */
function draftSource(means: Means, area: string, item: ItemVersion, day: string): Promise<GuideSource> {
  const faqDays = { take: () => Promise.resolve(item.effectiveFrom) }
  return composed({ ...means, faqDays }, area, item, day)
}

async function sourceOf(
  means: Means,
  area: string,
  itemId: string,
  day: string,
  region?: string,
): Promise<GuideSource | undefined> {
  const published = await means.catalogue.itemInForce(area, itemId, day)
  return published && composed(means, area, published.item, day, region, published.authorBody ?? undefined)
}

async function composed(
  { db, organisation, publicUrl, linkQuery = '', demo, waysOf, catalogue, faqDays }: Means,
  area: string,
  item: ItemVersion,
  day: string,
  region?: string,
  authorBody?: string,
): Promise<GuideSource> {
  const { kind, body: named } = item.decidingBody
  const [entries, bodies, ways, since, adopted, authors, grants] = await Promise.all([
    organisation.placeDirectory(area, day, region),
    kind === 'body' ? organisation.bodiesByIds(area, [named!]) : [],
    waysOf?.(area, item) ?? [],
    faqDays.take(`${area}/${item.id}@${item.version}`, async () =>
      faqSince(
        (await catalogue.versions(area, item.id)).map((each) => each.item),
        item,
      ),
    ),
    adoptedAnswers(db, area, item),
    authorBody === undefined ? [] : organisation.bodiesByIds(area, [authorBody]),
    catalogue.grantsInMemory(area, false),
  ])
  const [body] = bodies
  if (kind === 'body' && body === undefined)
    throw new Error(`${item.id}: the body ${named} is not in the register`)
  const places = offering(item, entries, targetedPlaces(grants, item.id, day))
  return {
    item: withAdopted(item, adopted),
    ...(body === undefined ? {} : { body }),
    places: region === undefined ? places : nearestFirst(places, region),
    ...(authors[0] === undefined ? {} : { author: authors[0].name }),
    url: `${publicUrl}/items/${item.id}${linkQuery}`,
    ways,
    faqSince: adopted.since !== undefined && adopted.since > since ? adopted.since : since,
    demo,
  }
}

export type { ComparedItem, CopyDifference, Handbook, OperatingProcedure } from './contract/copy.ts'
