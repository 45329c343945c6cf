// `npm run test:all`: every project of vitest.config.ts; the last line says `N passed, N failed` and nothing else.
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

const root = path.dirname(import.meta.dirname)
const report = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'yichuang-report-')), 'report.json')
const vitest = path.join(root, 'node_modules/vitest/vitest.mjs')
const parameters = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]

const child = spawn(process.execPath, [vitest, ...parameters, ...process.argv.slice(2)], {
  cwd: root,
  stdio: ['ignore', 'inherit', 'inherit'],
})
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))

child.once('exit', (code, signal) => {
  const { passed, failed } = count(code)
  fs.rmSync(path.dirname(report), { recursive: true, force: true })
  console.log(`${passed} passed, ${failed} failed`)
  process.exit(code ?? 128 + (os.constants.signals[signal] ?? 0))
})

/** A file that does not load, or a run that ends badly without a failed test, counts as one failure each. */
function count(code) {
  if (!fs.existsSync(report)) return { passed: 0, failed: 1 }
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(fs.readFileSync(report, 'utf8'))
  const brokenFiles = testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every((each) => each.status !== 'failed'),
  )
  const failed = numFailedTests + brokenFiles.length
  return { passed: numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed }
}
