import fs from 'node:fs'
import path from 'node:path'

/** What is kept of a run of the tests: enough to say which rows it proves. */
export interface KeptResults {
  /** Absent outside a git repository. */
  commit?: string
  /** There were changes on top of that commit. */
  uncommitted?: boolean
  startedAt: string
  /** What of the suite was asked for; empty for the whole of it. */
  asked: string[]
  tests: KeptTest[]
}

export interface KeptTest {
  /** The titles of the blocks around it and its own. */
  path: string[]
  /** From the root of the repository. */
  file: string
  status: 'passed' | 'failed' | 'skipped'
}

/** The part of vitest's JSON report that is read here. */
export interface VitestReport {
  startTime: number
  testResults: {
    name: string
    status: string
    assertionResults: { ancestorTitles: string[]; title: string; status: string }[]
  }[]
}

type Occasion = Pick<KeptResults, 'commit' | 'uncommitted' | 'asked'>

export function compact(report: VitestReport, root: string, occasion: Occasion): KeptResults {
  const tests = report.testResults.flatMap(({ name, status, assertionResults }) => {
    const file = path.relative(root, name).replaceAll('\\', '/')
    // A file that fails without a failed test did not load or left something behind: what passed in it proves nothing.
    const broken = status === 'failed' && assertionResults.every((each) => each.status !== 'failed')
    return assertionResults.map((each): KeptTest => ({
      path: [...each.ancestorTitles.filter((title) => title !== ''), each.title],
      file,
      status: broken && each.status === 'passed' ? 'failed' : statusOf(each.status),
    }))
  })
  return { ...occasion, startedAt: new Date(report.startTime).toISOString(), tests }
}

function statusOf(status: string): KeptTest['status'] {
  return status === 'passed' || status === 'failed' ? status : 'skipped'
}

/** A run of a part of the suite never replaces what is known from a run of the whole. */
export function resultsFile(root: string, whole: boolean): string {
  return path.join(root, '.cache', whole ? 'test-results.json' : 'test-results-of-a-part.json')
}

export function keep(root: string, results: KeptResults): void {
  const file = resultsFile(root, results.asked.length === 0)
  fs.mkdirSync(path.dirname(file), { recursive: true })
  // Renamed into place: whoever reads meanwhile finds the old results or the new ones, never half a file.
  fs.writeFileSync(`${file}.tmp`, JSON.stringify(results))
  fs.renameSync(`${file}.tmp`, file)
}

/** Without the tests whose file is gone: they cannot be run again. */
export function kept(root: string, whole: boolean): KeptResults | undefined {
  const file = resultsFile(root, whole)
  if (!fs.existsSync(file)) return undefined
  const results = JSON.parse(fs.readFileSync(file, 'utf8')) as KeptResults
  const files = [...new Set(results.tests.map((test) => test.file))]
  const there = new Set(files.filter((name) => fs.existsSync(path.join(root, name))))
  return { ...results, tests: results.tests.filter((test) => there.has(test.file)) }
}
