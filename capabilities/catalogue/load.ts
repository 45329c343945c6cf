import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import type { Instant } from '#platform/clock.ts'
import type { Queryable } from '#platform/db/db.ts'
import { sm3, canonical, type Json } from '#platform/ledger/canonical.ts'
import { commitStatement } from '#platform/ledger/commit.ts'
import type { Ledger } from '#platform/ledger/ledger.ts'
import { streamId } from '#platform/ledger/stream.ts'
import { ItemVersion } from './contract.ts'
import { grantsOf, type GrantingBodies } from './model/grants.ts'
import { itemProblems } from './model/consistency.ts'
import { forgetLists } from './store.ts'

export interface PackItems {
  items: readonly ItemVersion[]
  /** One sentence per fault, with the file it is in. */
  problems: readonly string[]
}

/** Reads the items of a pack and checks shape and consistency; a pack with problems does not load. */
export function readItems(directory: string): PackItems {
  const ajv = new Ajv2020({ allErrors: true, strict: false })
  addFormats.default(ajv)
  const check = ajv.compile<ItemVersion>(ItemVersion)
  const items: ItemVersion[] = []
  const problems: string[] = []
  for (const file of readdirSync(directory)
    .filter((name) => name.endsWith('.json'))
    .toSorted()) {
    const item: unknown = JSON.parse(readFileSync(path.join(directory, file), 'utf8'))
    if (!check(item)) {
      problems.push(
        ...(check.errors ?? []).map((error) => `${file}${error.instancePath}: ${error.message ?? ''}`),
      )
      continue
    }
    problems.push(
      ...itemProblems(item).map(({ rule, what, remedy }) => `${file}: ${what}（${rule}），${remedy}`),
    )
    items.push(item)
  }
  return { items, problems }
}

/** Where items are read and written. */
export interface Publishing {
  db: Queryable
  ledger: Ledger
}

const SYSTEM = { kind: 'system', job: 'pack-load' } as const

/** Publishes what is new; an unchanged item is left alone, so loading twice writes nothing. */
export async function publishItems(
  publishing: Publishing,
  area: string,
  items: readonly ItemVersion[],
  bodies: GrantingBodies,
  now: Instant,
): Promise<number> {
  let published = 0
  for (const item of items) if (await publish(publishing, area, item, bodies, now)) published++
  return published
}

/** Streams carry the year of their birth, so a later version of an item goes on in the stream of the first. */
async function publish(
  { db, ledger }: Publishing,
  area: string,
  item: ItemVersion,
  bodies: GrantingBodies,
  now: Instant,
): Promise<boolean> {
  const born = `${item.effectiveFrom}T00:00:00.000Z`
  const [newest] = await db.query<{ version: number; stream: string }>(NEWEST, [area, item.id])
  if ((newest?.version ?? 0) >= item.version) return false
  const stream = newest?.stream ?? streamId('item', item.id, born)
  const head = await ledger.head(area, stream)
  const given = new Set((await db.query<{ id: string }>(GIVEN, [area, item.id])).map(({ id }) => id))
  const fresh = grantsOf(item, bodies)
    .filter(({ id }) => !given.has(id))
    .map((grant) => ({ ...grant, from: item.effectiveFrom, stream: streamId('grant', grant.id, born) }))
  const outcome = await ledger.commit(
    PUBLISH,
    {
      areaCode: area,
      actorKey: 'system',
      requestId: `publish:${item.id}@${item.version}`,
      requestHash: sm3(canonical(item as unknown as Json)),
      actor: SYSTEM,
      at: now,
      streams: [
        {
          stream,
          expectedVersion: head?.version ?? 0,
          prevHash: head?.hash ?? null,
          facts: [{ kind: 'item-published', body: item as unknown as Json, schemaVersion: 1 }],
        },
        ...fresh.map(({ stream: of, ...body }) => ({
          stream: of,
          expectedVersion: 0,
          prevHash: null,
          facts: [{ kind: 'power-granted', body: body as unknown as Json, schemaVersion: 1 }],
        })),
      ],
      reliesOn: [],
      jobs: [],
      cancelJobs: [],
      result: null,
    },
    [area, stream, (head?.version ?? 0) + 1, JSON.stringify(item), JSON.stringify(fresh)],
  )
  forgetLists()
  if (outcome.outcome !== 'done')
    throw new Error(`item ${item.id} could not be published: ${outcome.outcome}`)
  return true
}

const NEWEST = {
  name: 'catalogue.newest',
  text: `SELECT version, stream FROM catalogue.item_version WHERE area_code = $1 AND id = $2 ORDER BY version DESC LIMIT 1`,
}

const GIVEN = {
  name: 'catalogue.given',
  text: 'SELECT id FROM catalogue.power_grant WHERE area_code = $1 AND item = $2',
}

const PUBLISH = commitStatement(
  'catalogue.publish',
  (n) => `item AS (
  INSERT INTO catalogue.item_version (area_code, id, version, stream, stream_version, name, domain, item_type, project_type,
    effective_from, effective_to, body)
  SELECT $${n}, i->>'id', (i->>'version')::int, $${n + 1}, $${n + 2}::int, i->>'name', i->>'domain', i->>'itemType', i->>'projectType',
    (i->>'effectiveFrom')::date, (i->>'effectiveTo')::date, i
  FROM committed, (SELECT $${n + 3}::jsonb AS i) AS given WHERE committed.outcome = 'done'
), granted AS (
  INSERT INTO catalogue.power_grant (area_code, id, stream, version, item, body, place, kind, powers, valid_from, basis)
  SELECT $${n}, g->>'id', g->>'stream', 1, g->>'item', g->>'body', g->>'place', g->>'kind',
    ARRAY(SELECT jsonb_array_elements_text(g->'powers')), (g->>'from')::date, g->>'basis'
  FROM committed, jsonb_array_elements($${n + 4}::jsonb) AS g WHERE committed.outcome = 'done'
)`,
)
