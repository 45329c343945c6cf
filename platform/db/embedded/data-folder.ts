import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { StartupProblem } from '../../log/startup-problem.ts'
import { type Account, canReach, ourName } from './account.ts'
import type { Binaries } from './binaries.ts'

/** Makes the data folder when there is none, and refuses one that this server must not touch. */
export function readyDataFolder(folder: string, binaries: Binaries, account: Account): void {
  const files = list(folder)
  if (files.length === 0) create(folder, binaries, account)
  refuseForeign(folder, binaries)
  writeAccess(folder, account)
}

/** Environment and working directory of every PostgreSQL program we start. */
export function programOptions(account: Account) {
  return { ...account, cwd: '/', env: { PATH: process.env.PATH ?? '', LC_ALL: 'C', TZ: 'UTC' } }
}

/**
 * Runs `work` with the name under which the server's account can open the folder. A folder inside, say, root's
 * home is handed over as an open descriptor: `/proc/self/fd/3` leads into it without walking down from the root.
 */
export function withReachable<T>(
  folder: string,
  account: Account,
  work: (name: string, descriptor: number | 'ignore') => T,
): T {
  if (canReach(account, folder)) return work(folder, 'ignore')
  if (process.platform !== 'linux')
    throw new StartupProblem(
      `数据库账号无法进入 ${folder}，请把 DATA_DIR 设到其他用户可以进入的文件夹下。`,
      `The database's account cannot reach ${folder}; set DATA_DIR to a folder below one that others may enter.`,
    )
  const descriptor = fs.openSync(folder, fs.constants.O_RDONLY | fs.constants.O_DIRECTORY)
  try {
    return work('/proc/self/fd/3', descriptor)
  } finally {
    fs.closeSync(descriptor)
  }
}

function sweep(folder: string): void {
  const prefix = `${path.basename(folder)}.new-`
  for (const name of list(path.dirname(folder)).filter((entry) => entry.startsWith(prefix))) {
    const half = path.join(path.dirname(folder), name)
    // Nobody needs more than a minute to fill one.
    if (Date.now() - fs.statSync(half).mtimeMs > 60_000) fs.rmSync(half, { recursive: true, force: true })
  }
}

function list(folder: string): string[] {
  try {
    return fs.readdirSync(folder)
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw noPermission(folder, cause)
  }
}

/** Made beside its final place and then renamed, so that an interrupted first start leaves nothing half made. */
function create(folder: string, binaries: Binaries, account: Account): void {
  const making = `${folder}.new-${process.pid}`
  try {
    fs.rmSync(making, { recursive: true, force: true })
    // Others may pass through DATA_DIR (the server's account must) but not list it.
    fs.mkdirSync(path.dirname(folder), { recursive: true, mode: 0o711 })
    sweep(folder)
    fs.mkdirSync(making, { mode: 0o700 })
    if (account.uid !== undefined) fs.chownSync(making, account.uid, account.gid ?? account.uid)
  } catch (cause) {
    throw noPermission(path.dirname(folder), cause)
  }
  const password = process.platform === 'win32' ? writePassword(folder) : undefined
  const result = withReachable(making, account, (name, descriptor) =>
    spawnSync(path.join(binaries.directory, 'initdb'), initdbParameters(name, binaries, password), {
      ...programOptions(account),
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe', descriptor],
    }),
  )
  try {
    if (result.status !== 0) throw creationFailed(folder, result.error ?? result.stderr)
    if (list(folder).length === 0) fs.rmSync(folder, { recursive: true, force: true })
    // Another process may have been faster; then its folder stays.
    if (!fs.existsSync(folder)) fs.renameSync(making, folder)
  } finally {
    fs.rmSync(making, { recursive: true, force: true })
  }
}

function initdbParameters(name: string, { major }: Binaries, passwordFile: string | undefined): string[] {
  // From 17 on PostgreSQL brings C.UTF-8 itself; before, it is a locale of the machine.
  const locale =
    major >= 17
      ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']
      : ['--locale=C.UTF-8']
  const access = passwordFile ? ['--auth=scram-sha-256', `--pwfile=${passwordFile}`] : ['--auth=peer']
  return ['-D', name, '-U', 'postgres', '-E', 'UTF8', '--data-checksums', ...locale, ...access]
}

/** Windows has no `peer`; the password stays in a file beside the data folder. */
export function passwordFile(folder: string): string {
  return `${folder}.password`
}

function writePassword(folder: string): string {
  fs.writeFileSync(passwordFile(folder), randomBytes(24).toString('hex'), { mode: 0o600 })
  return passwordFile(folder)
}

function creationFailed(folder: string, why: Error | string): StartupProblem {
  const text = String(why instanceof Error ? why.message : why).trim()
  return new StartupProblem(
    `无法在 ${folder} 建立数据库：${text}`,
    `Could not create the database in ${folder}: ${text}`,
    { cause: why },
  )
}

function refuseForeign(folder: string, { major }: Binaries): void {
  let version: string | undefined
  try {
    version = fs.readFileSync(path.join(folder, 'PG_VERSION'), 'utf8').trim()
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EACCES') throw noPermission(folder, cause)
  }
  if (!version || !fs.existsSync(path.join(folder, 'global', 'pg_control'))) throw damaged(folder)
  if (Number(version) !== major)
    throw new StartupProblem(
      `数据文件夹 ${folder} 由 PostgreSQL ${version} 建立，本程序使用 PostgreSQL ${major}；请先用原来的版本运行 npm run backup，再在新文件夹中 npm run restore。`,
      `The data folder ${folder} was made by PostgreSQL ${version} and this program runs ${major}; run npm run backup with the former version, then npm run restore into a new folder.`,
    )
}

/** Who may connect: only our own account, over the socket. Written at each start, since accounts change. */
function writeAccess(folder: string, account: Account): void {
  const rules =
    process.platform === 'win32'
      ? 'host all postgres 127.0.0.1/32 scram-sha-256\n'
      : 'local all postgres peer map=yichuang\n'
  replace(path.join(folder, 'pg_hba.conf'), rules, account)
  replace(path.join(folder, 'pg_ident.conf'), `yichuang "${ourName()}" postgres\n`, account)
}

function replace(file: string, text: string, account: Account): void {
  try {
    fs.writeFileSync(file, text, { mode: 0o600 })
    if (account.uid !== undefined) fs.chownSync(file, account.uid, account.gid ?? account.uid)
  } catch (cause) {
    throw noPermission(path.dirname(file), cause)
  }
}

export function damaged(folder: string, detail = ''): StartupProblem {
  return new StartupProblem(
    `数据文件夹 ${folder} 已损坏或不是本程序的数据库，请从备份恢复到一个新文件夹（npm run restore）。${detail}`,
    `The data folder ${folder} is damaged or not a database of this program; restore a backup into a new folder (npm run restore). ${detail}`.trim(),
  )
}

function noPermission(folder: string, cause: unknown): StartupProblem {
  const code = (cause as NodeJS.ErrnoException).code ?? String(cause)
  return new StartupProblem(
    `无法写入 ${folder}（${code}），请检查文件夹权限和磁盘空间，或设置 DATA_DIR。`,
    `Cannot write to ${folder} (${code}); check its permissions and the disk space, or set DATA_DIR.`,
    { cause },
  )
}
