import type { OrganisationPack } from '#capabilities/organisation/contract.ts'
import type { PostsFile, Role } from '#capabilities/staff/contract.ts'
import type { PackFlaw } from './flaw.ts'

/** A batch of delegation that nobody could put together, judge or approve waits for ever: everybody its plan asks is there, with somebody to say it. */
export function delegationFlaws(
  { pack, bodies }: OrganisationPack,
  { posts }: PostsFile,
  /** Organs that hold powers of the county: each is asked about its own. */
  owners: readonly string[],
): PackFlaw[] {
  const plan = pack.parameters.delegationBatches?.value
  // A city above its counties has no towns that could receive anything.
  if (plan === undefined || !bodies.bodies.some(({ tier }) => tier === 5)) return []
  const names = new Map(bodies.bodies.map(({ id, name }) => [id, name]))
  const held = (role: Role, body?: string) =>
    posts.some((post) => post.roles.includes(role) && (body === undefined || post.body === body))
  const named = plan.opinions.flatMap(({ body }) => body ?? [])
  const unknown = [...new Set([plan.lead, ...named])].filter((id) => !names.has(id))
  const silent = [...new Set([...named, ...owners])].filter((id) => names.has(id) && !held('head', id))
  const missing = (id: string, role: string, what: string) => ({
    ...{ file: 'places/posts.json', what: `${names.get(id)}${what}` },
    remedy: `给 ${id} 设 ${role} 岗位`,
  })
  return [
    ...unknown.map((id) => ({
      ...{ file: 'pack.json', what: `参数 delegationBatches 写了没有的机构 ${id}` },
      remedy: '改成 places/bodies.json 里的编号',
    })),
    ...(!names.has(plan.lead) || held('organiser', plan.lead)
      ? []
      : [missing(plan.lead, 'organiser', '牵头事项下放，却没有人提出批次')]),
    ...silent.map((id) => missing(id, 'head', '要对下放批次出具意见，却没有负责人')),
    ...(held('government-head')
      ? []
      : [
          {
            ...{ file: 'places/posts.json', what: '没有本级政府负责人，下放批次没有人批准' },
            remedy: '给本级政府设 government-head 岗位',
          },
        ]),
  ]
}
