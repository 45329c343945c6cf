import type { Fact } from '#engine/fact.ts'
import { legalDay } from '#engine/day.ts'
import { readFact } from '#capabilities/acts/stored-fact.ts'
import { sameToken } from '#platform/crypto/tokens.ts'
import type { CaseProgress } from '../contract.ts'
import { areaOfCaseNumber, isCaseNumber } from '../model/case-number.ts'
import { effectiveItem, procedureOf } from '../model.ts'
import { queryCode } from '../papers/tokens.ts'
import { caseReader, type CaseRow } from '../store.ts'
import { steps } from './detail/progress.ts'
import type { CaseMeans } from './means.ts'
import { toldToApplicant } from './applicant-clocks.ts'
import { clockViews, summary, type Names } from './views.ts'
import type { Worlds } from './worlds.ts'

interface Parts {
  means: CaseMeans
  worlds: Worlds
  names(rows: readonly CaseRow[]): Promise<Names>
}

/**
 * Where a matter stands, for whoever holds its number and the code on its receipt (查询码). A number that is nobody's and
 * a code that is wrong give the same answer after the same work; how often somebody may try is the caller's to limit.
 */
export async function progressByCode(
  parts: Parts,
  no: string,
  code: string,
  now: string,
): Promise<CaseProgress | undefined> {
  const { means, worlds } = parts
  const right = sameToken(queryCode(means.keys, no), code)
  const area = isCaseNumber(no) ? areaOfCaseNumber(no) : '000000'
  const row = await caseReader(means.db).find(area, no, { everythingInArea: area })
  if (!right || row === undefined) return undefined
  const { dossier } = row
  const today = legalDay(now)
  const [{ item }, facts, names, calendar] = await Promise.all([
    means.catalogue.pinned(area, dossier.item.id, dossier.item.version),
    means.ledger.facts(area, row.stream).then((stored): Fact[] => stored.map(readFact)),
    parts.names([row]),
    worlds.calendar(area),
  ])
  const { itemName, stateText, applicant, acceptPlace, decidingBody, waitsFor, stands, receivedAt } = summary(
    row,
    names,
    calendar,
    today,
    Object.values(dossier.clocks),
  )
  return {
    ...{ no, itemName, stateText, applicant, acceptPlace, decidingBody, waitsFor, receivedAt },
    ...(stands === undefined ? {} : { stands }),
    closed: procedureOf(dossier).states[dossier.state]?.final === true,
    steps: steps(facts, dossier, effectiveItem(item, dossier.procedure, dossier)),
    clocks: clockViews(dossier, calendar, today).filter(
      (clock) => toldToApplicant(clock) && clock.state !== 'ended',
    ),
  }
}
