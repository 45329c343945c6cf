import type { CitizenActor } from '#engine/actor.ts'
import { isRefusal, refusal, type Refusal } from '#engine/refusal.ts'
import { heardBefore, type Done } from '#capabilities/acts/perform.ts'
import { NO_AREA, subjectOf } from '#capabilities/party/index.ts'
import type { PartyDetails } from '#capabilities/party/contract.ts'
import { withOffset } from '#platform/clock.ts'
import type { Sealed } from '#platform/crypto/sealed.ts'
import type { Queryable } from '#platform/db/db.ts'
import { objectionsBy, publicName, receiptNumber } from '../chapters/publicity/rules.ts'
import { said } from '../chapters/publicity/words.ts'
import type { ObjectionView } from '../contract/public-notice.ts'
import type { CaseDossier } from '../model/dossier.ts'
import { nameOf } from '../model/powers.ts'
import { byObjector } from '../store/own-matters.ts'
import { FROM, ROW, type CaseRow } from '../store/rows.ts'
import { actOn, type ActParts } from './act.ts'
import { townsOf } from './public-notices.ts'

export interface Objecting {
  area: string
  /** The notice as the public list names it. */
  notice: string
  input: Readonly<Record<string, unknown>>
  actor: CitizenActor
  now: string
  requestId: string
  requestHash: string
}

/**
 * 公示异议, said online by somebody who reads the notice. It is the act an officer records for people at the counter, and the
 * only one on a case that somebody may take who does not see it: the notice is all they know.
 */
export async function object(parts: ActParts, objecting: Objecting): Promise<Done | Refusal> {
  const { means } = parts
  const { area, notice, actor, ...asked } = objecting
  const heard = await heardBefore(means.ledger, area, objecting)
  if (heard !== undefined) return heard
  const [row] = await means.db.query<CaseRow>(BY_NOTICE, [area, notice])
  if (row === undefined) return refusal('publicity-over')
  if (row.dossier.party === actor.party) return refusal('objection-own')
  const { dossier } = row
  const done = await actOn(parts, row, {
    ...{ ...asked, actor, no: dossier.no, act: 'record-objection', reliesOn: [] },
  })
  // How the case stands is for its applicant and the office; outside, what can no longer be objected to is over.
  return isRefusal(done) && OF_THE_CASE.has(done.code) ? refusal('publicity-over') : done
}

const OF_THE_CASE: ReadonlySet<string> = new Set([
  'not-in-this-state',
  'not-for-this-dossier',
  'not-your-step',
])

/** Of what hangs in an area, that which stands for an own application: nobody objects to it themselves. */
export async function ownNotices(
  { means: { db } }: Pick<ActParts, 'means'>,
  area: string,
  { party }: CitizenActor,
): Promise<string[]> {
  return (await db.query<{ id: string }>(OWN_NOTICES, [area, party])).map(({ id }) => id)
}

/** What this person has said online of anything that hung in an area, the newest first. */
export async function objectionsOf(
  { means, worlds }: Pick<ActParts, 'means' | 'worlds'>,
  area: string,
  { party }: CitizenActor,
): Promise<ObjectionView[]> {
  const rows = await means.db.query<{ dossier: CaseDossier }>(BY_OBJECTOR, [
    ...[area, JSON.stringify([{ party }]), OBJECTED_MAX],
  ])
  return objectionViews(
    { means, worlds },
    area,
    party,
    rows.map(({ dossier }) => dossier),
  )
}

