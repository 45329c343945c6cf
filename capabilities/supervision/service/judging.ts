import { compileCalendar } from '#engine/calendar/calendar.ts'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import type { Catalogue } from '#capabilities/catalogue/index.ts'
import type { PackParameters } from '#capabilities/organisation/contract.ts'
import type { Organisation } from '#capabilities/organisation/index.ts'
import type { Queryable } from '#platform/db/db.ts'
import { judge, type Finding } from '../model/findings.ts'
import { dayTold, handledCase, type BodyOf, type KeptRow } from '../model/imported.ts'
import { replaceFindings, type FindingRow } from '../store/findings.ts'
import { importStore, type JudgedCase } from '../store/imports.ts'

export interface JudgingMeans {
  organisation: Pick<Organisation, 'calendarOf' | 'pack' | 'searchBodies'>
  catalogue: Pick<Catalogue, 'grantsInMemory' | 'itemInForce' | 'itemCodes'>
}

const PAGE = 300

/** Judges reported cases again from every line that stands, and keeps what was found in place of what was found before. */
export async function judgeReported(
  means: JudgingMeans,
  tx: Queryable,
  area: string,
  projectNos: readonly string[],
  today: string,
): Promise<void> {
  const register = await registerOf(means, area, today)
  const store = importStore(tx, area)
  for (let at = 0; at < projectNos.length; at += PAGE) {
    const page = projectNos.slice(at, at + PAGE)
    const byCase = Map.groupBy(await store.rowsOf(page), ({ projectNo }) => projectNo)
    const cases: JudgedCase[] = []
    const found: FindingRow[] = []
    for (const [projectNo, rows] of byCase) {
      const { judged, findings } = await judgeOne(projectNo, rows, register, today)
      cases.push(judged)
      found.push(...findings.map((finding) => rowOf(finding, judged)))
    }
    await store.keepCases(cases)
    // Cases of which every line was taken back are gone, and so is what was found in them.
    await store.forgetCases(page.filter((projectNo) => !byCase.has(projectNo)))
    await replaceFindings(tx, area, 'import', page, found)
  }
}

function rowOf(finding: Finding, { projectNo, itemId, taskName, body }: JudgedCase): FindingRow {
  return { ...finding, source: 'import', caseNo: projectNo, itemId, itemName: taskName, body, place: null }
}

type Register = Awaited<ReturnType<typeof registerOf>>

async function judgeOne(
  projectNo: string,
  rows: readonly KeptRow[],
  register: Register,
  today: string,
): Promise<{ judged: JudgedCase; findings: Finding[] }> {
  const handled = handledCase(rows, register.bodyOf)
  const {
    taskCode,
    catalogCode,
    taskName = '',
  } = rows.find(({ dataset }) => dataset === 'accept')?.fields ?? {}
  const itemId = register.itemOf({ taskCode, catalogCode, taskName })
  const day = handled.accepted && dayTold(handled.accepted.at)
  const version = itemId && day ? await register.inForce(itemId, day) : undefined
  const implementing = taskCode && register.bodyOf({ code: taskCode.slice(0, 18) })
  const { findings, unjudged } = judge(handled, {
    item:
      itemId === undefined
        ? { unknown: 'item-unknown' }
        : version
          ? { id: itemId }
          : { unknown: 'item-not-in-force' },
    grants: register.grants.filter(({ item }) => item === itemId),
    towns: register.towns,
    ...(implementing ? { implementing } : {}),
    ...(version ? { version } : {}),
    nameOf: register.nameOf,
    calendar: register.calendar,
    asOf: today,
    ...register.separation,
  })
  const judged: JudgedCase = {
    ...{ projectNo, itemId: itemId ?? null, taskName: taskName || projectNo, judgedOn: today, unjudged },
    ...{ body: handled.accepted?.body ?? null, day: day ?? null },
  }
  return { judged, findings }
}

/** What our own registers say, read once for a file. */
async function registerOf({ organisation, catalogue }: JudgingMeans, area: string, today: string) {
  const pack = await organisation.pack(area)
  if (pack === undefined) throw new Error(`area ${area} has no pack`)
  const bodies = await everyBody(organisation, area, today)
  const named = new Map(bodies.flatMap(({ id, name, shortName }) => [[name, id] as const, [shortName, id]]))
  const coded = new Map(bodies.map(({ id, creditCode }) => [creditCode, id]))
  const names = new Map(bodies.map(({ id, name }) => [id, name]))
  const codes = await catalogue.itemCodes(area)
  const byCode = new Map(codes.map(({ id, catalogCode }) => [catalogCode, id]))
  const byName = new Map(codes.map(({ id, name }) => [name, id]))
  const versions = new Map<string, ItemVersion | undefined>()
  return {
    grants: await catalogue.grantsInMemory(area, true),
    calendar: compileCalendar(await organisation.calendarOf(area)),
    separation: separationOf(pack.body.parameters),
    // Tier 5: towns and streets (镇、街道).
    towns: new Set(bodies.filter(({ tier }) => tier === 5).map(({ id }) => id)),
    // A code is the stronger name: offices are called differently from file to file.
    bodyOf: (({ code, name }) =>
      (code === undefined ? undefined : coded.get(code)) ??
      (name === undefined ? undefined : named.get(name))) as BodyOf,
    nameOf: (body: string) => names.get(body) ?? body,
    itemOf: (said: { taskCode?: string | undefined; catalogCode?: string | undefined; taskName: string }) =>
      byCode.get(said.catalogCode ?? '') ?? byCode.get(baseCode(said.taskCode)) ?? byName.get(said.taskName),
    async inForce(item: string, day: string): Promise<ItemVersion | undefined> {
      const key = `${item}/${day}`
      if (!versions.has(key)) versions.set(key, (await catalogue.itemInForce(area, item, day))?.item)
      return versions.get(key)
    },
  }
}

/** 实施编码: credit code 18, level 1, base code 12. */
function baseCode(taskCode: string | undefined): string {
  return /^[0-9A-Z]{18}[1-7]\d{12}/.test(taskCode ?? '') ? taskCode!.slice(19, 31) : ''
}

export function separationOf({ roleSeparation }: PackParameters) {
  return {
    reviewAndDecideDiffer: roleSeparation?.value.reviewAndApprove === 'must-differ',
    acceptAndDecideDiffer: roleSeparation?.value.acceptAndApprove === 'must-differ',
  }
}

async function everyBody({ searchBodies }: JudgingMeans['organisation'], area: string, day: string) {
  const limit = 500
  const bodies = await searchBodies(area, day, { limit })
  for (let page = bodies; page.length === limit;) {
    page = await searchBodies(area, day, { limit, after: page.at(-1)!.id })
    bodies.push(...page)
  }
  return bodies
}
