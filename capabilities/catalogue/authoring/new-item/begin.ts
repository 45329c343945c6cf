import { legalDay, type LegalDay } from '#engine/day.ts'
import { refusal, type Refusal } from '#engine/refusal.ts'
import type { ItemVersion } from '../../contract.ts'
import type { NewItem } from '../../contract/change.ts'
import type { PlacedLayer } from '../../contract/layer.ts'
import { resolve } from '../../model/layers.ts'
import type { AuthoringMeans } from '../service/means.ts'
import { blankItem, type Beginning } from './blank.ts'
import { firstFree, idOf } from './ids.ts'
import { idsTaken, layersAbove } from './upper.ts'

/** A wish with the whole item in it, from somebody who has read it elsewhere: a file, another house. */
export interface ReadyItem {
  name: string
  reason: string
  from: { kind: 'ready'; body: ItemVersion }
}

export type Wish = NewItem | ReadyItem

export interface Begun {
  body: ItemVersion
  /** The lists above that its words stand under. */
  above?: readonly PlacedLayer[]
}

interface Asked {
  area: string
  authorBody: string
  now: string
}

/** The first draft of an item that is not there yet. */
export async function begin(means: AuthoringMeans, asked: Asked, wish: Wish): Promise<Begun | Refusal> {
  const day = legalDay(asked.now)
  const begun = await begunFrom(means, { ...asked, day }, wish)
  if ('refused' in begun) return begun
  // Whoever brings a whole item has compared it with what is here.
  const twin = wish.from.kind === 'ready' ? undefined : await twinOf(means, asked.area, day, begun.body)
  if (twin !== undefined) return refusal('change-item-exists', { facts: { name: twin } })
  const taken = async (id: string) => (await idsTaken(means.db, asked.area, [id])).size > 0
  // Under a list above the id is the list's: by it a later version of that list finds its item.
  if (begun.above !== undefined && (await taken(begun.body.id)))
    return refusal('change-item-exists', { facts: { name: begun.body.name } })
  return { ...begun, body: { ...begun.body, id: await firstFree(begun.body.id, taken) } }
}

type Day = Asked & { day: LegalDay }

async function begunFrom(means: AuthoringMeans, asked: Day, wish: Wish): Promise<Begun | Refusal> {
  const { from, name } = wish
  switch (from.kind) {
    case 'ready':
      return { body: { ...from.body, version: 1, effectiveFrom: asked.day } }
    case 'copy':
      return copied(means, asked, name, from.item)
    case 'upper':
      return underUpper(means, asked, wish.name, from.item)
    case 'nothing': {
      const { domain, itemType, projectType } = from
      const own = await ownPart(means, asked)
      return { body: blankItem({ ...own, id: idOf(name), name, domain, itemType, projectType }) }
    }
  }
}

/** What follows from the body that writes it: a town's own matter, or a matter of the county. */
async function ownPart({ organisation, catalogue }: AuthoringMeans, { area, authorBody, day }: Day) {
  const [body] = await organisation.bodiesByIds(area, [authorBody])
  const town = body?.tier === 5
  const decidingBody = town ? ({ kind: 'town' } as const) : ({ kind: 'body', body: authorBody } as const)
  const neighbour = (await catalogue.itemsInForce(area, day)).find(
    ({ item: { decidingBody: other } }) =>
      other.kind === decidingBody.kind && other.body === decidingBody.body,
  )?.item
  const known: Pick<Beginning, 'day' | 'decidingBody' | 'ownerTier' | 'useLevels'> = {
    ...{ day, decidingBody, ownerTier: town ? 'town' : 'county', useLevels: [town ? '5' : '4'] },
  }
  return {
    ...known,
    ...(neighbour === undefined ? {} : { neighbour }),
  }
}

/** Another item with all it says, but for its name and its codes, which are no other item's. */
async function copied(means: AuthoringMeans, asked: Day, name: string, of: string): Promise<Begun | Refusal> {
  const source = (await means.catalogue.itemInForce(asked.area, of, asked.day))?.item
  if (source === undefined) return refusal('change-version-unknown')
  const { effectiveTo: _ended, delegation: _delegation, transferredFrom: _from, ...kept } = source
  const { neighbour: _neighbour, day, ...own } = await ownPart(means, asked)
  return {
    body: {
      ...kept,
      ...own,
      ...{ id: idOf(name), name, version: 1, effectiveFrom: day },
      codes: { catalogCode: '', verified: false },
    },
  }
}

/** What the lists above say stands; what they leave to this area is there to be filled in. */
async function underUpper(
  means: AuthoringMeans,
  asked: Day,
  name: string,
  id: string,
): Promise<Begun | Refusal> {
  const area = await areaNamed(means, asked.area, asked.day)
  const above = layersAbove(area, id)
  if (above.length === 0) return refusal('change-version-unknown')
  const said = resolve(above).item as Partial<ItemVersion>
  const own = await ownPart(means, asked)
  const { domain = 'civil-affairs', itemType = '20', projectType = '2' } = said
  const blank = blankItem({ ...own, id, name: said.name ?? name, domain, itemType, projectType })
  return {
    body: { ...blank, ...said, id, version: 1, effectiveFrom: asked.day },
    above,
  }
}

export async function areaNamed(
  { organisation }: Pick<AuthoringMeans, 'organisation'>,
  code: string,
  day: LegalDay,
): Promise<{ code: string; name: string }> {
  const area = await organisation.area(code, day)
  if (area === undefined) throw new Error(`area ${code} is not in the register`)
  return { code, name: area.name }
}

/** Two items of one name and one body would be one item with two guides. */
async function twinOf(
  { db }: Pick<AuthoringMeans, 'db'>,
  area: string,
  day: LegalDay,
  { name, decidingBody }: ItemVersion,
): Promise<string | undefined> {
  const [found] = await db.query<{ name: string }>(TWIN, [area, day, name, JSON.stringify(decidingBody)])
  return found?.name
}

const TWIN = {
  name: 'catalogue.item-of-same-name',
  text: `SELECT name FROM catalogue.item_version WHERE area_code = $1 AND name = $3 AND body->'decidingBody' @> $4::jsonb
      AND (effective_to IS NULL OR effective_to >= $2)
    UNION ALL SELECT item FROM catalogue.change WHERE area_code = $1 AND open AND dossier->'body'->>'name' = $3
      AND dossier->'body'->'decidingBody' @> $4::jsonb AND (dossier->>'base')::int = 0 LIMIT 1`,
}
