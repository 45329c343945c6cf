import { randomBytes } from 'node:crypto'
import type { Clock } from '#platform/clock.ts'
import type { Queryable } from '#platform/db/db.ts'
import { newId } from '#platform/id.ts'
import { KeyCache } from './key-cache.ts'
import type { Keys } from './keys.ts'
import { keyIdOf, open, seal, type DataKey, type Sealed } from './sealed.ts'
import { decrypt, encrypt, IV_BYTES, KEY_BYTES, sm4GcmKey } from './sm4-gcm.ts'

/** Seals and opens the values of one subject (a person, a firm), under a key that can be destroyed. */
export interface Sealer {
  readonly keyId: string
  seal(text: string): Sealed
}

export interface SealedOf {
  area: string
  subject: string
  sealed: Sealed
}

export interface SubjectKeys {
  /**
   * The sealer of a subject; its key is made on first use. Call it before opening a transaction: the key
   * commits on its own, so that a rolled-back act never leaves a cached key that nobody stored.
   */
  sealFor(area: string, subject: string): Promise<Sealer>
  /**
   * Opens many values with one query, in the order given; null where the subject's key was destroyed (the
   * person was erased).
   */
  openAll(values: readonly SealedOf[]): Promise<(string | null)[]>
  open(area: string, subject: string, sealed: Sealed): Promise<string | null>
  /** A new key for what is sealed from now on; what was sealed before still opens. */
  renew(area: string, subject: string): Promise<void>
  /** Erases everything ever sealed for the subject, for good. Returns how many keys there were. */
  destroy(area: string, subject: string): Promise<number>
}

// Another process may still hold a destroyed key for this long. The erasure of a person is an office
// procedure of days, and the alternative is one more query for every list that shows a name.
export const CACHED_FOR_MS = 60_000
const CACHED_KEYS_MAX = 5_000

interface KeyRow {
  area_code: string
  subject: string
  key_id: string
  wrapped: string
}

export function subjectKeys(db: Queryable, keys: Keys, clock: Clock): SubjectKeys {
  const wrapping = sm4GcmKey(keys.of('subject-wrap').subarray(0, KEY_BYTES))
  const cache = new KeyCache<DataKey>(CACHED_KEYS_MAX, CACHED_FOR_MS)

  const make = async (area: string, subject: string): Promise<DataKey> => {
    const keyId = newId()
    const [bytes, iv] = [randomBytes(KEY_BYTES), randomBytes(IV_BYTES)]
    const bound = boundTo(area, subject, keyId)
    const wrapped = Buffer.concat([iv, encrypt(wrapping, iv, bytes, bound)]).toString('base64url')
    await db.query(INSERT, [area, subject, keyId, wrapped, clock.now()])
    return { keyId, bound, key: sm4GcmKey(bytes) }
  }

  const unwrap = (row: KeyRow): DataKey => {
    const wrapped = Buffer.from(row.wrapped, 'base64url')
    const bound = boundTo(row.area_code, row.subject, row.key_id)
    const bytes = decrypt(wrapping, wrapped.subarray(0, IV_BYTES), wrapped.subarray(IV_BYTES), bound)
    if (!bytes)
      throw new Error(
        `subject key ${row.key_id} does not open: the master key is another one, or the row was changed`,
      )
    return { keyId: row.key_id, bound, key: sm4GcmKey(bytes) }
  }

  const remember = (area: string, subject: string, dataKey: DataKey, current: boolean): DataKey => {
    cache.set(area, subject, dataKey.keyId, dataKey)
    if (current) cache.set(area, subject, CURRENT, dataKey)
    return dataKey
  }

  const current = async (area: string, subject: string): Promise<DataKey> => {
    const known = cache.get(area, subject, CURRENT)
    if (known) return known
    const [row] = await db.query<KeyRow>(NEWEST, [area, subject])
    return remember(area, subject, row ? unwrap(row) : await make(area, subject), true)
  }

  const load = async (missing: readonly SealedOf[]): Promise<Map<string, DataKey>> => {
    const loaded = new Map<string, DataKey>()
    if (missing.length === 0) return loaded
    const rows = await db.query<KeyRow>(BY_IDS, [
      missing.map((value) => value.area),
      missing.map((value) => value.subject),
      missing.map((value) => keyIdOf(value.sealed)),
    ])
    for (const row of rows) {
      const dataKey = remember(row.area_code, row.subject, unwrap(row), false)
      loaded.set(nameOf(row.area_code, row.subject, row.key_id), dataKey)
    }
    return loaded
  }

  const openAll = async (values: readonly SealedOf[]): Promise<(string | null)[]> => {
    const cached = values.map((value) => cache.get(value.area, value.subject, keyIdOf(value.sealed)))
    const loaded = await load(values.filter((_, at) => !cached[at]))
    return values.map((value, at) => {
      const dataKey = cached[at] ?? loaded.get(nameOf(value.area, value.subject, keyIdOf(value.sealed)))
      return dataKey ? opened(dataKey, value) : null
    })
  }

  return {
    async sealFor(area, subject) {
      const dataKey = await current(area, subject)
      return { keyId: dataKey.keyId, seal: (text) => seal(dataKey, text) }
    },
    openAll,
    open: async (area, subject, sealed) => (await openAll([{ area, subject, sealed }]))[0] ?? null,
    async renew(area, subject) {
      remember(area, subject, await make(area, subject), true)
    },
    async destroy(area, subject) {
      const gone = await db.query(DESTROY, [area, subject])
      cache.evict(area, subject)
      return gone.length
    },
  }
}

const CURRENT = 'current'

// A key that is there but does not open its value means that the value was changed; that is a fault and no
// erasure.
function opened(dataKey: DataKey, value: SealedOf): string {
  const text = open(dataKey, value.sealed)
  if (text === null)
    throw new Error(`a value sealed under key ${dataKey.keyId} was changed or belongs to another subject`)
  return text
}

const nameOf = (area: string, subject: string, keyId: string) => `${area}\0${subject}\0${keyId}`
const boundTo = (area: string, subject: string, keyId: string) => Buffer.from(nameOf(area, subject, keyId))

const INSERT = {
  name: 'crypto.subject_key.insert',
  text: `insert into crypto.subject_key (area_code, subject, key_id, wrapped, created_at) values ($1, $2, $3, $4, $5)`,
}

const NEWEST = {
  name: 'crypto.subject_key.newest',
  text: `select area_code, subject, key_id, wrapped from crypto.subject_key
         where area_code = $1 and subject = $2 order by key_id desc limit 1`,
}

const BY_IDS = {
  name: 'crypto.subject_key.by_ids',
  text: `select k.area_code, k.subject, k.key_id, k.wrapped
         from (select distinct * from unnest($1::text[], $2::text[], $3::text[]) as t (area_code, subject, key_id)) w
         join crypto.subject_key k on k.area_code = w.area_code and k.subject = w.subject and k.key_id = w.key_id`,
}

const DESTROY = {
  name: 'crypto.subject_key.destroy',
  text: `delete from crypto.subject_key where area_code = $1 and subject = $2 returning key_id`,
}
