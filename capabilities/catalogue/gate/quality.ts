import { refusal, type Refusal } from '#engine/refusal.ts'
import type { Organisation, PlaceEntry } from '#capabilities/organisation/index.ts'
import type { Queryable } from '#platform/db/db.ts'
import { askedOf, columnsOf, sheetFile, type SheetFile } from '#ui/format/sheet.ts'
import type { ItemVersion } from '../contract.ts'
import { GUIDE_ELEMENTS } from '../contract/guide-parts.ts'
import type { ItemCheck, ItemQuality, QualityFinding } from '../contract/gate-routes.ts'
import { agreedAnalyses } from '../books/material-analysis.ts'
import { bundlesCiting } from '../authoring/bundles.ts'
import type { Catalogue } from '../index.ts'
import { dataElements } from '../elements/register.ts'
import { splitStandards } from '../situations/standards.ts'
import { gateWords, QUALITY_COLUMNS, SEVERITY_TITLES } from '../words/gate.ts'
import { CHECK_GROUPS, offersOf, type Around } from './check.ts'
import { CHECKS } from './checks.ts'
import { judgeListed, markOf, type Judged } from './kept-judgements.ts'
import { judge, severityOf, type Finding, type Judgement, type Severities } from './judge.ts'

export interface GateMeans {
  db: Queryable
  catalogue: Pick<Catalogue, 'itemsInForce' | 'itemInForce' | 'itemVersion' | 'listedInForce' | 'navigation'>
  organisation: Pick<Organisation, 'pack' | 'placeDirectory'>
  /** Names of what counts on an item (一件事); left out, the undertakings of the area. */
  bundlesCiting?(area: string, item: string): Promise<readonly string[]>
}

export interface QualityRequest {
  q?: string
  check?: string
  severity?: 'block' | 'warn'
  limit?: number
  cursor?: string
}

const PAGE = 50

/** What an area judges its items by: how grave each check is, and where the items can be handed in. */
export async function gateOf(means: GateMeans, area: string, day: string) {
  const [pack, places, standards, elements, analyses] = await Promise.all([
    means.organisation.pack(area),
    means.organisation.placeDirectory(area, day),
    splitStandards(means.db, area),
    dataElements(means.db, area),
    agreedAnalyses(means.db, area),
  ])
  const cited = means.bundlesCiting ?? bundlesCiting(means.catalogue)
  const severities: Severities = pack?.body.parameters.itemGate?.value ?? {}
  const offers = offersOf(pack?.body.parameters ?? {})
  const judgeCited = (item: ItemVersion, citedBy?: readonly string[]): Judgement =>
    judge(item, severities, {
      ...{
        places: offering(item, places),
        splitStandards: standards,
        offers,
        ...{ analyses, ...(elements.length > 0 ? { elements } : {}) },
      },
      ...(citedBy ? { citedBy } : {}),
    })
  return {
    severities,
    around: [severities, offers, places, standards, elements, analyses],
    judgeCited,
    judge: async (item: ItemVersion) => judgeCited(item, await cited(area, item.id)),
  }
}

function offering({ entryModes }: ItemVersion, places: readonly PlaceEntry[]): Around['places'] & object {
  return places.filter(({ tier }) => tier !== 'point' && entryModes[tier] !== undefined)
}

export async function itemQuality(
  means: GateMeans,
  area: string,
  day: string,
  { limit = PAGE, cursor, ...asked }: QualityRequest,
) {
  const all = await judgedItems(means, area, day)
  const found = narrowed(all, asked)
  const from = cursor === undefined ? 0 : found.findIndex(({ item }) => item.id === cursor) + 1
  const page = found.slice(from, from + limit)
  const sum = all.reduce((total, { judgement }) => total + judgement.score, 0)
  return {
    checked: all.length,
    average: all.length === 0 ? 0 : Math.round(sum / all.length),
    items: page.map(qualityOf),
    ...(from + limit < found.length ? { nextCursor: page.at(-1)!.item.id } : {}),
  }
}

