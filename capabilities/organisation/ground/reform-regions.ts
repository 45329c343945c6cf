import type { Queryable } from '#platform/db/db.ts'
import type { Region } from '../contract/region.ts'
import { refuse, type OrganisationRefusal } from '../contract/refusal.ts'
import { parentCode, tierOf, typeOf } from '../model/region-tree.ts'
import { organisationReader } from '../store/reader.ts'
import { bodyRow, placeRow, regionRow, servedRow } from '../store/rows.ts'
import { WHOLE_AREA } from './ground-act.ts'
import type { ReformAsked, ReformPlan } from './reform.ts'

/**
 * 区划调整: villages merged, split, renamed or given another code. The code says where a region lies, so a town that ends has first to
 * see its villages recoded. What stood in the old one stands in the new; who was served goes on being served.
 */
export async function reformRegions(
  tx: Queryable,
  { area, wish, shape, ends }: ReformAsked,
): Promise<ReformPlan | OrganisationRefusal> {
  const { from, into, of } = wish
  const read = organisationReader(tx)
  const regions = new Map((await read.regions(area, from)).map((region) => [region.code, region]))
  const stranger = of.find((code) => !regions.has(code))
  if (stranger !== undefined) return refuse('region-unknown', { region: stranger })
  const stays = shape.keepsCode === true && shape.into[0] === of[0] ? regions.get(of[0]!) : undefined
  const [given] = into
  if (stays !== undefined && given?.name === undefined)
    return refuse('successor-nameless', { id: stays.code })
  if (stays !== undefined && given?.name === stays.name) return refuse('nothing-changes', { id: stays.code })
  const holding = [...regions.values()].filter(({ parent }) => ends.includes(parent ?? ''))
  if (holding.length > 0)
    return refuse('region-has-below', { count: holding.length, first: holding[0]!.name })
  const fresh = into.filter(({ id }) => id === undefined || !regions.has(id))
  for (const { id = '', name } of fresh) {
    const problem = newRegionProblem(id, name, { of, regions, used: await read.regionsByCodes(area, [id]) })
    if (problem) return problem
  }
  const served = await read.servedByRegions(area, of, from)
  const line = (code: string) => served.find(({ region }) => region === code)
  const heir = shape.into[0]
  const places = await read.places(area, from)
  const bodies = await read.bodies(area, from)
  const inside = <R extends { region: string }>(rows: readonly R[]) =>
    rows.filter(({ region }) => ends.includes(region))
  if (heir === undefined && (inside(places).length > 0 || inside(bodies).length > 0))
    return refuse('region-still-used', {
      names: [...inside(places), ...inside(bodies)].map(({ name }) => name),
    })
  const at = served[0]?.place
  return {
    ...{ grounds: [WHOLE_AREA], since: latest(of.map((code) => regions.get(code)!.validFrom)) },
    end: [
      ...ends.map((code) => ['region', code] as const),
      ...ends.filter((code) => line(code)).map((code) => ['served_region', code] as const),
    ],
    begin: [
      ...(stays === undefined
        ? []
        : [['region', regionRow(renamedRegion(stays, given!.name!, from))] as const]),
      ...fresh.map(({ id, name }) => {
        const type = typeOf(id!)!
        return [
          'region',
          regionRow({ code: id!, name: name!, type, tier: tierOf(type), validFrom: from }),
        ] as const
      }),
      ...(at === undefined
        ? []
        : fresh.map(
            ({ id }) => ['served_region', servedRow({ region: id!, place: at, validFrom: from })] as const,
          )),
      ...(heir === undefined
        ? []
        : [
            ...inside(places).map(
              (place) => ['place', placeRow({ ...place, region: heir, validFrom: from })] as const,
            ),
            ...inside(bodies).map(
              (body) => ['body', bodyRow({ ...body, region: heir, validFrom: from })] as const,
            ),
          ]),
    ],
    names: new Map([
      ...[...regions].map(([code, { name }]) => [code, name] as const),
      ...fresh.map(({ id, name }) => [id!, name!] as const),
    ]),
    ...(stays === undefined ? {} : { renamed: new Map([[stays.code, given!.name!]]) }),
  }
}

const renamedRegion = ({ code, type, tier }: Region, name: string, validFrom: string) => ({
  ...{ code, name, type, tier, validFrom },
})

function newRegionProblem(
  code: string,
  name: string | undefined,
  around: { of: readonly string[]; regions: ReadonlyMap<string, { tier: number }>; used: readonly unknown[] },
): OrganisationRefusal | undefined {
  const type = typeOf(code)
  if (type === undefined) return refuse('region-code-malformed', { code })
  // A code that was ever given names that region for good: old cases carry it.
  if (around.used.length > 0) return refuse('region-duplicate', { code })
  if (name === undefined) return refuse('successor-nameless', { id: code })
  const parent = parentCode(code)
  if (parent === null || !around.regions.has(parent)) return refuse('region-parent-missing', { code, parent })
  const tier = around.of.map((one) => around.regions.get(one)?.tier)[0]
  return tier !== undefined && tier !== tierOf(type) ? refuse('successor-tier-wrong', { code }) : undefined
}

export const latest = (days: readonly string[]): string => days.toSorted().at(-1) ?? '0001-01-01'
