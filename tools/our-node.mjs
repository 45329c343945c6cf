// Starts a tool under the Node.js that npm installed; this file itself also runs under an older one.
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import { fileURLToPath } from 'node:url'

const NEEDED_MAJOR = 24
const INSTALLED = `node-${process.platform}-${process.arch}`
const BINARY = process.platform === 'win32' ? 'node.exe' : 'node'

/** `starter` is the `import.meta.url` of the file that was called, `file` what it starts, as an import from there. */
export async function underOurNode(starter, file) {
  if (Number.parseInt(process.versions.node, 10) >= NEEDED_MAJOR) return import(new URL(file, starter).href)
  const node = fileURLToPath(new URL(`../node_modules/${INSTALLED}/bin/${BINARY}`, import.meta.url))
  if (!fs.existsSync(node)) {
    process.stderr.write(
      `Node.js ${NEEDED_MAJOR} is needed and this is ${process.versions.node}: run npm ci first.\n`,
    )
    process.exit(2)
  }
  const child = spawn(node, [fileURLToPath(starter), ...process.argv.slice(2)], { stdio: 'inherit' })
  // Stopping this process alone would leave the other, and its database, behind. A terminal's Ctrl+C reaches both.
  process.on('SIGINT', () => {})
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code) => process.exit(code ?? 130))
}
