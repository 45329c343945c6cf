import { compileCalendar } from '#engine/calendar/calendar.ts'
import { legalDay } from '#engine/day.ts'
import { DOMAINS, type ItemVersion } from '#capabilities/catalogue/contract.ts'
import { domainTitles, rankItems } from '#capabilities/catalogue/model.ts'
import type { OpeningHours } from '#capabilities/organisation/contract.ts'
import { refuse } from '#platform/refusal.ts'
import type { CitizenServices, HomeView } from './contract.ts'
import { summaryOf, type Items } from './items.ts'
import type { PortalMeans } from './means.ts'
import { dayKind, openNow } from './model.ts'
import { said } from './words.ts'

const TOPICS_SHOWN = 12
const SEARCH_PAGE = 20

export function home(
  means: PortalMeans,
  items: Items,
): Pick<CitizenServices, 'home' | 'search' | 'itemsOfDomain' | 'regions'> {
  const { area, organisation, clock, demo } = means
  const today = () => legalDay(clock.now())
  return {
    async home() {
      const inForce = await items.inForce()
      const [found, opening] = await Promise.all([organisation.area(area, today()), openingNow(means)])
      return {
        areaName: found?.name ?? '',
        topics: topicsOf(inForce),
        domains: DOMAINS.map((domain) => ({
          domain,
          title: domainTitles[domain],
          count: inForce.filter((item) => item.domain === domain).length,
        })),
        openNow: opening,
        demo,
      }
    },
    async search(words, cursor) {
      const ranked = rankItems(await items.inForce(), words.slice(0, 100))
      const from = Math.max(0, Number.parseInt(cursor ?? '0', 10) || 0)
      const next = from + SEARCH_PAGE
      return {
        items: ranked.slice(from, next).map(summaryOf),
        ...(next < ranked.length ? { nextCursor: String(next) } : {}),
      }
    },
    async itemsOfDomain(domain) {
      const known = DOMAINS.find((each) => each === domain)
      if (known === undefined) return said(refuse('domain-not-found'))
      const inForce = await items.inForce()
      return {
        title: domainTitles[known],
        items: inForce.filter((item) => item.domain === known).map(summaryOf),
      }
    },
    regions: () => organisation.regionDirectory(area, today()),
  }
}

/** Scenes of life with the most items first. */
function topicsOf(items: readonly ItemVersion[]): HomeView['topics'] {
  const byTopic = new Map<string, ItemVersion[]>()
  for (const item of items)
    for (const topic of item.topics) byTopic.set(topic, [...(byTopic.get(topic) ?? []), item])
  return [...byTopic]
    .toSorted(([a, some], [b, others]) => others.length - some.length || a.localeCompare(b, 'zh-CN'))
    .slice(0, TOPICS_SHOWN)
    .map(([name, found]) => ({ name, items: found.map(summaryOf) }))
}

/** The hall's hours on today's kind of day, by the area's calendar. */
async function openingNow({ area, organisation, clock }: PortalMeans): Promise<HomeView['openNow']> {
  const now = clock.now()
  const day = legalDay(now)
  const [source, places] = await Promise.all([organisation.calendarOf(area), organisation.places(area, day)])
  const hall = places.find(({ kind }) => kind === 'hall')
  if (hall === undefined) return { day, open: false, sentence: '网上随时可以申请。' }
  const { value } = await organisation.standard(area, hall.id, 'openingHours', day)
  return openNow(value as OpeningHours, dayKind(compileCalendar(source), source, day), day, now)
}