export async function qualityOfItem(
  means: GateMeans,
  area: string,
  day: string,
  id: string,
): Promise<{ quality: ItemQuality; findings: QualityFinding[] } | Refusal> {
  const found = await means.catalogue.itemInForce(area, id, day)
  if (found === undefined) return refusal('item-not-found')
  const judgement = await (await gateOf(means, area, day)).judge(found.item)
  return {
    quality: qualityOf({ item: found.item, judgement }),
    findings: judgement.findings.map(findingView),
  }
}

export async function itemChecks(
  means: GateMeans,
  area: string,
  day: string,
): Promise<{ checks: ItemCheck[] }> {
  const gate = await gateOf(means, area, day)
  const all = await judgedItems(means, area, day, gate)
  const breaking = all.map(({ judgement }) => new Set(judgement.findings.map(({ check }) => check)))
  const checks = CHECKS.map((check) => {
    const { id, group, title, source, floor } = check
    const broken = breaking.filter((ids) => ids.has(id)).length
    const severity = severityOf(check, gate.severities)
    return { id, group, groupTitle: CHECK_GROUPS[group], title, source, severity, floor, broken }
  })
  return { checks }
}

/** A line for each finding, so that it can be handed out and worked off; an item without any has one line. */
export async function qualityFile(
  means: GateMeans,
  area: string,
  day: string,
  asked: QualityRequest,
): Promise<SheetFile> {
  const found = narrowed(await judgedItems(means, area, day), asked)
  const check = CHECKS.find(({ id }) => id === asked.check)
  return sheetFile({
    title: gateWords.file,
    columns: columnsOf(...QUALITY_COLUMNS),
    rows: found.flatMap(({ item, judgement: { score, passes, elements, findings } }) =>
      (findings.length === 0 ? [undefined] : findings).map((finding) => [
        ...[
          item.name,
          item.id,
          item.version,
          score,
          passes ? gateWords.passes : gateWords.fails,
          elements.said,
        ],
        ...[finding && SEVERITY_TITLES[finding.severity], finding?.title, finding?.what, finding?.remedy],
        finding?.source,
      ]),
    ),
    asked: askedOf({
      [gateWords.item]: asked.q,
      [gateWords.check]: check?.title ?? asked.check,
      [gateWords.severity]: asked.severity && SEVERITY_TITLES[asked.severity],
    }),
    more: false,
  })
}

/** Every item in force, the one that needs work most first. */
async function judgedItems(
  means: GateMeans,
  area: string,
  day: string,
  read?: Awaited<ReturnType<typeof gateOf>>,
): Promise<Judged[]> {
  const { catalogue } = means
  const [gate, listed, { undertakings }] = await Promise.all([
    read ?? gateOf(means, area, day),
    catalogue.listedInForce(area, day),
    catalogue.navigation(area),
  ])
  const judged = await judgeListed({
    ...{ on: means.db, area, listed, mark: markOf([gate.around, undertakings]), judge: gate.judge },
    read: async (id, version) => (await catalogue.itemVersion(area, id, version))?.item,
    readAll: async () => (await catalogue.itemsInForce(area, day)).map(({ item }) => item),
  })
  return judged.toSorted(
    (a, b) =>
      Number(a.judgement.passes) - Number(b.judgement.passes) ||
      a.judgement.score - b.judgement.score ||
      a.item.id.localeCompare(b.item.id),
  )
}

function narrowed(all: readonly Judged[], { q, check, severity }: QualityRequest): Judged[] {
  return all.filter(
    ({ item, judgement: { findings } }) =>
      (q === undefined || item.name.includes(q) || item.id === q) &&
      (check === undefined || findings.some((finding) => finding.check === check)) &&
      (severity === undefined || findings.some((finding) => finding.severity === severity)),
  )
}

export function qualityOf({ item: { id, name, version }, judgement }: Judged): ItemQuality {
  const { score, passes, elements, findings } = judgement
  const blocking = findings.filter(({ severity }) => severity === 'block').length
  const missing = elements.missing.map((element) => GUIDE_ELEMENTS[element])
  const remarks = findings.length - blocking
  return { item: id, name, version, score, passes, blocking, remarks, elements: elements.said, missing }
}

export function findingView(finding: Finding): QualityFinding {
  return { ...finding, groupTitle: CHECK_GROUPS[finding.group] }
}
