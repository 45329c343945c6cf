import type { Organisation } from '#capabilities/organisation/index.ts'
import type { GrantingBodies } from '../publish.ts'

/** Who accepts for whom in an area, from its register of bodies and its plan (应进必进). */
export async function grantingIn(
  organisation: Pick<Organisation, 'bodies' | 'pack'>,
  area: string,
  day: string,
): Promise<GrantingBodies> {
  const [bodies, pack] = await Promise.all([organisation.bodies(area, day), organisation.pack(area)])
  if (pack === undefined) throw new Error(`area ${area} has no pack`)
  const { parameters, source } = pack.body
  const clause = source.residencyClause ? `（${source.residencyClause}）` : ''
  return {
    towns: bodies
      // 审批服务所 lies under a town and has no powers of its own.
      .filter(({ tier, kind }) => tier === 5 && kind !== 'institution')
      .map(({ id, kind }) => ({ id, street: kind === 'street-office' })),
    hall: parameters.constructionOwner.value.hall,
    resident: `${source.documentNo}：按照应进必进原则进驻综合窗口统一受理${clause}`,
    creditCodes: new Map(bodies.map(({ id, creditCode, tier }) => [id, { creditCode, tier }])),
  }
}
