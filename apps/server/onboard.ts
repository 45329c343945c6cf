import type { PostsFile } from '#capabilities/staff/contract.ts'
import { loadPack, PackProblem, type LoadedPack } from '#capabilities/onboarding/index.ts'
import { isAdministratorRole } from '#platform/auth/roles.ts'
import { StartupProblem } from '#platform/log/startup-problem.ts'
import { isRefused } from '#platform/refusal.ts'
import type { Assembly } from './assemble.ts'

export interface Onboarded {
  area: string
  name: string
  /** Demo accounts with what each is for; empty in production. */
  accounts: readonly { login: string; name: string; title: string }[]
  password?: string
}

/** Loads a pack into its area and, in demo mode only, gives its people accounts. */
export async function onboard(
  house: Assembly,
  packId: string,
  onStep: (words: string) => void,
): Promise<Onboarded> {
  const { area, name, posts } = await load(house, packId, onStep)
  if (!house.demo) return { area, name, accounts: [] }
  onStep('演示账号')
  await demoAccounts(house, posts)
  const titles = new Map(posts.posts.toReversed().map((post) => [post.person, post.title]))
  const accounts = posts.people.flatMap(({ id, login, name: person }) =>
    login ? [{ login, name: person, title: titles.get(id) ?? '' }] : [],
  )
  return { area, name, accounts, ...(posts.demoPassword ? { password: posts.demoPassword } : {}) }
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
