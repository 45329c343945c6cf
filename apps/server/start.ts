import net from 'node:net'
import path from 'node:path'
import type { FastifyInstance } from 'fastify'
import { hallBuild, mountHallWeb } from '../hall-web/index.ts'
import { serveWorkbench } from '../staff-web/workbench.ts'
import { agencyWords } from '#capabilities/agency/index.ts'
import { bookSentences } from '#capabilities/books/index.ts'
import { caseRefusalWords, licenceRefusalWords } from '#capabilities/case/index.ts'
import { catalogueWords } from '#capabilities/catalogue/index.ts'
import { rectificationWords } from '#capabilities/evaluation/index.ts'
import { guideRefusalWords } from '#capabilities/guide/index.ts'
import { sealRefusalWords } from '#capabilities/licence-seal/index.ts'
import { organisationSentences } from '#capabilities/organisation/index.ts'
import { citizenActor, portalWords } from '#capabilities/portal/index.ts'
import { refusalWords as staffWords } from '#capabilities/staff/index.ts'
import { rebuildSupervision, supervisionIsEmpty, supervisionWords } from '#capabilities/supervision/index.ts'
import { authWords, modeWords } from '#platform/auth/words.ts'
import { TEST_COST } from '#platform/auth/passwords.ts'
import { bornMode, modeProblems, rememberBirth } from '#platform/auth/mode.ts'
import { legalDay, systemClock, type Clock } from '#platform/clock.ts'
import { markKey } from '#platform/crypto/key-check.ts'
import { keysFrom } from '#platform/crypto/keys.ts'
import { cryptoWords } from '#platform/crypto/words.ts'
import { migrate } from '#platform/db/migrate.ts'
import { fileWords } from '#platform/files/words.ts'
import { UPLOAD_BYTES_MAX } from '#platform/files/upload.ts'
import { servedAreas } from '#platform/http/area.ts'
import { httpSentences, type Sentences } from '#platform/http/problem.ts'
import { createHttpServer } from '#platform/http/server.ts'
import { freeLeases } from '#platform/jobs/queue.ts'
import type { Log } from '#platform/log/log.ts'
import { StartupProblem } from '#platform/log/startup-problem.ts'
import { migrationSets } from '#platform/migrations.ts'
import type { Settings } from '#platform/settings.ts'
import { assemble, type Assembly } from './assemble.ts'
import { createGate } from './gate.ts'
import { mountApi } from './http.ts'
import { mountPortals } from './portals.ts'
import { mountScreenApi } from './screen-routes.ts'
import { screens as screensOf } from './screens.ts'
import { startLife } from './demo/life.ts'
import { livePast } from './demo/past.ts'
import { onboard, type Onboarded } from './onboard.ts'
import { openOutside } from './outside.ts'
import { openDatabase, type OpenedDatabase } from './open-database.ts'
import { keepHouse } from './upkeep.ts'

export interface Running {
  house: Assembly
  app: FastifyInstance
  onboarded: Onboarded
  url: string
  stop(): Promise<void>
}

const SENTENCES: Sentences = {
  // Citizens' wording first, so that what officers read of the same codes stands.
  ...portalWords,
  ...httpSentences,
  ...authWords,
  ...fileWords,
  ...organisationSentences,
  ...bookSentences,
  ...agencyWords,
  ...catalogueWords,
  ...guideRefusalWords,
  ...staffWords,
  ...sealRefusalWords,
  ...caseRefusalWords,
  ...licenceRefusalWords,
  ...rectificationWords,
  ...supervisionWords,
  'administrator-not-yours':
    '管理员之间不能互相重置密码或停用。请在服务器上运行 npm run administrator:reset 处理。',
  'no-post': '您的账号目前没有在任的岗位。请联系安全管理员设置岗位后再登录。',
  'password-must-change': '首次登录或密码到期，请先修改密码再办理业务。',
}

