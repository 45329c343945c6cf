import { createHmac } from 'node:crypto'
import type { Queryable } from '#platform/db/db.ts'
import { StartupProblem } from '#platform/log/startup-problem.ts'
import type { Keys } from './keys.ts'
import { cryptoWords } from './words.ts'

/** An installation has one master key, which belongs to no area. */
const NO_AREA = '000000'

/** Leaves the mark of this key in a database that has none yet; refuses a database that carries another key's mark. */
export async function markKey(on: Queryable, keys: Keys): Promise<void> {
  await on.query(MARK, [NO_AREA, markOf(keys)])
  await refuseOtherKey(on, keys)
}

/** For commands, which leave no mark. */
export async function refuseOtherKey(on: Queryable, keys: Keys): Promise<void> {
  const [row] = await on.query<{ keyed: string }>(FIND, [NO_AREA])
  if (row && row.keyed !== markOf(keys)) {
    throw new StartupProblem(
      cryptoWords['master-key-other'],
      'MASTER_KEY is not the one this database was made with; set the former one (it is kept apart from the backups).',
      { exitCode: 2 },
    )
  }
}

function markOf(keys: Keys): string {
  return createHmac('sm3', keys.of('key-check')).update('yichuang').digest('base64url')
}

const MARK = {
  name: 'crypto.key-check.mark',
  text: 'INSERT INTO crypto.key_check (area_code, keyed) VALUES ($1, $2) ON CONFLICT DO NOTHING',
}

const FIND = {
  name: 'crypto.key-check.find',
  text: 'SELECT keyed FROM crypto.key_check WHERE area_code = $1',
}
