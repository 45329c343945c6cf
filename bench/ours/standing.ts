import fs from 'node:fs'
import path from 'node:path'
import { isRefused } from '#platform/refusal.ts'
import { accountsOf } from '#platform/auth/accounts.ts'
import { auditOf } from '#platform/auth/audit.ts'
import { TEST_COST } from '#platform/auth/passwords.ts'
import { legalDay, systemClock } from '#platform/clock.ts'
import { keysFrom } from '#platform/crypto/keys.ts'
import { subjectKeys } from '#platform/crypto/subject-keys.ts'
import type { Db } from '#platform/db/db.ts'
import { migrate } from '#platform/db/migrate.ts'
import { migrationSets } from '#platform/migrations.ts'
import { COUNTIES, county, ITEMS, PARTIES, party, STANDING_CASES } from '../work.ts'
import { NOBODYS_AREA } from './service.ts'

export const OFFICER_PASSWORD = 'Bench-officer-7'
export const officerOf = (area: string): string => `officer-${area}`

/** Everything that is there before the clock starts: tables, items, powers, posts, accounts, keys and old cases. */
export async function loadStanding(db: Db, masterKey: string): Promise<void> {
  await migrate(db, migrationSets())
  await db.query(fs.readFileSync(path.join(import.meta.dirname, 'schema.sql'), 'utf8'))
  const today = legalDay(systemClock.now())
  for (const text of standingSql(today)) await db.query(text)
  const keys = keysFrom(masterKey)
  const means = { db, keys, clock: systemClock, audit: auditOf(db, keys, systemClock), cost: TEST_COST }
  const accounts = accountsOf(means)
  for (let n = 0; n < COUNTIES; n += 1) {
    const login = officerOf(county(n))
    const made = await accounts.create(
      { kind: 'staff', login, subject: login, password: OFFICER_PASSWORD, mustChange: false },
      'account:bench',
    )
    if (isRefused(made)) throw new Error(`no account for ${login}: ${made.code}`)
  }
  const sealing = subjectKeys(db, keys, systemClock)
  for (let n = 0; n < PARTIES; n += 1) await sealing.sealFor(NOBODYS_AREA, party(n))
}

const CODE = `'SI' || lpad(n::text, 6, '0')`
/** Item and county of the n-th case run in step, so each item belongs to one county: 75 items, 75 grants a county. */
const AREA_OF_ITEM = `'3301' || lpad((1 + (n - 1) % ${COUNTIES})::text, 2, '0')`
const AREA_OF_CASE = `'3301' || lpad((1 + n % ${COUNTIES})::text, 2, '0')`
const CASE_ID = `('01900000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))`
const STATE = `(ARRAY['submitted', 'accepted', 'in_review', 'decided'])[1 + (n / ${COUNTIES}) % 4]`
const TASK = `(ARRAY['accept', 'start_review', 'decide', 'issue'])[1 + (n / ${COUNTIES}) % 4]`
const ANY_HASH = `repeat('0', 64)`

function standingSql(today: string): string[] {
  const year = today.slice(0, 4)
  const items = `generate_series(1, ${ITEMS}) AS n`
  const posts = `generate_series(0, ${COUNTIES - 1}) AS n`
  const cases = `generate_series(1, ${STANDING_CASES}) AS n`
  const officer = `'officer-' || ${AREA_OF_CASE}`
  const stream = `'bench:${year}:' || ${CASE_ID}`
  const head = (area: string, name: string, from: string) =>
    `INSERT INTO ledger.head (area_code, stream, version, hash) SELECT ${area}, ${name}, 1, ${ANY_HASH} FROM ${from}`
  return [
    `INSERT INTO bench.item SELECT ${AREA_OF_ITEM}, ${CODE}, 'Service ' || n, 'Department ' || (1 + n % 37), 20 + n % 40, 5 + n % 15,
       format('kw%s kw%s kw%s', n % 97, n % 53, n % 11), rpad('', 560, 'How to apply, what to bring, when to come. '),
       'item:${year}:' || ${CODE} FROM ${items}`,
    head(AREA_OF_ITEM, `'item:${year}:' || ${CODE}`, items),
    `INSERT INTO catalogue.power_grant (area_code, id, stream, version, item, body, place, kind, powers, valid_from, basis)
       SELECT ${AREA_OF_ITEM}, 'grant-' || n, 'grant:${year}:' || n, 1, ${CODE}, 'body-' || ${AREA_OF_ITEM}, '*', 'own',
         ARRAY['accept', 'decide', 'seal'], '2020-01-01', 'scenario' FROM ${items}`,
    head(AREA_OF_ITEM, `'grant:${year}:' || n`, items),
    `INSERT INTO staff.person (area_code, id, name) SELECT '${NOBODYS_AREA}', ${officer}, 'Officer ' || n FROM ${posts}`,
    `INSERT INTO staff.person_area (area_code, person, post_area) SELECT '${NOBODYS_AREA}', ${officer}, ${AREA_OF_CASE} FROM ${posts}`,
    `INSERT INTO staff.post (area_code, id, person, title, roles, place, body, valid_from, stream, version)
       SELECT ${AREA_OF_CASE}, 'post-' || n, ${officer}, 'Officer', ARRAY['window-clerk', 'reviewer', 'approver', 'issuer'],
         'hall', 'body-' || ${AREA_OF_CASE}, '2020-01-01', 'post:${year}:' || n, 1 FROM ${posts}`,
    head(AREA_OF_CASE, `'post:${year}:' || n`, posts),
    head(AREA_OF_CASE, stream, cases),
    `INSERT INTO ledger.fact (area_code, born_year, stream, seq, kind, body, actor, at, schema_version, hash_alg, prev_hash, hash)
       SELECT ${AREA_OF_CASE}, ${year}, ${stream}, 1, 'created', rpad('', 1300, 'sealed '), '{}', now(), 1, 'sm3', ${ANY_HASH}, ${ANY_HASH} FROM ${cases}`,
    `INSERT INTO bench.case_view (area_code, id, stream, no, version, state, item, body, title, received_at, due_day, changed_at, dossier)
       SELECT ${AREA_OF_CASE}, ${CASE_ID}::uuid, ${stream}, 'S' || lpad(n::text, 10, '0'), 1, ${STATE}, 'SI' || lpad((1 + n % ${ITEMS})::text, 6, '0'),
         'body-' || ${AREA_OF_CASE}, 'Standing case ' || n, now(), '${today}'::date + n % 42, now(),
         json_build_object('state', ${STATE}, 'no', 'S' || n, 'title', rpad('', 500, 'standing data ')) FROM ${cases}`,
    `INSERT INTO bench.clock (area_code, case_id, started_on, due_on)
       SELECT ${AREA_OF_CASE}, ${CASE_ID}::uuid, '${today}', '${today}'::date + n % 42 FROM ${cases} WHERE ${STATE} IN ('accepted', 'in_review')`,
    `INSERT INTO bench.work_item (area_code, case_id, seq, kind, opened_at) SELECT ${AREA_OF_CASE}, ${CASE_ID}::uuid, 1, ${TASK}, now() FROM ${cases}`,
  ]
}
