// `npm run test:all`: every project of vitest.config.ts; the last line says `N passed, N failed` and nothing else.
// What ran and how it ended is kept for `npm run clauses`.
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { commitOf } from '../clauses/age.ts'
import { compact, keep } from '../clauses/results.ts'

const root = path.dirname(import.meta.dirname)
const report = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'yichuang-report-')), 'report.json')
const vitest = path.join(root, 'node_modules/vitest/vitest.mjs')
const parameters = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
const asked = process.argv.slice(2)
// Of the tree as the tests met it, not as they leave it.
const occasion = { ...commitOf(root), asked }

const child = spawn(process.execPath, [vitest, ...parameters, ...asked], {
  cwd: root,
  stdio: ['ignore', 'inherit', 'inherit'],
})
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))

child.once('exit', (code, signal) => {
  const results = fs.existsSync(report) ? JSON.parse(fs.readFileSync(report, 'utf8')) : undefined
  fs.rmSync(path.dirname(report), { recursive: true, force: true })
  // Any other code is a run that was broken off: it says nothing about the tests it never reached.
  if (results !== undefined && (code === 0 || code === 1)) keepFor(results)
  const { passed, failed } = count(results, code)
  console.log(`${passed} passed, ${failed} failed`)
  process.exit(code ?? 128 + (os.constants.signals[signal] ?? 0))
})

/** A disk without room must not change what the tests said. */
function keepFor(results) {
  try {
    keep(root, compact(results, root, occasion))
  } catch (error) {
    console.error(`The results were not kept for npm run clauses: ${error.message}`)
  }
}

/** A file that does not load, or a run that ends badly without a failed test, counts as one failure each. */
function count(results, code) {
  if (results === undefined) return { passed: 0, failed: 1 }
  const { numPassedTests, numFailedTests, testResults } = results
  const brokenFiles = testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every((each) => each.status !== 'failed'),
  )
  const failed = numFailedTests + brokenFiles.length
  return { passed: numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed }
}
