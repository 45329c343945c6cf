import type { LegalDay } from '#engine/day.ts'
import { splitStandards } from '../../situations/standards.ts'
import type { AuthoringMeans } from './means.ts'

export interface Choice {
  value: string
  label: string
}

export interface ItemChoices {
  bodies: Choice[]
  standards: Choice[]
}

/** More bodies than any county of the plans has. */
const MOST = 1_000

/** What an item names by id and people by name: the bodies of the area on a day, and the standards it is split by that have begun. */
export async function itemChoices(
  { db, organisation }: Pick<AuthoringMeans, 'db' | 'organisation'>,
  area: string,
  day: LegalDay,
): Promise<ItemChoices> {
  const bodies = await organisation.searchBodies(area, day, { limit: MOST })
  const standards = (await splitStandards(db, area)).filter(({ effectiveFrom }) => effectiveFrom <= day)
  return {
    bodies: bodies.map(({ id, name }) => ({ value: id, label: name })),
    standards: standards.map(({ id, version, title }) => ({
      value: `${id}@${version}`,
      label: `${title}（第${version}版）`,
    })),
  }
}
