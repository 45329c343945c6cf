import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import type { OrganisationPack } from '#capabilities/organisation/contract.ts'
import type { PostsFile } from '#capabilities/staff/contract.ts'
import type { PackFileText } from './pack-file.ts'
import type { PackFlaw } from './flaw.ts'

/** Items have to be decided by bodies that exist and have somebody in each post the item needs. */
export function staffingProblems(
  { bodies, pack }: OrganisationPack,
  { posts }: PostsFile,
  items: readonly { item: ItemVersion; text: PackFileText }[],
  /** Bodies of other areas of the same pack: a city's items need not be decided in each of its counties. */
  elsewhere: ReadonlySet<string> = new Set(),
): PackFlaw[] {
  const known = new Map(bodies.bodies.map((body) => [body.id, body]))
  const held = new Set(posts.flatMap(({ body, roles }) => roles.map((role) => `${body}/${role}`)))
  const promised = new Set(pack.parameters.commitmentInsteadOfVisit?.value)
  const found = items.flatMap(({ item, text }): PackFlaw[] => {
    const { kind, body } = item.decidingBody
    if (promised.has(item.id) && item.process.commitment === undefined)
      return [
        {
          file: text.file,
          line: text.lineOf('/process'),
          what: `${item.name}列在 commitmentInsteadOfVisit 里，却没有告知承诺的办法`,
          remedy: '在 process.commitment 里写明承诺内容、核查和责任，或从参数里去掉它',
        },
      ]
    if (kind === 'town') return []
    const owner = known.get(body!)
    if (owner === undefined && elsewhere.has(body!)) return []
    if (owner === undefined)
      return [
        {
          file: text.file,
          line: text.lineOf('/decidingBody'),
          what: `决定机关 ${body} 不在机构名单里`,
          remedy: '改成 places/bodies.json 里的编号，或先补录这个机构',
        },
      ]
    const missing = rolesOf(item).filter((role) => !held.has(`${body}/${role}`))
    return missing.map((role) => ({
      file: text.file,
      line: text.lineOf('/decidingBody'),
      what: `${owner.name}没有 ${role} 岗位，${item.name}到这一步没有人办`,
      remedy: `在 places/posts.json 里给 ${body} 设 ${role} 岗位`,
    }))
  })
  // Every town decides its own items, so each needs somebody for every step of any of them.
  const townRoles = new Set(
    items.flatMap(({ item }) => (item.decidingBody.kind === 'town' ? rolesOf(item) : [])),
  )
  const towns = bodies.bodies.filter(({ tier }) => tier === 5)
  const unstaffed = towns.flatMap(({ id, name }) =>
    [...townRoles]
      .filter((role) => !held.has(`${id}/${role}`))
      .map((role) => ({
        file: 'places/posts.json',
        what: `${name}没有 ${role} 岗位，镇（街道）决定的事项到这一步没有人办`,
        remedy: `给 ${id} 设 ${role} 岗位`,
      })),
  )
  const stuck = bodies.bodies.flatMap(({ id, name }) => deadEnd(id, name, pack, posts))
  const unknown = [...promised].filter((id) => !items.some(({ item }) => item.id === id))
  return [
    ...found,
    ...unstaffed,
    ...stuck,
    ...unknown.map((id) => ({
      file: 'pack.json',
      what: `参数 commitmentInsteadOfVisit 写了没有的事项 ${id}`,
      remedy: '改成 items 里的事项编号',
    })),
  ]
}

/** Where who reviews may not decide, a body whose only approvers also review would one day have nobody left to decide. */
function deadEnd(
  body: string,
  name: string,
  { parameters }: OrganisationPack['pack'],
  posts: PostsFile['posts'],
): PackFlaw[] {
  if (parameters.roleSeparation?.value.reviewAndApprove !== 'must-differ') return []
  const holders = (role: string): Set<string> =>
    new Set(
      posts
        .filter((post) => post.body === body && post.roles.some((held) => held === role))
        .map(({ person }) => person),
    )
  const approvers = holders('approver')
  const reviewers = holders('reviewer')
  if (approvers.size === 0 || [...approvers].some((person) => !reviewers.has(person))) return []
  return [
    {
      file: 'places/posts.json',
      what: `${name}的审批人员都兼任审查，按岗位分设会有办件没有人能决定`,
      remedy: '给这个机构设一名不兼审查的审批人员',
    },
  ]
}

function rolesOf({ process }: ItemVersion): string[] {
  return [...new Set(process.steps.map(({ role }) => role).filter((role) => role !== 'window-clerk'))]
}
