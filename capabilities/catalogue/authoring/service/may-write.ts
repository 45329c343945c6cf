import type { PackParameters } from '#capabilities/organisation/contract.ts'
import type { Organisation } from '#capabilities/organisation/index.ts'
import type { ItemVersion } from '../../contract.ts'
import type { ChangeWorld } from '../model/world.ts'

export type AuthoringParameter = NonNullable<PackParameters['authoring']>['value']

export interface Wish {
  authoring: AuthoringParameter | undefined
  pilotTowns: readonly string[] | undefined
  item: ItemVersion
  body: string
}

/** Whose task it is to write an item: the department that decides it, or for towns' matters whoever the plan names (LS-2.3-06). */
export async function mayWrite(
  organisation: Pick<Organisation, 'bodiesByIds'>,
  area: string,
  { authoring, pilotTowns, item, body }: Wish,
): Promise<ChangeWorld['authoring']> {
  if (authoring === undefined) return 'off'
  if (body === authoring.approves) return 'may-write'
  const { decidingBody } = item
  if (decidingBody.kind === 'body')
    return authoring.writes.county === 'department' && decidingBody.body === body
      ? 'may-write'
      : 'not-your-item'
  if (authoring.writes.town === 'bureau') return 'not-your-item'
  const [found] = await organisation.bodiesByIds(area, [body])
  if (found?.tier !== 5) return 'not-your-item'
  const pilot = authoring.writes.town === 'town' || (pilotTowns ?? []).includes(found.region)
  return pilot ? 'may-write' : 'not-your-item'
}