/** What the person said of the cases that were found for them. */
export async function objectionViews(
  { means, worlds }: Pick<ActParts, 'means' | 'worlds'>,
  area: string,
  party: string,
  dossiers: readonly CaseDossier[],
): Promise<ObjectionView[]> {
  if (dossiers.length === 0) return []
  const [towns, bodies] = await Promise.all([
    townsOf(worlds, area),
    means.organisation.bodiesByIds(area, [...new Set(dossiers.map(nameOf))]),
  ])
  const names = new Map(bodies.map(({ id, name }) => [id, name]))
  const views = await Promise.all(
    dossiers.map((dossier) =>
      viewsOf(means, area, party, dossier, { ...towns(dossier), body: names.get(nameOf(dossier)) ?? '' }),
    ),
  )
  return views.flat().toSorted((one, other) => other.at.localeCompare(one.at))
}

async function viewsOf(
  { sealing, catalogue }: ActParts['means'],
  area: string,
  party: string,
  dossier: CaseDossier,
  around: { body: string; town?: string },
): Promise<ObjectionView[]> {
  const mine = objectionsBy(dossier, party)
  const subject = subjectOf(dossier.party)
  const sealed = [dossier.applicant, ...mine.map(({ text }) => text)]
  const [{ item }, [applicant, ...texts]] = await Promise.all([
    catalogue.pinned(area, dossier.item.id, dossier.item.version),
    sealing.openAll(sealed.map((text) => ({ area: NO_AREA, subject, sealed: text as Sealed }))),
  ])
  return mine.map(({ id, by, answer }, index): ObjectionView => {
    // Whoever applied may have had everything of theirs erased, and what was said of them with it.
    const { text, from, contact } = texts[index] == null ? ERASED : said(JSON.parse(texts[index]))
    const { enquiryPhone, complaintPhone } = item
    return {
      ...{ id, number: receiptNumber(dossier, id) },
      ...{ item: item.name, ...around, at: withOffset(by.at), text, enquiryPhone, complaintPhone },
      applicant: applicant == null ? '' : publicName(JSON.parse(applicant) as PartyDetails, item),
      ...(from === undefined ? {} : { from }),
      ...(contact === undefined ? {} : { contact }),
      ...(answer === undefined ? {} : { answer: { upheld: answer.upheld, day: answer.by.day } }),
    }
  })
}

const ERASED: ReturnType<typeof said> = { text: '（内容已经按规定删除）' }

/** The cases whose number ends so and that hang in public or did: one, unless two departments took in so many on one day. */
export async function numbersOfNotice(db: Queryable, area: string, signs: string): Promise<string[]> {
  return (await db.query<{ no: string }>(BY_PUBLIC_NUMBER, [area, signs])).map(({ no }) => no)
}

/** More than one person ever says; nothing pages through them. */
export const OBJECTED_MAX = 100

/** Walks the index of what hangs now (schema/0013); the condition is that of the index, word for word. */
const BY_NOTICE = {
  name: 'cases.by-notice',
  text: `SELECT ${ROW} FROM ${FROM}
    WHERE v.area_code = $1 AND v.open AND (
      (v.dossier -> 'publicity' IS NOT NULL AND v.dossier -> 'publicity' -> 'closedOn' IS NULL)
      OR (v.dossier -> 'hearing' -> 'convened' IS NOT NULL AND v.dossier -> 'hearing' -> 'over' IS NULL)
    ) AND v.dossier -> 'publicity' ->> 'id' = $2`,
}

const OWN_NOTICES = {
  name: 'cases.own-notices',
  text: `SELECT dossier -> 'publicity' ->> 'id' AS id FROM cases.case_view
    WHERE area_code = $1 AND party = $2 AND open AND dossier -> 'publicity' IS NOT NULL
      AND dossier -> 'publicity' -> 'closedOn' IS NULL`,
}

const BY_OBJECTOR = {
  name: 'cases.by-objector',
  text: `SELECT v.dossier FROM (${byObjector('$1', '$2::jsonb', '$3')}) v`,
}

const BY_PUBLIC_NUMBER = {
  name: 'cases.by-public-number',
  text: `SELECT no FROM cases.case_view
    WHERE area_code = $1 AND right(no, 15) = $2 AND dossier -> 'publicity' IS NOT NULL`,
}