/** Starts everything in order; a step that fails undoes the ones before it. */
export async function start(
  settings: Settings,
  log: Log,
  onStep: (words: string) => void,
  clock: Clock = systemClock,
): Promise<Running> {
  // Found out at once rather than after a first start's half minute.
  await refuseTakenPort(settings)
  onStep(settings.databaseUrl ? '连接数据库' : '启动内置数据库')
  const onTrouble = (error: unknown) => log.fault('database-restart', error)
  const database = await openDatabase(settings, {
    exclusive: true,
    onTrouble,
    // Tasks whose taking was never answered would else wait for their lease to run out.
    onRestarted: () => void freeLeases(database.db).catch(onTrouble),
  })
  try {
    return await startOn(database, settings, log, onStep, clock)
  } catch (error) {
    await database.close()
    throw error
  }
}

async function startOn(
  database: OpenedDatabase,
  settings: Settings,
  log: Log,
  onStep: (words: string) => void,
  clock: Clock,
): Promise<Running> {
  const { db } = database
  onStep('更新数据库结构')
  await migrate(db, migrationSets())
  await checkMode(database, settings, clock)
  await markKey(db, keysFrom(settings.masterKey))
  const demo = settings.mode === 'demo'
  const outside = await openOutside(settings, clock)
  const house = await assemble({
    db,
    clock,
    masterKey: settings.masterKey,
    filesFolder: path.join(settings.dataDir, 'files'),
    publicUrl: settings.publicUrl,
    demo,
    ...(outside.carrier ? { carrier: outside.carrier } : {}),
    ...(demo ? { trackEveryMs: 60_000 } : {}),
    ...(outside.utilities ? { utilities: outside.utilities } : {}),
    messengers: outside.messengers,
    fontDirectories: settings.fontDirectories,
    // Demo passwords are printed on the screen; hashing them dearly for ninety people would only delay the first start.
    ...(demo ? { hashCost: TEST_COST } : {}),
    onFailure: ({ task, attempt, error }) => log.fault('task-failed', error, { job: task, attempt }),
    onFault: (error) => log.fault('background', error),
  })
  const onboarded = await onboard(house, settings.packs, onStep)
  const empty = await Promise.all(onboarded.areas.map(({ code }) => supervisionIsEmpty(db, code)))
  if (empty.includes(true)) {
    onStep('从办件记录建立监督数据')
    await rebuildSupervision(house, () => {})
  }
  if (demo) await livePast(database, settings, clock, onboarded, onStep)
  const [, ...others] = onboarded.areas
  if (demo && others.length > 0)
    onStep(`${others.map(({ name }) => name).join('、')}：只有人员和事项，没有演示办件`)
  const app = await serve(house, settings, onboarded, log)
  await keepHouse(house, settings.rootsDir)
  const life =
    demo && settings.demoLife
      ? startLife(house, onboarded.area, (error) => log.fault('demo-life', error))
      : undefined
  const stop = async () => {
    await life?.stop()
    await app.close()
    await house.stop()
    await outside.close()
    await database.close()
  }
  // An embedded database is held by this process alone: whoever had taken tasks before is dead.
  if (database.embedded) await freeLeases(db)
  // The first who searches would else wait until everything is read: a quarter of a second for a county, some for a hundred thousand items.
  onStep('准备事项搜索')
  for (const { code } of onboarded.areas) await house.catalogue.searched(code, legalDay(clock.now()))
  const url = await listen(app, settings)
  await house.start()
  return { house, app, onboarded, url, stop }
}

async function checkMode({ db }: OpenedDatabase, settings: Settings, clock: Clock): Promise<void> {
  const problems = modeProblems({
    mode: settings.mode,
    bornMode: await bornMode(db),
    masterKey: settings.masterKey,
    demoAccounts: await demoAccounts(db),
    movableClock: false,
    publicUrl: settings.publicUrl,
  })
  if (problems.length > 0) {
    const words: Readonly<Record<string, string>> = { ...cryptoWords, ...modeWords }
    const sentences = problems.map((problem) => words[problem] ?? problem).join('\n')
    throw new StartupProblem(sentences, `The installation does not start: ${problems.join(', ')}.`, {
      exitCode: 2,
    })
  }
  await rememberBirth(db, settings.mode, clock.now())
}

async function demoAccounts(db: OpenedDatabase['db']): Promise<number> {
  const [row] = await db.query<{ count: number }>(
    `SELECT count(*) AS count FROM auth.account WHERE area_code = '000000' AND demo`,
  )
  return row!.count
}

