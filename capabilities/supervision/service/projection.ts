import { compileCalendar, type WorkingCalendar } from '#engine/calendar/calendar.ts'
import { readFact } from '#capabilities/acts/stored-fact.ts'
import { effectiveItem } from '#capabilities/case/model.ts'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import type { Catalogue } from '#capabilities/catalogue/index.ts'
import type { Organisation } from '#capabilities/organisation/index.ts'
import type { Queryable } from '#platform/db/db.ts'
import type { Ledger, StoredFact } from '#platform/ledger/ledger.ts'
import type { Fact } from '#engine/fact.ts'
import {
  attemptOf,
  caseLine,
  judgeOwn,
  noticeExceptions,
  policyOf,
  type Attempt,
  type CalendarOf,
  type CaseLine,
  type Finding,
} from '../model.ts'
import { supervisionReader, supervisionWriter } from '../store.ts'
import { addFinding, replaceFindings, type FindingRow } from '../store/findings.ts'
import { STOPPED_TITLES, TRIED_TITLES } from '../words.ts'
import { separationOf } from './judging.ts'

export interface ProjectionMeans {
  db: Queryable
  ledger: Pick<Ledger, 'facts'>
  organisation: Pick<Organisation, 'bodiesByIds' | 'calendarOf' | 'pack'>
  catalogue: Pick<Catalogue, 'grantsInMemory' | 'pinned'>
}

export interface Projection {
  /** Folds the whole case again and keeps its line; a fact that is folded already changes nothing. */
  hearCase(fact: Pick<StoredFact, 'areaCode' | 'stream' | 'seq'>): Promise<void>
  hearAttempt(fact: StoredFact): Promise<void>
  /** The line that all facts of a case give. */
  lineOf(facts: readonly StoredFact[]): Promise<CaseLine | undefined>
  /** What the rules find in a case; replaces what they found before. Most are only asked of one that was decided. */
  judgeCase(line: CaseLine, facts: readonly StoredFact[]): Promise<void>
}

