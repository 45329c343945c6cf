import { openLog, tellStartupProblem } from '#platform/log/log.ts'
import { readSettings } from '#platform/settings.ts'
import { hasResident, RESIDENT_LOGIN } from './demo/resident.ts'
import type { Onboarded } from './onboard.ts'
import { start, type Running } from './start.ts'

const log = openLog({ pretty: process.stderr.isTTY === true })

/** Who a visitor tries first in a pack that is known; of any other, the first of each kind. */
const TRIED_FIRST = [
  'clerk.shantou',
  'reviewer.shantou',
  'approver.shantou',
  'issuer.shantou',
  'clerk.hall',
  'agent.qiugu',
  'director.shantou',
  'head.approval-bureau',
  'head.district-government',
  'registrar.approval-bureau',
  'supervisor',
  'admin.system',
  'admin.security',
  'admin.audit',
]
const begun = performance.now()
/** Thrown to give up a start. */
class Stopped extends Error {}

let running: Running | undefined
let stopping = false

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
try {
  const settings = readSettings()
  running = await start(settings, log, startStep)
  // The first line on standard output: whoever waits for the server reads this.
  process.stdout.write(`ready ${running.url}\n`)
  if (running.house.demo) tellDemo(running, await hasResident(running.house))
  // A signal during the last step of the start.
  if (stopping) endRunning(running)
} catch (error) {
  process.exit(error instanceof Stopped ? 0 : tellStartupProblem(error))
}

/** Long steps show that they are being taken. */
function step(words: string): void {
  const seconds = ((performance.now() - begun) / 1000).toFixed(1)
  process.stderr.write(`  ${seconds.padStart(5)} s  ${words}\n`)
}

/** Between two steps a start can be given up; what it had begun is then undone, the database included. */
function startStep(words: string): void {
  if (stopping) throw new Stopped()
  step(words)
}

function stop(): void {
  if (stopping) return
  stopping = true
  step('正在停止')
  if (running) endRunning(running)
}

function endRunning(ending: Running): void {
  ending.stop().then(
    () => process.exit(0),
    (error: unknown) => {
      log.fault('stop', error)
      process.exit(1)
    },
  )
}

type Accounts = Onboarded['accounts']

function shownAccounts(accounts: Accounts): Accounts {
  const areas = Map.groupBy(accounts, ({ area }) => area)
  return [...areas.values()].slice(0, 3).flatMap((own) => {
    const known = own.filter(({ login }) => TRIED_FIRST.includes(login))
    // Names are numbered within their kind (演示窗口01).
    return known.length > 0
      ? known
      : [
          ...new Map(own.toReversed().map((each) => [each.name.replace(/\d+$/u, ''), each])).values(),
        ].toReversed()
  })
}

function tellDemo({ url, onboarded }: Running, resident: boolean): void {
  const accounts = shownAccounts(onboarded.accounts)
  const lines = [
    '',
    `一窗 Yichuang · ${onboarded.areas.map(({ name }) => name).join('、')}（演示）`,
    `  群众入口    ${url}/`,
    `  工作台      ${url}/staff/`,
    `  公示屏      ${url}/screen/`,
    `  接口说明    ${url}/api/openapi.json`,
    '',
    `  演示账号（密码都是 ${onboarded.password ?? ''}）`,
    ...accounts.map(({ login, title }) => `    ${login.padEnd(34)} ${title}`),
    ...(resident ? [`    ${RESIDENT_LOGIN.padEnd(34)} 群众（在群众入口登录）：几件办件各在不同的环节`] : []),
    `    其他 ${onboarded.accounts.length - accounts.length} 个账号见 ${url}/api/v1/demo/accounts`,
    '',
    '  按 Ctrl-C 停止；数据保存在 DATA_DIR，下次启动继续使用。',
    '',
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
}
