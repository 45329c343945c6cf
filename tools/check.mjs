// `npm run check`: format, lint, types, import direction; one line each, all of them even when one fails.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

const root = path.dirname(import.meta.dirname)
const bin = (name) => path.join(root, 'node_modules', name)

const steps = [
  ['format', bin('oxfmt/bin/oxfmt'), '--check'],
  ['lint', bin('oxlint/bin/oxlint'), '--deny-warnings'],
  ['types', bin('typescript/bin/tsc'), '--noEmit', '-p', 'tsconfig.json'],
  ['types of the staff app', bin('typescript/bin/tsc'), '--noEmit', '-p', 'apps/staff-web/tsconfig.json'],
  ['import direction', bin('vitest/vitest.mjs'), 'run', '--project', 'unit', 'capabilities/one-way.test.ts'],
].filter(
  ([name]) => name !== 'types of the staff app' || fs.existsSync(path.join(root, 'apps/staff-web/src')),
)

let failed = 0
for (const [name, program, ...parameters] of steps) {
  const started = Date.now()
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [program, ...parameters], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const seconds = ((Date.now() - started) / 1000).toFixed(1)
  console.log(`${status === 0 ? '✔' : '✖'} ${name} ${seconds} s`)
  if (status !== 0) {
    failed += 1
    console.log([error?.message, stdout, stderr].filter(Boolean).join('\n').trim())
  }
}
process.exit(failed === 0 ? 0 : 1)
