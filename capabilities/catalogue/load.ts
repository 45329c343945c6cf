import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import type { Instant } from '#platform/clock.ts'
import { sm3, canonical, type Json } from '#platform/ledger/canonical.ts'
import { commitStatement } from '#platform/ledger/commit.ts'
import type { Ledger } from '#platform/ledger/ledger.ts'
import { streamId } from '#platform/ledger/stream.ts'
import { ItemVersion } from './contract.ts'
import { grantsOf, type GrantingBodies } from './model/grants.ts'
import { itemProblems } from './model/consistency.ts'

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
  for (const file of readdirSync(directory).filter((name) => name.endsWith('.json')).toSorted()) {
    const item: unknown = JSON.parse(readFileSync(path.join(directory, file), 'utf8'))
    if (!check(item)) {
      problems.push(...(check.errors ?? []).map((error) => `${file}${error.instancePath}: ${error.message ?? ''}`))
      continue
    }
    problems.push(...itemProblems(item).map(({ rule, message }) => `${file}: ${message}（${rule}）`))
    items.push(item)
  }
  return { items, problems }
}

const SYSTEM = { kind: 'system', job: 'pack-load' } as const

/** Publishes what is new; an unchanged item is left alone, so loading twice writes nothing. */
export async function publishItems(
  ledger: Ledger,
  area: string,
  items: readonly ItemVersion[],
  bodies: GrantingBodies,
  now: Instant,
): Promise<number> {
  let published = 0
  for (const item of items) if (await publish(ledger, area, item, bodies, now)) published++
  return published
}

async function publish(
  ledger: Ledger,
  area: string,
  item: ItemVersion,
  bodies: GrantingBodies,
  now: Instant,
): Promise<boolean> {
  const born = `${item.effectiveFrom}T00:00:00.000Z`
  const stream = streamId('item', item.id, born)
  const grants = grantsOf(item, bodies).map((grant) => ({
    ...grant,
    from: item.effectiveFrom,
    stream: streamId('grant', grant.id, born),
  }))
  const heads = new Map((await ledger.heads(area, [stream, ...grants.map((grant) => grant.stream)])).map((head) => [head.stream, head]))
  const head = heads.get(stream)
  if ((head?.version ?? 0) >= item.version) return false
  const fresh = grants.filter((grant) => !heads.has(grant.stream))
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
    [area, stream, item.version, JSON.stringify(item), JSON.stringify(fresh)],
  )
  if (outcome.outcome !== 'done') throw new Error(`item ${item.id} could not be published: ${outcome.outcome}`)
  return true
}

const PUBLISH = commitStatement(
  'catalogue.publish',
  (n) => `item AS (
  INSERT INTO catalogue.item_version (area_code, id, version, stream, stream_version, name, domain, item_type, project_type,
    effective_from, effective_to, body)
  SELECT $${n}, i->>'id', $${n + 2}::int, $${n + 1}, $${n + 2}::int, i->>'name', i->>'domain', i->>'itemType', i->>'projectType',
    (i->>'effectiveFrom')::date, (i->>'effectiveTo')::date, i
  FROM committed, (SELECT $${n + 3}::jsonb AS i) AS given WHERE committed.outcome = 'done'
), granted AS (
  INSERT INTO catalogue.power_grant (area_code, id, stream, version, item, body, place, kind, powers, valid_from, basis)
  SELECT $${n}, g->>'id', g->>'stream', 1, g->>'item', g->>'body', g->>'place', g->>'kind',
    ARRAY(SELECT jsonb_array_elements_text(g->'powers')), (g->>'from')::date, g->>'basis'
  FROM committed, jsonb_array_elements($${n + 4}::jsonb) AS g WHERE committed.outcome = 'done'
)`,
)