export async function serve(
  house: Assembly,
  settings: Settings,
  { areas: loaded, accounts, password }: Onboarded,
  log: Log,
): Promise<FastifyInstance> {
  const publicOrigin = new URL(settings.publicUrl).origin
  const secureCookies = settings.publicUrl.startsWith('https:')
  const app = await createHttpServer({
    trustProxy: settings.trustProxy,
    fileLimit: UPLOAD_BYTES_MAX,
    sentences: SENTENCES,
    log,
    https: secureCookies,
  })
  refuseStrangeHosts(loaded, settings)
  const areas = servedAreas(loaded, settings.areaHosts)
  const gate = createGate({
    areas,
    clock: house.clock,
    sessions: house.sessions,
    staff: house.staff,
    audit: house.audit,
    partyOf: async (subject) => ({ party: citizenActor(subject).party }),
    publicOrigin,
    sentences: SENTENCES,
  })
  await mountApi(app, { house, gate, secureCookies })
  if (house.demo) app.get('/api/v1/demo/accounts', async () => ({ password, accounts }))
  serveWorkbench(app)
  const screens = screensOf(house, areas, await hallBuild())
  mountScreenApi(app, screens, gate)
  await mountHallWeb(app, screens, {
    areaName: areas.all.length === 1 ? areas.all[0]!.name : '',
    demo: house.demo,
    onFault: (error, route) => log.fault('page', error, { route }),
  })
  const citizen = await mountPortals(app, house, areas, {
    demo: house.demo,
    secureCookies,
    publicOrigin,
    fileLimit: UPLOAD_BYTES_MAX,
    onFault: (error, route) => log.fault('page', error, { route }),
  })
  app.setNotFoundHandler((request, reply) =>
    request.url.startsWith('/api/')
      ? reply.code(404).type('application/problem+json').send({
          type: 'about:blank',
          title: '没有找到',
          status: 404,
          code: 'not-found',
          detail: httpSentences['not-found'],
        })
      : citizen.notFound(request, reply),
  )
  return app
}

/** A host name that leads to an area nobody loaded would quietly show its visitors another county. */
function refuseStrangeHosts(loaded: Onboarded['areas'], { areaHosts }: Settings): void {
  const strange = Object.entries(areaHosts).filter(([, code]) => !loaded.some((area) => area.code === code))
  if (strange.length === 0) return
  const shown = strange.map(([host, code]) => `${host}=${code}`).join('、')
  throw new StartupProblem(
    `设置 AREA_HOSTS 写到的地区没有载入：${shown}。请改正代码，或在 PACK 里加上它的方案。`,
    `AREA_HOSTS names areas that are not loaded: ${shown}. Mend the code, or add the pack to PACK.`,
  )
}

async function listen(app: FastifyInstance, { host, port }: Settings): Promise<string> {
  try {
    await app.listen({ host, port })
  } catch (error) {
    throw portProblem(error as NodeJS.ErrnoException, host, port)
  }
  const address = app.server.address()
  const shown = host.includes(':') ? `[${host}]` : host
  return `http://${shown}:${typeof address === 'object' ? address?.port : port}`
}

async function refuseTakenPort({ host, port }: Settings): Promise<void> {
  if (port === 0) return
  const probe = net.createServer()
  await new Promise<void>((resolve, reject) => {
    probe.once('error', (error) => reject(portProblem(error, host, port)))
    probe.listen({ host, port, exclusive: true }, () => probe.close(() => resolve()))
  })
}

function portProblem(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === 'EADDRINUSE') {
    return new StartupProblem(
      `端口 ${port} 已被别的程序占用。请关闭它，或换一个端口：PORT=3001 npm start。`,
      `Port ${port} is in use by another program. Stop it, or choose another: PORT=3001 npm start.`,
    )
  }
  if (['EACCES', 'EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN'].includes(error.code ?? '')) {
    return new StartupProblem(
      `不能在 ${host}:${port} 上监听（${error.code}）。请检查 HOST 和 PORT 设置。`,
      `Cannot listen on ${host}:${port} (${error.code}). Check HOST and PORT.`,
    )
  }
  return error
}
