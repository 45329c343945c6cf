import type { StaffActor } from '#engine/actor.ts'
import type { WorkingCalendar } from '#engine/calendar/calendar.ts'
import { explain } from '#engine/clock/explain.ts'
import { legalDay, type Instant } from '#engine/day.ts'
import type { Fact } from '#engine/fact.ts'
import { allowed } from '#engine/procedure/decide.ts'
import type { ReliedOn } from '#engine/procedure/procedure.ts'
import { refusal, type Refusal } from '#engine/refusal.ts'
import { readFact } from '#capabilities/acts/stored-fact.ts'
import { withOffset } from '#platform/clock.ts'
import { NO_DUE_DAY } from '#platform/views/work-list.ts'
import { day as dayText } from '#ui/format/day.ts'
import type { ChangeAct, ChangeDetail, ChangeState, ChangeSummary } from '../../contract/change.ts'
import { findingView, qualityOf } from '../../gate/quality.ts'
import {
  ACT_TITLES,
  CLOCK_TITLES,
  FACT_TITLES,
  newItemWords,
  STATE_TITLES,
  storyWords,
} from '../../words/change.ts'
import { differences } from '../differences.ts'
import { PART_TITLES } from '../part-titles.ts'
import type { ChangeDossier } from '../model/dossier.ts'
import { unsettled } from '../model/from-above.ts'
import type { FromFile } from '../model/from-file.ts'
import { CHANGE_ACTIONS, itemChange } from '../model/item-change.ts'
import { dueDayOf } from '../model/limits.ts'
import { sightOfChanges } from '../sight.ts'
import { changeReader, type ChangeRow } from '../store.ts'
import type { Parts } from './act.ts'
import { judged } from './judged.ts'
import { upperUpdate } from './upper-update.ts'

export interface Looking {
  actor: StaffActor
  now: Instant
  reliesOn: readonly ReliedOn[]
}

/** One change as its author, its approver and the supervisor read it. */
export async function detail(
  { means, worlds }: Parts,
  id: string,
  { actor, now, reliesOn }: Looking,
): Promise<ChangeDetail | Refusal> {
  const { area } = actor
  const row = await changeReader(means.db).find(area, id, sightOfChanges(actor))
  if (row === undefined) return refusal('change-not-found')
  const { dossier } = row
  const { item, base, authorBody, body, above } = dossier
  const [facts, world, before, bodies] = await Promise.all([
    means.ledger.facts(area, row.stream).then((stored) => stored.map(readFact)),
    worlds.of({ area, item, base, authorBody, now, reliesOn, body, ...(above ? { above } : {}) }),
    means.catalogue.itemVersion(area, item, base),
    means.organisation.bodiesByIds(area, [authorBody]),
  ])
  const posts = facts.flatMap(({ actor: who }) => (who.kind === 'staff' ? [who.post] : []))
  const names = await means.posts.namesOf(area, [...new Set(posts)])
  const [answers = [], ways = []] = await Promise.all([means.answers?.(area, id), means.waysOf?.(area, body)])
  const judgement = await judged(means, world, area, body)
  return {
    summary: summary(row, bodies[0]?.shortName ?? authorBody, legalDay(now)),
    body,
    ...(before === undefined ? {} : { before: before.item }),
    differences: before === undefined ? allNew(base) : differences(before.item, body).map(neutral),
    quality: qualityOf({ item: body, judgement }),
    findings: judgement.findings.map(findingView),
    comments: dossier.comments.map(({ text, on, by }) => ({
      ...{ at: withOffset(by.at), who: names.get(by.post ?? '') ?? '', text },
      ...(on === undefined ? {} : { on }),
    })),
    clocks: clocksOf(dossier, world.calendar),
    ...returnedBy(dossier, facts, names),
    story: facts.map((fact) => storyLine(fact, names)),
    answers: [...answers],
    ways: ways.map(({ title }) => title),
    ...(dossier.fromAbove === undefined ? {} : { upper: upperUpdate(dossier.fromAbove, body) }),
    allowed: allowed(itemChange, dossier, actor, now, world).flatMap((name) =>
      allowedAct(name, judgement.passes),
    ),
  }
}

