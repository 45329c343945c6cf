import { isRefusal, refusal, type Refusal } from '#engine/refusal.ts'
import type { Instant } from '#platform/clock.ts'
import { sqlState, type Queryable } from '#platform/db/db.ts'
import { sm3, canonical, type Json } from '#platform/ledger/canonical.ts'
import { commitStatement } from '#platform/ledger/commit.ts'
import type { Ledger } from '#platform/ledger/ledger.ts'
import { streamId } from '#platform/ledger/stream.ts'
import type { ItemVersion } from './contract.ts'
import type { LineageEntry, PlacedLayer } from './contract/layer.ts'
import type { LayeredItem } from './layers/files.ts'
import { composeTask } from './model/codes.ts'
import { grantsOf, type GrantingBodies as Granting } from './model/grants.ts'
import { resolve, tierOfArea, type Excepted } from './model/layers.ts'
import { splitFlaws } from './model/split.ts'
import { splitStandards } from './situations/standards.ts'
import { forgetLists } from './store.ts'
import { splitFlawSentence } from './words/split.ts'

/** Where items are read and written. */
export interface Publishing {
  db: Queryable
  ledger: Ledger
}

export interface GrantingBodies extends Granting {
  /** Credit code and tier of the bodies that decide, by id: what a task code (实施编码) is made of. */
  creditCodes?: ReadonlyMap<string, { creditCode: string; tier: number }>
}

/** The layers of items that are written over a base directory, by `id@version`. */
export type Layered = ReadonlyMap<string, LayeredItem>

const SYSTEM = { kind: 'system', job: 'pack-load' } as const

/** Publishes what is new; an unchanged item is left alone, so loading twice writes nothing. */
export async function publishItems(
  publishing: Publishing,
  area: string,
  items: readonly ItemVersion[],
  bodies: GrantingBodies,
  now: Instant,
  layered: Layered = new Map(),
): Promise<number> {
  let published = 0
  for (const item of items) {
    const layers = layered.get(`${item.id}@${item.version}`)
    const outcome = await publishItem(publishing, area, { item, ...(layers ? { layers } : {}) }, bodies, now)
    if (isRefusal(outcome)) throw new Error(`item ${item.id} could not be published: ${outcome.code}`)
    if (outcome) published++
  }
  return published
}

export interface Publication {
  item: ItemVersion
  layers?: LayeredItem
  /** The body that drafted it; left out, the body that decides. */
  authorBody?: string
}

/**
 * Publishes one version whole, with who set what in it; false where this version or a later one stands already. Streams carry the
 * year of their birth, so a later version of an item goes on in the stream of the first.
 */
