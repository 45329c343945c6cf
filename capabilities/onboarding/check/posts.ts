import type { OrganisationPack } from '#capabilities/organisation/contract.ts'
import type { Post, PostsFile, StaffRefusal } from '#capabilities/staff/contract.ts'
import { coverProblem, packSurroundings, postsProblems, refusalWords } from '#capabilities/staff/index.ts'
import type { PackFlaw } from './flaw.ts'

/** What the register of posts would refuse when the pack is loaded, said before anything is written. */
export function postFlaws(pack: OrganisationPack, file: PostsFile): PackFlaw[] {
  const area = pack.pack.area.code
  const posts = new Map(file.posts.map((post) => [post.id, standing(post, area)]))
  const covers = (file.covers ?? []).flatMap(({ post, cover }) => {
    const [away, standsIn] = [posts.get(post), posts.get(cover)]
    if (away === undefined || standsIn === undefined)
      return [{ refused: true, code: 'post-unknown', facts: { post: away ? cover : post } } as StaffRefusal]
    return coverProblem(away, standsIn, standsIn.validFrom) ?? []
  })
  return [...postsProblems(file.posts, area, packSurroundings(pack, file)), ...covers].map(flawOf)
}

function standing(post: PostsFile['posts'][number], area: string): Post {
  const { validTo = null } = post
  return { ...post, validTo, area, stream: '', version: 0, cover: null, absences: [] }
}

function flawOf({ code, facts = {} }: StaffRefusal): PackFlaw {
  const [what, ...rest] = refusalWords[code].replace(/[。]$/u, '').split(/[，。]/u)
  return {
    file: 'places/posts.json',
    what: `${String(facts['post'] ?? '')} ${what ?? ''}`.trim(),
    remedy: rest.join('，') || '改正这个岗位，或改正生成它的样式（patterns）',
  }
}
