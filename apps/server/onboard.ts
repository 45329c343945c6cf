import path from 'node:path'
import { legalDay } from '#engine/day.ts'
import { publishItems, readItems } from '#capabilities/catalogue/index.ts'
import { issueSeals } from '#capabilities/licence-seal/index.ts'
import { loadOrganisation, packFolder, readPack } from '#capabilities/organisation/index.ts'
import { loadStaff, readPosts } from '#capabilities/staff/index.ts'
import { StartupProblem } from '#platform/log/startup-problem.ts'
import { isRefused } from '#platform/refusal.ts'
import type { Assembly } from './assemble.ts'

export interface Onboarded {
  area: string
  name: string
  accounts: readonly { login: string; name: string; title: string }[]
  password?: string
}

/** Loads a pack into its area: organisation, staff, seals, items. Loading the same pack again changes nothing. */
export async function onboard(house: Assembly, packId: string, onStep: (words: string) => void): Promise<Onboarded> {
  const folder = packFolder(packId)
  const pack = await readPack(folder).catch(() => {
    throw new StartupProblem(`没有找到方案 ${packId}，请检查 PACK 设置。`, `There is no pack ${packId}; check PACK.`)
  })
  if (Array.isArray(pack)) throw packProblem(packId, pack.map(({ code, facts }) => `${code} ${JSON.stringify(facts ?? {})}`))
  const items = readItems(path.join(folder, 'items'))
  if (items.problems.length > 0) throw packProblem(packId, items.problems)
  const area = pack.pack.area.code
  const now = house.clock.now()

  onStep('区划、场所、机构')
  const loaded = await loadOrganisation(house.db, pack, legalDay(now))
  if (Array.isArray(loaded)) throw packProblem(packId, loaded.map(({ code }) => code))
  onStep('岗位')
  const posts = await readPosts(folder)
  const appointed = await loadStaff({ db: house.db, ledger: house.ledger }, area, posts, now)
  if (appointed.refusals.length > 0) throw packProblem(packId, appointed.refusals.map(({ code }) => code))
  onStep('印章')
  await issueSeals(house.ledger, area, pack.bodies.bodies, now)
  onStep(`事项（${items.items.length}项）`)
  await publishItems(house.ledger, area, items.items, grantingBodies(pack.bodies.bodies), now)
  if (!house.demo) return { area, name: pack.pack.area.name, accounts: [] }
  onStep('演示账号')
  await demoAccounts(house, posts)
  const titles = new Map(posts.posts.map((post) => [post.person, post.title]))
  const accounts = posts.people.flatMap(({ id, login, name }) => (login ? [{ login, name, title: titles.get(id) ?? '' }] : []))
  return { area, name: pack.pack.area.name, accounts, ...(posts.demoPassword ? { password: posts.demoPassword } : {}) }
}

function grantingBodies(bodies: readonly { id: string; kind: string; tier: number }[]) {
  return {
    towns: bodies.filter(({ tier }) => tier === 5).map(({ id, kind }) => ({ id, street: kind === 'street-office' })),
    hall: 'approval-bureau',
    resident: '博政办字〔2020〕19号二（一）：按照应进必进原则进驻便民服务中心统一受理',
  }
}

/** Demo accounts exist only in demo mode; production refuses a database that has any. */
async function demoAccounts(house: Assembly, posts: Awaited<ReturnType<typeof readPosts>>): Promise<void> {
  const administrators = new Map(
    posts.posts.flatMap((post) =>
      post.roles.flatMap((role) => (role.endsWith('-admin') ? [[post.person, role] as const] : [])),
    ),
  )
  for (const { id, login } of posts.people) {
    if (!login || (await house.accounts.findBySubject('staff', id))) continue
    const account = { kind: 'staff', login, subject: id, password: posts.demoPassword!, mustChange: false, demo: true } as const
    const made = await house.accounts.create(account, 'job:demo')
    if (isRefused(made)) throw new Error(`demo account ${login}: ${made.code}`)
    const role = administrators.get(id)
    if (role) await house.administrators.grant(id, role as never, 'job:demo')
  }
}

function packProblem(pack: string, problems: readonly string[]): StartupProblem {
  const shown = problems.slice(0, 10).join('\n  ')
  return new StartupProblem(`方案 ${pack} 有问题，没有载入：\n  ${shown}`, `Pack ${pack} has problems and was not loaded.`)
}