export async function publishItem(
  { db, ledger }: Publishing,
  area: string,
  { item, layers, authorBody }: Publication,
  bodies: GrantingBodies,
  now: Instant,
): Promise<boolean | Refusal> {
  const born = `${item.effectiveFrom}T00:00:00.000Z`
  const [newest] = await db.query<Newest>(NEWEST, [area, item.id])
  if ((newest?.version ?? 0) >= item.version) return false
  if (item.ownerTier === undefined) return refusal('item-owner-tier-missing', { facts: { item: item.name } })
  if (layers && layers.problems.length > 0)
    return refusal('item-against-upper', {
      facts: { item: item.name, problems: layers.problems.map(({ path, breach }) => ({ path, breach })) },
    })
  const broken = item.situations ? splitFlaws(item, await splitStandards(db, area)) : []
  if (broken.length > 0)
    return refusal('situation-breaks-standard', {
      facts: { item: item.name, problems: broken.map(splitFlawSentence) },
    })
  const stream = newest?.stream ?? streamId('item', item.id, born)
  const head = await ledger.head(area, stream)
  const given = new Set((await db.query<{ id: string }>(GIVEN, [area, item.id])).map(({ id }) => id))
  const fresh = grantsOf(item, bodies)
    .filter(({ id }) => !given.has(id))
    .map((grant) => ({ ...grant, from: item.effectiveFrom, stream: streamId('grant', grant.id, born) }))
  const over = layers && layering(layers, newest)
  const facts = [
    { kind: 'item-published', body: item as unknown as Json, schemaVersion: 1 },
    ...(over ? [{ kind: 'item-layered', body: { version: item.version, ...over }, schemaVersion: 1 }] : []),
  ]
  const before = head?.version ?? 0
  const outcome = await ledger
    .commit(
      PUBLISH,
      {
        areaCode: area,
        actorKey: 'system',
        requestId: `publish:${item.id}@${item.version}`,
        requestHash: sm3(canonical(item as unknown as Json)),
        actor: SYSTEM,
        at: now,
        streams: [
          { stream, expectedVersion: before, prevHash: head?.hash ?? null, facts },
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
      [
        ...[area, stream, before + facts.length, JSON.stringify(item), JSON.stringify(fresh)],
        ...[JSON.stringify(over ?? {}), JSON.stringify(codeOf(item, bodies)), now],
        authorBody ?? null,
      ],
    )
    .catch((error: unknown) => codeTaken(error, item))
  forgetLists()
  if (isRefusal(outcome)) return outcome
  if (outcome.outcome !== 'done')
    throw new Error(`item ${item.id} could not be published: ${outcome.outcome}`)
  return true
}

interface Newest {
  version: number
  stream: string
  body: ItemVersion
  lineage: LineageEntry[] | null
}

interface Layering {
  layers: readonly (PlacedLayer & { tier: number })[]
  lineage: readonly LineageEntry[]
  exceptions: readonly Excepted[]
}

/** Who set what, with what is said again keeping the version it was first said in. */
function layering({ layers }: LayeredItem, newest: Newest | undefined): Layering {
  const earlier = newest?.lineage ? { item: newest.body, lineage: newest.lineage } : undefined
  const { lineage, excepted } = resolve(layers, earlier ? { earlier } : {})
  return {
    layers: layers.map((layer) => ({ ...layer, tier: tierOfArea(layer.area) })),
    lineage,
    exceptions: excepted,
  }
}

/** Towns share a line of the directory, each with a task code of its own; a named body has one. */
function codeOf(item: ItemVersion, { creditCodes }: GrantingBodies) {
  const { catalogCode, taskCode } = item.codes
  const body = item.decidingBody.body
  const known = body === undefined ? undefined : creditCodes?.get(body)
  const made = known && composeTask({ creditCode: known.creditCode, level: String(known.tier) }, catalogCode)
  const own = taskCode ?? made ?? null
  return { catalogCode, body: body ?? 'towns', taskCode: own, handleCodes: handleCodes(own, item) }
}

/** 业务办理项编码: the code of the item at its body with the number of each of its situations. */
const handleCodes = (taskCode: string | null, { situations = [] }: ItemVersion): string[] =>
  taskCode === null ? [] : situations.map(({ no }) => `${taskCode}${no}`)

function codeTaken(error: unknown, item: ItemVersion): Refusal {
  const { constraint } = error as { constraint?: string }
  if (sqlState(error) !== UNIQUE_VIOLATION || !constraint?.startsWith('item_code')) throw error
  return refusal('item-code-taken', { facts: { item: item.name, code: item.codes.catalogCode } })
}

const UNIQUE_VIOLATION = '23505'

const NEWEST = {
  name: 'catalogue.newest',
  text: `SELECT version, stream, body, lineage FROM catalogue.item_version WHERE area_code = $1 AND id = $2
    ORDER BY version DESC LIMIT 1`,
}

const GIVEN = {
  name: 'catalogue.given',
  text: 'SELECT id FROM catalogue.power_grant WHERE area_code = $1 AND item = $2',
}

// The same item may say its code again; another item that does runs into the index, and nothing of it is kept.
const PUBLISH = commitStatement(
  'catalogue.publish',
  (n) => `item AS (
  INSERT INTO catalogue.item_version (area_code, id, version, stream, stream_version, name, domain, item_type, project_type,
    effective_from, effective_to, body, layers, lineage, exceptions, owner_tier, catalog_code, legacy_codes, published_at,
    author_body, task_code, handle_codes)
  SELECT $${n}, i->>'id', (i->>'version')::int, $${n + 1}, $${n + 2}::int, i->>'name', i->>'domain', i->>'itemType', i->>'projectType',
    (i->>'effectiveFrom')::date, (i->>'effectiveTo')::date, i,
    (SELECT jsonb_agg(jsonb_build_object('area', l->>'area', 'version', (l->>'version')::int) ORDER BY (l->>'tier')::int)
      FROM jsonb_array_elements(o->'layers') AS l), o->'lineage', o->'exceptions', i->>'ownerTier', i->'codes'->>'catalogCode',
    CASE WHEN i->'codes' ? 'legacyCode' THEN ARRAY[i->'codes'->>'legacyCode'] ELSE '{}' END, $${n + 7}::timestamptz,
    $${n + 8}::text, $${n + 6}::jsonb->>'taskCode', ARRAY(SELECT jsonb_array_elements_text($${n + 6}::jsonb->'handleCodes'))
  FROM committed, (SELECT $${n + 3}::jsonb AS i, $${n + 5}::jsonb AS o) AS given WHERE committed.outcome = 'done'
), layered AS (
  INSERT INTO catalogue.layer_version (area_code, item, origin_area, version, tier, effective_from, effective_to, body)
  SELECT $${n}, $${n + 3}::jsonb->>'id', l->>'area', (l->>'version')::int, (l->>'tier')::int, (l->>'effectiveFrom')::date,
    (l->>'effectiveTo')::date, l
  FROM committed, jsonb_array_elements($${n + 5}::jsonb->'layers') AS l WHERE committed.outcome = 'done'
  ON CONFLICT (area_code, item, origin_area, version) DO NOTHING
), coded AS (
  INSERT INTO catalogue.item_code (area_code, catalog_code, body, item, task_code)
  SELECT $${n}, c->>'catalogCode', c->>'body', $${n + 3}::jsonb->>'id', c->>'taskCode'
  FROM committed, (SELECT $${n + 6}::jsonb AS c) AS code
  WHERE committed.outcome = 'done' AND NOT EXISTS (SELECT 1 FROM catalogue.item_code k WHERE k.area_code = $${n}
    AND k.catalog_code = c->>'catalogCode' AND k.body = c->>'body' AND k.item = $${n + 3}::jsonb->>'id')
), granted AS (
  INSERT INTO catalogue.power_grant (area_code, id, stream, version, item, body, place, kind, powers, valid_from, basis)
  SELECT $${n}, g->>'id', g->>'stream', 1, g->>'item', g->>'body', g->>'place', g->>'kind',
    ARRAY(SELECT jsonb_array_elements_text(g->'powers')), (g->>'from')::date, g->>'basis'
  FROM committed, jsonb_array_elements($${n + 4}::jsonb) AS g WHERE committed.outcome = 'done'
)`,
)