export function projection(means: ProjectionMeans): Projection {
  const read = supervisionReader(means.db)
  const write = supervisionWriter(means.db)
  const calendars = calendarVersions(means.organisation)

  async function lineOf(stored: readonly StoredFact[]): Promise<CaseLine | undefined> {
    if (stored[0] === undefined) return undefined
    const { areaCode: area, stream } = stored[0]
    const facts = stored.map(readFact)
    const pack = await packOf(area)
    const calendarOf = await calendarsOf(area, facts)
    const declaredVisits = await declared(area, facts)
    return caseLine({ area, stream, facts, declaredVisits }, calendarOf, policyOf(pack).thresholds)
  }

  async function declared(area: string, facts: readonly Fact[]): Promise<number> {
    const item = facts.find(({ kind }) => kind === 'received')?.body['item'] as
      | { id: string; version: number }
      | undefined
    return item === undefined ? 0 : (await means.catalogue.pinned(area, item.id, item.version)).item.visits
  }

  async function packOf(area: string) {
    const pack = await means.organisation.pack(area)
    if (pack === undefined) throw new Error(`area ${area} has no pack`)
    return pack.body.parameters
  }

  function calendarsOf(area: string, facts: readonly Fact[]): Promise<CalendarOf> {
    const named = facts.flatMap(({ clock = [] }) =>
      clock.flatMap((entry) => ('calendar' in entry ? [entry.calendar] : [])),
    )
    return calendars(area, named)
  }

  async function judgeCase(line: CaseLine, stored: readonly StoredFact[]): Promise<void> {
    const { area, itemId, itemVersion } = line
    const facts = stored.map(readFact)
    const notified = facts.some(({ kind }) => kind === 'supplement-notified')
    if (line.decidedDay === null && !notified) return
    const { item } = await means.catalogue.pinned(area, itemId, itemVersion)
    const found = [
      ...noticeExceptions(facts, materialNames(item)),
      ...(line.decidedDay === null ? [] : await judgeDecided(line, facts, item)),
    ]
    const rows = found.map((finding) => ({ ...finding, ...aboutOf(line, item.name) }))
    await replaceFindings(means.db, area, 'own', [line.no], rows)
  }

  async function judgeDecided(
    line: CaseLine,
    facts: readonly Fact[],
    item: ItemVersion,
  ): Promise<readonly Finding[]> {
    const { area, itemId, procedure } = line
    return judgeOwn(
      line,
      facts,
      {
        item: {
          id: itemId,
          process: effectiveItem(item, procedure as 'approval', situationIn(facts)).process,
        },
        grants: (await means.catalogue.grantsInMemory(area, false)).filter((grant) => grant.item === itemId),
        nameOf: (body) => body,
        ...separationOf(await packOf(area)),
      },
      await calendarsOf(area, facts),
    )
  }

  /** An attempt is a finding the moment it was stopped; it stays, whatever becomes of the case. */
  async function foundAttempt(attempt: Attempt): Promise<void> {
    const { area, kind, caseStream, at, seq, day, code, action, post, actorKind } = attempt
    if (caseStream === null) return
    // The attempt may be heard before the case it was made on.
    const line =
      (await read.line(area, caseStream)) ?? (await lineOf(await means.ledger.facts(area, caseStream)))
    if (line === undefined) return
    const { item } = await means.catalogue.pinned(area, line.itemId, line.itemVersion)
    await addFinding(means.db, area, {
      ...FOUND[kind],
      ...{ day, ...aboutOf(line, item.name) },
      ...(attempt.body === null ? {} : { body: attempt.body }),
      facts: {
        ...{ what: TRIED_TITLES[action] ?? action, why: STOPPED_TITLES[code] ?? code },
        ...(kind === 'second-notice' ? { materials: namedIn(attempt, item) } : {}),
        deeds: [{ step: 'attempt', day, post: post ?? actorKind }],
      },
      evidence: [{ from: 'fact', seq, kind: 'attempted', at, by: post ?? actorKind }],
    })
  }

  return {
    lineOf,
    judgeCase,
    async hearCase({ areaCode, stream, seq }) {
      const held = await read.line(areaCode, stream)
      if (held !== undefined && held.version >= seq) return
      const stored = await means.ledger.facts(areaCode, stream)
      const line = await lineOf(stored)
      if (line === undefined) return
      // Before the line, so that a crash in between finds the case unheard and judges it again.
      await judgeCase(line, stored)
      await write.keepLine(line)
    },
    async hearAttempt(fact) {
      const attempt = attemptOf(fact)
      await write.keepAttempt(attempt)
      await foundAttempt(attempt)
    },
  }
}

/** As what an attempt that was stopped is found. */
const FOUND = {
  'beyond-power': { rule: 'beyond-power', code: 'attempted' },
  upward: { rule: 'upward', code: 'upward-attempted' },
  'second-notice': { rule: 'one-time-notice', code: 'notice-blocked' },
} as const

/** What a blocked second notice would have named. */
function namedIn({ facts }: Attempt, item: ItemVersion): string[] {
  return ((facts['materials'] ?? []) as string[]).map(materialNames(item))
}

function materialNames({ materials }: Pick<ItemVersion, 'materials'>): (id: string) => string {
  return (id) => materials.find((material) => material.id === id)?.name ?? id
}

function aboutOf({ no, itemId, decidingBody, acceptPlace }: CaseLine, itemName: string) {
  const own: Pick<FindingRow, 'source' | 'caseNo' | 'itemId' | 'itemName' | 'body' | 'place'> = {
    ...{ source: 'own', caseNo: no, itemId, itemName, body: decidingBody, place: acceptPlace },
  }
  return own
}

/** A calendar version never changes, so each is compiled once. */
function calendarVersions(organisation: Pick<Organisation, 'calendarOf'>) {
  const compiled = new Map<string, WorkingCalendar>()
  return async (area: string, versions: readonly string[]): Promise<CalendarOf> => {
    for (const version of new Set(versions)) {
      const key = `${area}/${version}`
      if (!compiled.has(key)) compiled.set(key, compileCalendar(await organisation.calendarOf(area, version)))
    }
    return (version) => compiled.get(`${area}/${version}`)!
  }
}

/** The situation (情形) a case was filed in: its steps have days of their own. */
function situationIn(facts: readonly Fact[]): { situation?: string } {
  const situation = facts.find(({ kind }) => kind === 'received')?.body['situation']
  return typeof situation === 'string' ? { situation } : {}
}