const allNew = (base: number) =>
  base === 0 ? [{ at: '/name', part: PART_TITLES.name, text: newItemWords.allNew }] : []

export const neutral = ({ at, part, text }: { at: string; part: string; text: string }) => ({
  at,
  part,
  text,
})

export function summary(
  { id, dueDay, dossier }: ChangeRow,
  authorBody: string,
  today: string,
): ChangeSummary {
  const { item, body, base, rollsBackTo, reason, version, effectiveFrom, fromAbove } = dossier
  const state = dossier.state as ChangeState
  return {
    ...{ id, item, name: body.name, itemVersion: body.version, base, state, stateText: STATE_TITLES[state] },
    ...(rollsBackTo === undefined ? {} : { rollsBackTo }),
    ...{ reason, authorBody, version },
    ...(dueDay === NO_DUE_DAY ? {} : { dueDay }),
    late: dueDay < today,
    ...(effectiveFrom === undefined ? {} : { effectiveFrom }),
    ...(fromAbove === undefined
      ? {}
      : { fromAbove: { open: unsettled(dossier).length, all: fromAbove.conflicts.length } }),
  }
}

function clocksOf({ clocks }: ChangeDossier, calendar: WorkingCalendar): ChangeDetail['clocks'] {
  return Object.values(clocks).map((clock) => {
    const day = dueDayOf(clock, calendar)
    return {
      ...{ clock: clock.name, title: CLOCK_TITLES[clock.name] ?? clock.name },
      ...(day === undefined ? {} : { day }),
      sentence: explain(clock, calendar),
    }
  })
}

function storyLine({ seq, actor, at, kind, body }: Fact, names: ReadonlyMap<string, string>) {
  return {
    ...{ seq, at: withOffset(at), text: FACT_TITLES[kind] ?? kind },
    who: actor.kind === 'staff' ? (names.get(actor.post) ?? storyWords.staff) : storyWords.system,
    details: detailsOf(body),
  }
}

const BACK: ReadonlySet<string> = new Set(['change-returned', 'change-sent-back'])

/** Why it came back stands above what is to be done, not only in the trail. */
function returnedBy({ state }: ChangeDossier, facts: readonly Fact[], names: ReadonlyMap<string, string>) {
  const fact = state === 'returned' ? facts.findLast(({ kind }) => BACK.has(kind)) : undefined
  if (fact === undefined) return {}
  const { at, who, details } = storyLine(fact, names)
  return { returned: { at, who, text: details.join(' ') } }
}

function detailsOf(body: Readonly<Record<string, unknown>>): string[] {
  const { reason, text, effectiveFrom, code, rollsBackTo, edits } = body as {
    [key: string]: string | undefined
    edits?: never
  }
  return [
    ...(reason ? [storyWords.reason(reason)] : []),
    ...(rollsBackTo ? [storyWords.rollsBack(Number(rollsBackTo))] : []),
    ...(text ? [text] : []),
    ...(Array.isArray(edits) ? [storyWords.edits((edits as readonly unknown[]).length)] : []),
    ...(effectiveFrom ? [storyWords.from(dayText(effectiveFrom))] : []),
    ...(code ? [storyWords.failed(code)] : []),
    ...fileDetails(body),
  ]
}

function fileDetails({ fromFile }: { fromFile?: FromFile }): string[] {
  return fromFile ? [storyWords.fromFile(fromFile.file, fromFile.row), ...fromFile.left] : []
}

/** What can only be refused until the draft is mended says so instead. */
function allowedAct(name: string, passes: boolean): ChangeAct[] {
  const words = ACT_TITLES[name]
  const action = CHANGE_ACTIONS.get(name)
  if (words === undefined || action === undefined) return []
  const judged = name === 'submit' || name === 'approve' || name === 'publish'
  return [
    {
      act: name,
      ...words,
      input: action.input,
      ...(judged && !passes ? { waits: storyWords.notPassed } : {}),
    },
  ]
}
