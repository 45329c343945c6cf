import { legalDay } from '#engine/day.ts'
import { isRefusal } from '#engine/refusal.ts'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import { calledOf, differences, targetedPlaces } from '#capabilities/catalogue/model.ts'
import { nearestFirst, offering } from '#capabilities/guide/model.ts'
import { itemStatistics } from '#capabilities/supervision/index.ts'
import type { CitizenServices, GuideView, PlaceView } from './contract.ts'
import { undertakingsAround, type Items } from './items.ts'
import type { PortalMeans } from './means.ts'
import { surroundingsOf } from './surroundings.ts'
import { said } from './words.ts'

export function guidePages(
  means: PortalMeans,
  items: Items,
): Pick<CitizenServices, 'guide' | 'guidePdf' | 'guideFile' | 'places'> {
  const { area, catalogue, guides, clock } = means
  const around = surroundingsOf(means)
  return {
    async guide(itemId, region) {
      const view = await guides.view(area, itemId, legalDay(clock.now()), region)
      if (isRefusal(view)) return said(view)
      const navigation = await catalogue.navigation(area)
      const coming = await comingOf(means, view.item)
      const at = `/items/${view.item.id}`
      const first = region === undefined ? undefined : nearestFirst(view.places, region)[0]
      const nearest = first && (await around.place(first.id))
      return {
        ...view,
        ...(coming === undefined ? {} : { coming }),
        ...(nearest === undefined ? {} : { nearest }),
        called: calledOf(view.item, navigation.names),
        undertakings: undertakingsAround(view.item.id, await items.inForce(), navigation),
        pdfUrl: `${at}/guide.pdf`,
        noticeUrl: `${at}/guide-short.pdf`,
        layouts: [
          { title: '活页（A5，PDF）', href: `${at}/guide-leaf.pdf` },
          { title: '折页（A4三折，PDF）', href: `${at}/guide-fold.pdf` },
        ],
        statistics: await itemStatistics(means.db, area, view.item.id, legalDay(clock.now())),
        files: view.files.map((each) => ({ ...each, href: `${at}/${each.file}.pdf` })),
      }
    },
    async guidePdf(itemId, edition, local) {
      const printed = await guides.pdf(area, itemId, legalDay(clock.now()), edition, local)
      return isRefusal(printed) ? said(printed) : printed
    },
    async guideFile(itemId, file) {
      const printed = await guides.file(area, itemId, legalDay(clock.now()), file)
      return isRefusal(printed) ? said(printed) : printed
    },
    places: (item, region) => placesToFile(means, item, region),
  }
}

/** Published and not begun: whoever reads today's guide for next month learns in time what will be asked then. */
async function comingOf(
  { area, catalogue, clock }: PortalMeans,
  item: ItemVersion,
): Promise<GuideView['coming']> {
  const next = await catalogue.comingVersion(area, item.id, legalDay(clock.now()))
  if (next === undefined) return undefined
  const changes = differences(item, next.item).flatMap(
    ({ applicants, weight, text }) => applicants ?? (weight === 'eases' ? text : []),
  )
  return { from: next.item.effectiveFrom, changes }
}

/**
 * Where an application for a region can be handed in, nearest first: places of the item's tiers with a window clerk on
 * duty. Nowhere when the law leaves the region's street office out of those who may decide.
 */
export async function placesToFile(
  { area, catalogue, organisation, staff, clock }: PortalMeans,
  asked: string | ItemVersion,
  region: string,
): Promise<readonly PlaceView[]> {
  const day = legalDay(clock.now())
  const item = typeof asked === 'string' ? (await catalogue.itemInForce(area, asked, day))?.item : asked
  if (item === undefined) return []
  const { kind, townsOnly } = item.decidingBody
  if (kind === 'town') {
    const town = await organisation.townBody(area, region, day)
    if (town === undefined || (townsOnly && town.kind === 'street-office')) return []
  }
  const [entries, grants, staffed] = await Promise.all([
    organisation.placeDirectory(area, day, region),
    catalogue.grantsInMemory(area, false),
    staff.placesWith(area, day, 'window-clerk'),
  ])
  const withClerks = new Set(staffed)
  const offered = offering(item, entries, targetedPlaces(grants, item.id, day))
  return nearestFirst(offered, region).filter(({ id }) => withClerks.has(id))
}
