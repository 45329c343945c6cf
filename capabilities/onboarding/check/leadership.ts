import type { OrganisationPack } from '#capabilities/organisation/contract.ts'
import type { PostsFile } from '#capabilities/staff/contract.ts'
import type { PackFlaw } from './flaw.ts'

/**
 * 分管领导和专职中层干部 (BS-4.1-02, BS-4.1-03): where the plan wants a full-time director, every town has a leader in charge
 * and at least one director who holds no other post.
 */
export function leadershipFlaws({ pack, bodies }: OrganisationPack, { posts }: PostsFile): PackFlaw[] {
  if (pack.parameters.fullTimeDirector?.value !== true) return []
  const postsOf = Map.groupBy(posts, ({ person }) => person)
  return bodies.bodies
    .filter(({ tier }) => tier === 5)
    .flatMap(({ id, name }) => {
      const own = posts.filter(({ body }) => body === id)
      const directors = own.filter(({ roles }) => roles.includes('director'))
      const fullTime = directors.some(({ person }) => postsOf.get(person)?.length === 1)
      return [
        ...(own.some(({ roles }) => roles.includes('head'))
          ? []
          : [flaw(`${name}没有分管负责人`, `给 ${id} 设 head 岗位`)]),
        ...(fullTime ? [] : [flaw(`${name}没有专职的中心主任`, `给 ${id} 设一名不兼其他岗位的 director`)]),
      ]
    })
}

function flaw(what: string, remedy: string): PackFlaw {
  return { file: 'places/posts.json', what, remedy }
}
