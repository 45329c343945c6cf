// Starts the server, or the command named as first argument, under the Node.js that npm installed.
// This file itself must run under the Node.js of the machine: 20.19 or newer.
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const NEEDED_MAJOR = 24
const COMMANDS = [
  'ledger:verify',
  'views:rebuild',
  'handbook',
  'backup',
  'restore',
  'pack:check',
  'first-administrator',
  'administrator:reset',
]
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')

if (Number.parseInt(process.versions.node, 10) >= NEEDED_MAJOR) await run()
else runUnder(installedNode())

async function run() {
  const [command, ...parameters] = process.argv.slice(2)
  const entry = path.join(root, 'apps/server', command === undefined ? 'main.ts' : commandFile(command))
  process.argv.splice(1, process.argv.length - 1, entry, ...parameters)
  await import('./tsx-loader.mjs')
  try {
    await import(pathToFileURL(entry).href)
  } catch (error) {
    if (error?.name !== 'StartupProblem') throw error
    process.stderr.write(`${error.chinese}\n${error.english}\n`)
    process.exit(error.exitCode)
  }
}

function commandFile(command) {
  if (COMMANDS.includes(command)) return `commands/${command.replaceAll(':', '-')}.ts`
  fail(
    `没有“${command}”这个命令，可用的有：${COMMANDS.join('、')}；不带命令则启动服务。`,
    `There is no command "${command}"; there are ${COMMANDS.join(', ')}; without a command the server starts.`,
  )
}

/** npm puts node_modules/.bin first, so this is for whoever starts the file by hand with the machine's Node.js. */
function installedNode() {
  const platform = process.platform === 'win32' ? 'win' : process.platform
  const file = process.platform === 'win32' ? 'bin/node.exe' : 'bin/node'
  const node = path.join(root, 'node_modules', `node-${platform}-${process.arch}`, file)
  if (fs.existsSync(node)) return node
  fail(
    `需要 Node.js ${NEEDED_MAJOR}，当前是 ${process.versions.node}：请先运行 npm ci，或安装 Node.js ${NEEDED_MAJOR}。`,
    `Node.js ${NEEDED_MAJOR} is needed and this is ${process.versions.node}: run npm ci first, or install Node.js ${NEEDED_MAJOR}.`,
  )
}

function runUnder(node) {
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' })
  // Ctrl-C reaches the whole terminal group by itself; the others are sent to us alone. Either way the child decides.
  process.on('SIGINT', () => {})
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.once('error', (error) =>
    fail(`无法运行 ${node}：${error.message}`, `Could not run ${node}: ${error.message}`),
  )
  child.once('exit', (code, signal) => process.exit(code ?? 128 + (os.constants.signals[signal] ?? 0)))
}

function fail(chinese, english) {
  process.stderr.write(`${chinese}\n${english}\n`)
  process.exit(2)
}
