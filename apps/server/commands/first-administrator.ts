import { randomInt } from 'node:crypto'
import { legalDay } from '#engine/day.ts'
import { isRefused } from '#platform/refusal.ts'
import { authWords } from '#platform/auth/words.ts'
import { StartupProblem } from '#platform/log/startup-problem.ts'
import { say, withHouse } from './with-house.ts'

// Gives the person of the pack's system administrator post the first account of a production installation. From then on
// accounts are made in the workbench; the command refuses when a system administrator has one.
await withHouse(async ({ accounts, clock, organisation, staff }) => {
  const login = process.argv[2]
  if (login === undefined) {
    throw new StartupProblem(
      '请写明账号名：npm run first-administrator -- 账号名',
      'Name the login: npm run first-administrator -- LOGIN',
      { exitCode: 2 },
    )
  }
  const areas = await organisation.areas(legalDay(clock.now()))
  const posts = (await Promise.all(areas.map(({ area }) => staff.postsOfArea(area)))).flat()
  const holders = posts.filter((post) => post.roles.includes('system-admin'))
  const [holder] = holders
  if (holder === undefined)
    throw new StartupProblem(
      '方案里没有系统管理员岗位，请先在 posts.json 中设置。',
      'The pack has no system administrator post.',
    )
  for (const { person } of holders) {
    if (await accounts.findBySubject('staff', person)) {
      throw new StartupProblem(
        '已经有系统管理员账号，请由其在工作台“账号”中新建。',
        'A system administrator has an account already.',
      )
    }
  }
  const password = `Aa2-${Array.from({ length: 12 }, () => 'ABCDEFGHJKMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789'[randomInt(55)]).join('')}`
  const made = await accounts.create(
    { kind: 'staff', login, subject: holder.person, password, mustChange: true },
    'job:first-administrator',
  )
  if (isRefused(made)) throw new StartupProblem(authWords[made.code], made.code)
  const [person] = await staff.peopleByIds([holder.person])
  say(`已为${person?.name ?? holder.person}建立系统管理员账号 ${login}。`)
  say(`初始密码（只显示这一次，首次登录必须修改）：${password}`)
  return 0
})
