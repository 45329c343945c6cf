import type { Instant } from '#platform/clock.ts'
import type { Sealed } from '#platform/crypto/sealed.ts'
import type { SubjectKeys } from '#platform/crypto/subject-keys.ts'
import type { Db, Queryable } from '#platform/db/db.ts'
import type { DataValue, Holder, KeptAnswer } from './contract.ts'
import { NO_AREA, subjectOf } from './subject.ts'

/** The data space of each party (数据空间): nothing is kept without consent, and everything goes when it is taken back. */
export interface DataSpace {
  kept(party: string): Promise<DataValue[]>
  /** The same of rows that another statement read beside its own (`keptBeside`). */
  opened(party: string, rows: readonly KeptRow[]): Promise<DataValue[]>
  /** Keeps answers of a filing whose applicant agreed; a newer answer replaces an older one. */
  keep(party: string, answers: readonly KeptAnswer[], sourceCase: string, now: Instant): Promise<void>
  drop(party: string, holder: string, element: string): Promise<boolean>
  /** Takes every consent back and forgets every value. */
  withdraw(party: string, now: Instant): Promise<void>
  /** Since when the oldest consent stands; nothing where none does. */
  consentSince(party: string): Promise<Instant | undefined>
}

/** An answer as it lies there: sealed. */
export interface KeptRow {
  holder: Holder
  element: string
  label: string
  value: Sealed
  sourceCase: string
  savedAt: Instant
}

/** Everything kept of a party as one column; `party` is an expression of the statement it stands in. */
export const keptBeside = (
  party: string,
): string => `(SELECT coalesce(json_agg(json_build_object('holder', k.holder,
      'element', k.element, 'label', k.label, 'value', k.value, 'sourceCase', k.source_case,
      'savedAt', to_char(k.saved_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) ORDER BY k.holder DESC, k.element), '[]')
    FROM party.data_value k WHERE k.area_code = '${NO_AREA}' AND k.party = ${party})`

export function dataSpace(db: Db, sealing: SubjectKeys): DataSpace {
  const opened: DataSpace['opened'] = async (party, rows) => {
    const subject = subjectOf(party)
    const texts = await sealing.openAll(rows.map(({ value }) => ({ area: NO_AREA, subject, sealed: value })))
    return rows.flatMap((row, index) => {
      const text = texts[index] ?? null
      return text === null ? [] : [{ ...row, ...(JSON.parse(text) as Pick<KeptAnswer, 'value' | 'text'>) }]
    })
  }
  return {
    opened,
    kept: async (party) => opened(party, await db.query<KeptRow>(KEPT, [NO_AREA, party])),
    async keep(party, answers, sourceCase, now) {
      const sealer = await sealing.sealFor(NO_AREA, subjectOf(party))
      const sealed = answers.map(({ value, text }) => sealer.seal(JSON.stringify({ value, text })))
      await db.transaction(async (tx) => {
        await tx.query(CONSENT, [NO_AREA, party, sourceCase, now])
        await upsert(tx, party, answers, sealed, sourceCase, now)
      })
    },
    async drop(party, holder, element) {
      return (await db.query(DROP, [NO_AREA, party, holder, element])).length > 0
    },
    async withdraw(party, now) {
      await db.transaction(async (tx) => {
        await tx.query(WITHDRAW, [NO_AREA, party, now])
        await tx.query(DROP_ALL, [NO_AREA, party])
      })
    },
    async consentSince(party) {
      return (await db.query<{ since: Instant | null }>(SINCE, [NO_AREA, party]))[0]?.since ?? undefined
    },
  }
}

async function upsert(
  tx: Queryable,
  party: string,
  answers: readonly KeptAnswer[],
  sealed: readonly string[],
  sourceCase: string,
  now: Instant,
): Promise<void> {
  if (answers.length === 0) return
  const column = (of: (answer: KeptAnswer) => string) => answers.map(of)
  await tx.query(KEEP, [
    ...[NO_AREA, party, column(({ holder }) => holder), column(({ element }) => element)],
    ...[column(({ label }) => label), sealed, sourceCase, now],
  ])
}

const KEPT = {
  name: 'party.data-kept',
  text: `SELECT holder, element, label, value, source_case AS "sourceCase", saved_at AS "savedAt"
    FROM party.data_value WHERE area_code = $1 AND party = $2 ORDER BY holder DESC, element`,
}

const KEEP = {
  name: 'party.data-keep',
  text: `INSERT INTO party.data_value (area_code, party, holder, element, label, value, source_case, saved_at)
    SELECT $1, $2::uuid, kept.holder, kept.element, kept.label, kept.value, $7, $8::timestamptz
    FROM unnest($3::text[], $4::text[], $5::text[], $6::text[]) AS kept(holder, element, label, value)
    ON CONFLICT (area_code, party, holder, element) DO UPDATE
      SET label = excluded.label, value = excluded.value, source_case = excluded.source_case, saved_at = excluded.saved_at`,
}

const CONSENT = {
  name: 'party.data-consent',
  text: `INSERT INTO party.data_consent (area_code, party, source_case, given_at) VALUES ($1, $2, $3, $4)
    ON CONFLICT (area_code, party, source_case) DO NOTHING`,
}

const DROP = {
  name: 'party.data-drop',
  text: `DELETE FROM party.data_value WHERE area_code = $1 AND party = $2 AND holder = $3 AND element = $4 RETURNING element`,
}

const DROP_ALL = {
  name: 'party.data-drop-all',
  text: 'DELETE FROM party.data_value WHERE area_code = $1 AND party = $2',
}

const WITHDRAW = {
  name: 'party.data-withdraw',
  text: 'UPDATE party.data_consent SET withdrawn_at = $3 WHERE area_code = $1 AND party = $2 AND withdrawn_at IS NULL',
}

const SINCE = {
  name: 'party.data-consent-since',
  text: 'SELECT min(given_at) AS since FROM party.data_consent WHERE area_code = $1 AND party = $2 AND withdrawn_at IS NULL',
}
