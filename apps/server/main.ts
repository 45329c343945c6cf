import { openLog, tellStartupProblem } from '#platform/log/log.ts'
import { readSettings } from '#platform/settings.ts'
import { hasResident, RESIDENT_LOGIN } from './demo/resident.ts'
import { start, type Running } from './start.ts'

const log = openLog({ pretty: process.stderr.isTTY === true })
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

function tellDemo({ url, onboarded }: Running, resident: boolean): void {
  const shown = [
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
  const accounts = onboarded.accounts.filter(({ login }) => shown.includes(login))
  const lines = [
    '',
    `一窗 Yichuang · ${onboarded.name}（演示）`,
    `  群众入口    ${url}/`,
    `  工作台      ${url}/staff/`,
    `  公示屏      ${url}/screen/`,
    `  接口说明    ${url}/api/openapi.json`,
    '',
    `  演示账号（密码都是 ${onboarded.password ?? ''}）`,
    ...accounts.map(({ login, title }) => `    ${login.padEnd(26)} ${title}`),
    ...(resident
      ? [`    ${RESIDENT_LOGIN.padEnd(26)} 群众（在群众入口登录）：容缺、鉴定、公示、转报各有一件`]
      : []),
    `    其他 ${onboarded.accounts.length - accounts.length} 个账号见 ${url}/api/v1/demo/accounts`,
    '',
    '  按 Ctrl-C 停止；数据保存在 DATA_DIR，下次启动继续使用。',
    '',
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
}
