import type { Queryable } from '#platform/db/db.ts'
import { commitStatement } from '#platform/ledger/commit.ts'
import type { ComingChange } from '../model/coming.ts'
import type { Change } from '../model/place-change.ts'
import type { Wish } from './ground-act.ts'

export interface ChangeRow {
  id: string
  stream: string
  subject: 'place' | 'body' | 'region' | 'served'
  of: string
  from: string
  at: string
  post: string
  basis: string
  act: string
  wish: Wish
  changes: Change[]
  touches: string[]
  state: 'coming' | 'in-force' | 'withdrawn' | 'stopped'
  because: string | null
}

const COLUMNS = `id, stream, subject, of, from_day AS "from", at, post, basis, act, wish, changes, touches, state,
  ended_because AS because`

const COMING = {
  name: 'organisation.ground-coming',
  text: `SELECT ${COLUMNS} FROM organisation.ground_change
    WHERE area_code = $1 AND state = 'coming' ORDER BY from_day, at, id LIMIT 500`,
}

const OF_THING = {
  name: 'organisation.ground-changes',
  text: `SELECT ${COLUMNS} FROM organisation.ground_change
    WHERE area_code = $1 AND (subject = $2 AND of = $3 OR $4 = ANY(touches)) ORDER BY at DESC, id DESC LIMIT 200`,
}

const ONE = {
  name: 'organisation.ground-change-by-id',
  text: `SELECT ${COLUMNS} FROM organisation.ground_change WHERE area_code = $1 AND id = $2`,
}

export const comingRows = (on: Queryable, area: string): Promise<ChangeRow[]> =>
  on.query<ChangeRow>(COMING, [area])

export const changesAbout = (
  on: Queryable,
  area: string,
  subject: string,
  id: string,
): Promise<ChangeRow[]> => on.query<ChangeRow>(OF_THING, [area, subject, id, `${subject}:${id}`])

export async function changeById(on: Queryable, area: string, id: string): Promise<ChangeRow | undefined> {
  return (await on.query<ChangeRow>(ONE, [area, id]))[0]
}

const STRUCTURAL: ReadonlySet<string> = new Set(['reform', 'found-office'])

/** What is still to come, as far as another change may meet it. */
export async function comingIn(on: Queryable, area: string): Promise<(ComingChange & { basis: string })[]> {
  return (await comingRows(on, area)).map(({ id, from, touches, changes, act, basis }) => ({
    ...{
      id,
      from,
      touches,
      basis,
      fields: changes.map(({ field }) => field),
      structural: STRUCTURAL.has(act),
    },
  }))
}

const TYPES = [
  ...[
    'text',
    'uuid',
    'text',
    'text',
    'text',
    'date',
    'timestamptz',
    'text',
    'jsonb',
    'text',
    'text',
    'jsonb',
  ],
  ...['text[]', 'text', 'text'],
]

export const SAVE_CHANGE = commitStatement('organisation.ground-change', (n) => {
  const values = TYPES.map((type, at) => `$${n + at}::${type}`)
  return `view AS (
    INSERT INTO organisation.ground_change (area_code, id, stream, subject, of, from_day, at, post, changes, basis, act,
      wish, touches, state, ended_because)
    SELECT ${values.join(', ')} FROM committed WHERE committed.outcome = 'done'
  )`
})

/** A change that waited takes effect, is withdrawn or is stopped; it waits no longer whichever comes first. */
export const SETTLE_CHANGE = commitStatement(
  'organisation.ground-change-settled',
  (n) => `view AS (
    UPDATE organisation.ground_change SET state = $${n + 2}::text, ended_because = $${n + 3}::text
    FROM committed WHERE area_code = $${n}::text AND id = $${n + 1}::uuid AND committed.outcome = 'done'
  )`,
)
