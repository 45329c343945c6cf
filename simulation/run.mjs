// Starts the simulation under the Node.js that npm installed; this file itself also runs under an older one.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const NEEDED_MAJOR = 24
const folder = path.dirname(fileURLToPath(import.meta.url))

if (Number.parseInt(process.versions.node, 10) >= NEEDED_MAJOR) await import('./main.ts')
else
  runUnder(path.join(folder, '..', 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node'))

function runUnder(node) {
  if (!fs.existsSync(node)) {
    process.stderr.write(
      `Node.js ${NEEDED_MAJOR} is needed and this is ${process.versions.node}: run npm ci first.\n`,
    )
    process.exit(2)
  }
  const { status } = spawnSync(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: 'inherit',
  })
  process.exit(status ?? 1)
}
