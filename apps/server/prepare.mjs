// Runs before `npm start` and `npm test`, under whatever Node.js the machine has, with nothing installed yet:
// installs the packages when the lock file changed and builds the staff app when its sources changed.
import { spawn, spawnSync } from 'child_process'
import { createHash } from 'crypto'
import fs from 'fs'
import path from 'path'
import { fileURLToPath } from 'url'

const OLDEST_NODE = [20, 19]
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')
const modules = path.join(root, 'node_modules')
const installStamp = path.join(modules, '.yichuang-stamp')
const staff = path.join(root, 'apps/staff-web')
const buildStamp = path.join(staff, 'dist/.stamp')

// What the staff app is built from; a folder stands for everything in it.
const STAFF_SOURCES = [
  ...['apps/staff-web', 'ui', 'capabilities', 'engine', 'platform/http', 'platform/clock.ts'],
  ...['package-lock.json', 'tsconfig.json'],
]

refuseOldNode()
prepare().catch((error) => fail(error.message))

async function prepare() {
  if (!installed()) await install()
  if (fs.existsSync(path.join(staff, 'vite.config.ts'))) await buildStaffApp()
}

function refuseOldNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  const fits = major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])
  if (!fits)
    fail(
      `需要 Node.js ${OLDEST_NODE.join('.')} 或更新版本，当前是 ${process.versions.node}，请先升级 Node.js。\n` +
        `Node.js ${OLDEST_NODE.join('.')} or newer is needed and this is ${process.versions.node}; please upgrade it first.`,
    )
}

function installed() {
  const wanted = lockHash()
  if (read(installStamp) === wanted) return true
  if (!matchesLock()) return false
  // Somebody ran npm themselves; it left exactly what the lock file asks for.
  fs.writeFileSync(installStamp, wanted)
  return true
}

async function install() {
  await step('安装依赖 npm ci', machineNode(), [
    npmProgram(),
    'ci',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ])
  fs.writeFileSync(installStamp, lockHash())
}

async function buildStaffApp() {
  const wanted = sourcesHash()
  if (read(buildStamp) === wanted) return
  const vite = path.join(modules, 'vite/bin/vite.js')
  const parameters = [vite, 'build', '--config', 'apps/staff-web/vite.config.ts', '--logLevel', 'warn']
  await step('构建工作台 vite build', installedNode(), parameters)
  fs.mkdirSync(path.dirname(buildStamp), { recursive: true })
  fs.writeFileSync(buildStamp, wanted)
}

/** Runs one long step in sight of the person waiting: a line when it starts, now and then, and when it is done. */
function step(name, program, parameters) {
  const started = Date.now()
  const seconds = () => Math.round((Date.now() - started) / 1000)
  console.log(`${name} …`)
  const ticking = setInterval(() => console.log(`${name} … ${seconds()} s`), 10000)
  return new Promise((resolve, reject) => {
    const child = spawn(program, parameters, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] })
    child.once('error', reject)
    child.once('exit', (code, signal) => {
      clearInterval(ticking)
      if (code !== 0)
        return reject(new Error(`${name} 失败 failed (${signal || `exit ${code}`}, ${seconds()} s)`))
      console.log(`${name} ✔ ${seconds()} s`)
      resolve()
    })
  })
}

/** npm ci deletes node_modules and with it the Node.js in there, so it must run under another one when there is one. */
function machineNode() {
  const name = process.platform === 'win32' ? 'node.exe' : 'node'
  const outside = (process.env.PATH || '')
    .split(path.delimiter)
    .filter((folder) => folder && !path.resolve(folder).includes('node_modules'))
    .map((folder) => path.join(folder, name))
    .find((file) => fs.existsSync(file))
  return outside || process.execPath
}

function npmProgram() {
  if (process.env.npm_execpath && process.env.npm_execpath.endsWith('.js')) return process.env.npm_execpath
  const found = spawnSync('npm', ['root', '-g'], { encoding: 'utf8', shell: process.platform === 'win32' })
  const program = path.join(String(found.stdout).trim(), 'npm/bin/npm-cli.js')
  if (!fs.existsSync(program)) fail('找不到 npm，请先安装。\nnpm was not found; please install it first.')
  return program
}

function installedNode() {
  const platform = process.platform === 'win32' ? 'win' : process.platform
  const file = process.platform === 'win32' ? 'bin/node.exe' : 'bin/node'
  const node = path.join(modules, `node-${platform}-${process.arch}`, file)
  return fs.existsSync(node) ? node : process.execPath
}

function lockHash() {
  const lock = fs.readFileSync(path.join(root, 'package-lock.json'))
  return createHash('sha256').update(`${process.platform}-${process.arch}\n`).update(lock).digest('hex')
}

/** Compares what npm wrote down at its last installation with the lock file; optional packages may be missing. */
function matchesLock() {
  const written = read(path.join(modules, '.package-lock.json'))
  if (written === undefined) return false
  const there = JSON.parse(written).packages
  const wanted = JSON.parse(fs.readFileSync(path.join(root, 'package-lock.json'), 'utf8')).packages
  return Object.entries(wanted).every(
    ([name, { version, optional }]) =>
      name === '' || optional || (there[name] && there[name].version === version),
  )
}

function sourcesHash() {
  const hash = createHash('sha256')
  for (const source of STAFF_SOURCES) addTo(hash, path.join(root, source))
  return hash.digest('hex')
}

function addTo(hash, file) {
  const found = fs.statSync(file, { throwIfNoEntry: false })
  if (!found || isNoSource(file)) return
  if (found.isDirectory()) {
    for (const name of fs.readdirSync(file).sort()) addTo(hash, path.join(file, name))
    return
  }
  hash.update(`${path.relative(root, file)}\n`).update(fs.readFileSync(file))
}

function isNoSource(file) {
  return /(^|[\\/])(dist|node_modules|schema)$|\.test\.tsx?$|\.(sql|md)$/.test(file)
}

function read(file) {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

function fail(message) {
  process.stderr.write(`${message}\n`)
  process.exit(1)
}
