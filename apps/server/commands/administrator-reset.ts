import { randomInt } from 'node:crypto'
import { legalDay } from '#engine/day.ts'
import { ADMINISTRATOR_ROLES, ROLE_NAMES, type AdministratorRole } from '#platform/auth/roles.ts'
import { authWords } from '#platform/auth/words.ts'
import { StartupProblem } from '#platform/log/startup-problem.ts'
import { isRefused } from '#platform/refusal.ts'
import { say, withHouse } from './with-house.ts'

// The three administrators cannot set each other's passwords (三员分立), so one who has forgotten it comes back in at the
// machine itself. The reset stands in the audit trail, ends all sessions, and the password must be changed at once.
await withHouse(async ({ accounts, clock, organisation, staff }) => {
  const role = roleOf(process.argv[2])
  const today = legalDay(clock.now())
  const areas = await organisation.areas(today)
  const posts = (await Promise.all(areas.map(({ area }) => staff.searchPosts(area, today, { role })))).flat()
  const held = await Promise.all(posts.map(({ person }) => accounts.findBySubject('staff', person)))
  const account = held.find((each) => each !== null)
  if (account === undefined) {
    throw new StartupProblem(
      `现任的${ROLE_NAMES[role]}还没有账号，请由系统管理员在工作台“账号”中新建。`,
      `No ${role} in office has an account; the system administrator makes one in the workbench.`,
    )
  }
  const signs = 'ABCDEFGHJKMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789'
  const password = `Aa2-${Array.from({ length: 12 }, () => signs[randomInt(signs.length)]).join('')}`
  const reset = await accounts.resetPassword(account.id, password, 'job:administrator-reset')
  if (isRefused(reset)) throw new StartupProblem(authWords[reset.code], reset.code)
  const [person] = await staff.peopleByIds([account.subject])
  say(`已重置${ROLE_NAMES[role]}${person?.name ?? ''}的密码，原有登录全部失效。`)
  say(`新密码（只显示这一次，首次登录必须修改）：${password}`)
  return 0
})

function roleOf(text: string | undefined): AdministratorRole {
  const role = ADMINISTRATOR_ROLES.find((each) => each === text)
  if (role !== undefined) return role
  throw new StartupProblem(
    `请写明是哪个管理员：npm run administrator:reset -- ${ADMINISTRATOR_ROLES.join('|')}`,
    `Name the administrator: npm run administrator:reset -- ${ADMINISTRATOR_ROLES.join('|')}`,
    { exitCode: 2 },
  )
}
