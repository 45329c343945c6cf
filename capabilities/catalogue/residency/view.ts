import type { LegalDay } from '#engine/day.ts'
import { askedOf, columnsOf, sheetFile, type SheetFile } from '#ui/format/sheet.ts'
import { day as dayText } from '#ui/format/day.ts'
import { domainTitles } from '../contract/domains.ts'
import type { GapLine, RateView, ResidencyView, UnitEntryView } from '../contract/residency-routes.ts'
import { exceptionText, LACK_WORDS, rateText, RESIDENCY_WORDS as words } from '../words/residency.ts'
import { itemTypeTitles } from '../words.ts'
import { atWork, type ResidencyMeans } from './read.ts'
import { residencyOf, TARGET_PERMILLE, type Lack, type Rate, type ResidencyLine } from './residency.ts'
import { unitEntryOf } from './units.ts'

type Titles = ReadonlyMap<string, string>
const titlesOf = (titles: Readonly<Record<string, string>>): Titles => new Map(Object.entries(titles))

/** Rates by kind, domain and place, and what is missing or stays away with leave. */
export async function residency(means: ResidencyMeans, area: string, day: LegalDay): Promise<ResidencyView> {
  const { items, ground } = await atWork(means, area, day)
  const found = residencyOf(items, ground)
  const places = new Map(ground.places.map(({ id, name }) => [id, name]))
  const bodies = await bodyNames(means, area, day)
  const rates = (some: readonly Rate[], titles: Titles) =>
    some.map((rate) => rateView(rate, titles.get(rate.key) ?? rate.key))
  return {
    day,
    total: rateView(found.total, words.all),
    byType: rates(found.byType, titlesOf(itemTypeTitles)),
    byDomain: rates(found.byDomain, titlesOf(domainTitles)),
    byPlace: rates(found.byPlace, places),
    gaps: found.lines
      .filter(({ standing }) => standing !== 'resident')
      .map((line) => gapLine(line, places, bodies)),
  }
}

const bodyNames = async ({ organisation }: ResidencyMeans, area: string, day: LegalDay): Promise<Titles> =>
  new Map((await organisation.bodies(area, day)).map(({ id, shortName }) => [id, shortName]))

const rateView = ({ permille, ...rate }: Rate, title: string): RateView => ({
  ...{ ...rate, title, rateText: rateText(permille), reached: permille >= TARGET_PERMILLE },
})

function gapLine(line: ResidencyLine, places: Titles, bodies: Titles): GapLine {
  const { item, unit, lacking, exception, standing } = line
  return {
    ...{ item: item.id, name: item.name, standing: standing === 'excepted' ? standing : 'missing' },
    typeText: itemTypeTitles[item.itemType],
    domainText: domainTitles[item.domain],
    unitName: unit === undefined ? words.towns : (bodies.get(unit) ?? unit),
    lacking: lacking.map(({ place, why }) => ({ place: places.get(place) ?? place, why: LACK_WORDS[why] })),
    ...(exception ? { exception: exceptionText(exception) } : {}),
    remedies: exception ? [] : remediesOf(line),
  }
}

/** The acts that close a gap, each with where it is taken. */
function remediesOf({ item, lacking, unit }: ResidencyLine): GapLine['remedies'] {
  const whys = new Set<Lack>(lacking.length === 0 ? ['not-offered'] : lacking.map(({ why }) => why))
  return [
    ...(whys.has('not-offered') ? [{ text: words.change, path: '/item-changes' }] : []),
    ...(whys.has('no-window') ? [{ text: words.window, path: '/organisation' }] : []),
    ...(whys.has('window-closed') ? [{ text: words.reopen, path: '/books/window-pause' }] : []),
    ...(whys.has('no-power')
      ? [
          ...(unit === undefined ? [] : [{ text: words.agree, path: '/books/entrustment-agreement' }]),
          { text: words.register, path: `/powers?q=${item.id}` },
        ]
      : []),
    { text: words.except, path: '/books/residency-exception' },
  ]
}

export async function unitEntry(means: ResidencyMeans, area: string, day: LegalDay): Promise<UnitEntryView> {
  const { items, ground } = await atWork(means, area, day)
  const found = unitEntryOf(items, ground)
  const windowIds = found.units.flatMap(({ windows }) => windows)
  const [bodies, windows] = await Promise.all([
    bodyNames(means, area, day),
    means.organisation.windowsByIds(area, windowIds),
  ])
  const places = new Map(ground.places.map(({ id, name }) => [id, name]))
  const named = new Map(windows.map(({ id, name, place }) => [id, `${places.get(place) ?? place}${name}`]))
  return {
    ...{ day, of: found.of, in: found.in, rateText: rateText(found.permille) },
    reached: found.permille >= TARGET_PERMILLE,
    units: found.units
      .map((unit) => ({
        ...{ ...unit, name: bodies.get(unit.unit) ?? unit.unit },
        windows: unit.windows.map((id) => named.get(id) ?? id),
        remedies: unit.inHall ? [] : [{ text: words.agree, path: '/books/entrustment-agreement' }],
      }))
      .toSorted((one, other) => Number(one.inHall) - Number(other.inHall)),
  }
}

/** Rates, gaps or units for a spreadsheet. */
export async function residencyFile(
  means: ResidencyMeans,
  area: string,
  day: LegalDay,
  list: 'gaps' | 'rates' | 'units',
): Promise<SheetFile> {
  const head = {
    title: words.titles[list],
    name: words.titles[list],
    more: false,
    asked: askedOf({ 日期: dayText(day) }),
  }
  if (list === 'units') {
    const { units } = await unitEntry(means, area, day)
    return sheetFile({
      ...{ ...head, columns: columnsOf(...words.unitColumns) },
      rows: units.map(({ name, items, windows, entrusted, inHall }) => [
        ...[name, items, windows.join('、'), entrusted, inHall ? words.inHall : words.notInHall],
      ]),
    })
  }
  const { gaps, total, byType, byDomain, byPlace } = await residency(means, area, day)
  if (list === 'gaps')
    return sheetFile({
      ...{ ...head, columns: columnsOf(...words.gapColumns) },
      rows: gaps.map((gap) => [
        ...[gap.name, gap.typeText, gap.domainText, gap.unitName, words[gap.standing]],
        ...[gap.lacking.map(({ place, why }) => `${place}：${why}`).join('；'), gap.exception ?? ''],
      ]),
    })
  const groups = { total: [total], byType, byDomain, byPlace }
  return sheetFile({
    ...{ ...head, columns: columnsOf(...words.rateColumns) },
    rows: Object.entries(groups).flatMap(([group, rates]) =>
      rates.map((rate) => [
        ...[words.groups[group as keyof typeof groups], rate.title, rate.of, rate.resident],
        ...[rate.excepted, rate.missing, rate.rateText],
      ]),
    ),
  })
}
