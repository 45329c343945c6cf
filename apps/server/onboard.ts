import type { PostsFile } from '#capabilities/staff/contract.ts'
import { loadPack, PackProblem, type LoadedArea, type LoadedPack } from '#capabilities/onboarding/index.ts'
import { loadServiceStandards } from '#capabilities/organisation/index.ts'
import { isAdministratorRole } from '#platform/auth/roles.ts'
import type { ServedArea } from '#platform/http/area.ts'
import { StartupProblem } from '#platform/log/startup-problem.ts'
import { isRefused } from '#platform/refusal.ts'
import type { Assembly } from './assemble.ts'

export interface Onboarded {
  /** Of the first of them: what a visitor sees who has chosen nothing. */
  area: string
  name: string
  /** Those with something to apply for. */
  areas: readonly ServedArea[]
  /** Demo accounts with what each is for; empty in production. */
  accounts: readonly { login: string; name: string; title: string; area: string }[]
  password?: string
}

/** Loads packs one after another, each into areas of its own and, in demo mode only, gives their people accounts. */
export async function onboard(
  house: Assembly,
  packs: readonly string[],
  onStep: (words: string) => void,
): Promise<Onboarded> {
  const loaded: (LoadedArea & { pack: string })[] = []
  for (const pack of packs) {
    const { areas } = await load(house, pack, (words) => onStep(`载入${pack}：${words}`))
    for (const area of areas) {
      loaded.push(onlyOnce(loaded, { ...area, pack }))
      await loadServiceStandards(house, area.area, pack, house.clock.now())
    }
  }
  // Where nothing can be applied for (a city whose counties do everything) there is no portal to open.
  const withItems = loaded.filter(({ items }) => items > 0)
  const open = withItems.length > 0 ? withItems : loaded
  const [first] = open
  const known = {
    area: first!.area,
    name: first!.name,
    areas: open.map(({ area, name }) => ({ code: area, name })),
  }
  for (const { area } of loaded) await house.authoring.followLists(area, house.clock.now())
  if (!house.demo) return { ...known, accounts: [] }
  onStep('演示账号')
  for (const { posts } of loaded) await demoAccounts(house, posts)
  const password = loaded.find(({ posts }) => posts.demoPassword)?.posts.demoPassword
  return { ...known, accounts: loaded.flatMap(accountsOf), ...(password ? { password } : {}) }
}

/** Two packs that speak for one area would overwrite each other at every start. */
function onlyOnce<A extends LoadedArea & { pack: string }>(loaded: readonly A[], area: A): A {
  const before = loaded.find((each) => each.area === area.area)
  if (before === undefined) return area
  throw new StartupProblem(
    `方案 ${before.pack} 和 ${area.pack} 说的是同一个地区 ${area.name}（${area.area}），一次只能载入一个。请改设置 PACK。`,
    `The packs ${before.pack} and ${area.pack} are both of the area ${area.area}; PACK may name one of them.`,
  )
}

function accountsOf({ area, posts }: LoadedArea): Onboarded['accounts'] {
  const titles = new Map(posts.posts.toReversed().map((post) => [post.person, post.title]))
  return posts.people.flatMap(({ id, login, name }) =>
    login ? [{ login, name, title: titles.get(id) ?? '', area }] : [],
  )
}

async function load(house: Assembly, packId: string, onStep: (words: string) => void): Promise<LoadedPack> {
  try {
    return await loadPack(house, packId, onStep)
  } catch (error) {
    if (!(error instanceof PackProblem)) throw error
    const shown = error.problems.slice(0, 10).join('\n  ')
    throw new StartupProblem(
      `方案 ${packId} 有问题，没有载入：\n  ${shown}\n运行 npm run pack:check ${packId} 查看全部。`,
      `Pack ${packId} has problems and was not loaded; npm run pack:check ${packId} lists them.`,
    )
  }
}

/** Demo accounts exist only in demo mode; production refuses a database that has any. */
async function demoAccounts(house: Assembly, { people, posts, demoPassword }: PostsFile): Promise<void> {
  for (const { id, login } of people) {
    if (!login || (await house.accounts.findBySubject('staff', id))) continue
    const account = {
      kind: 'staff',
      login,
      subject: id,
      password: demoPassword!,
      mustChange: false,
      demo: true,
    } as const
    const made = await house.accounts.create(account, 'job:demo')
    if (isRefused(made)) throw new Error(`demo account ${login}: ${made.code}`)
    const role = posts
      .filter((post) => post.person === id)
      .flatMap((post) => post.roles)
      .find(isAdministratorRole)
    if (role) await house.administrators.grant(id, role, 'job:demo')
  }
}
