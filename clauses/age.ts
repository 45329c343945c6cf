import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import type { KeptResults } from './results.ts'

/** The commit of the tree, and whether there is more in it than the commit says; empty outside a repository. */
export function commitOf(root: string): Pick<KeptResults, 'commit' | 'uncommitted'> {
  const commit = git(root, 'rev-parse', 'HEAD')?.trim()
  if (commit === undefined) return {}
  return { commit, uncommitted: git(root, 'status', '--porcelain') !== '' }
}

/** Files written after the run began, except texts that no test depends on; undefined when git cannot list them. */
export function changedSince(root: string, startedAt: string): string[] | undefined {
  const listed = git(root, 'ls-files', '--cached', '--others', '--exclude-standard', '-z')
  const since = Date.parse(startedAt)
  return listed
    ?.split('\0')
    .filter((file) => file !== '' && !file.endsWith('.md'))
    .filter((file) => (fs.statSync(path.join(root, file), { throwIfNoEntry: false })?.mtimeMs ?? 0) > since)
}

/** When and of what the results are, and what speaks against trusting them: one sentence a line. */
export function ageOf(root: string, results: KeptResults): string[] {
  const { commit, uncommitted, startedAt, asked } = results
  const of = asked.length === 0 ? 'the whole suite' : `a part of the suite (${asked.join(' ')})`
  const at = `${startedAt.slice(0, 16).replace('T', ' ')} UTC`
  const state =
    commit === undefined ? '' : `, commit ${commit.slice(0, 7)}${uncommitted ? ' with changes on top' : ''}`
  const lines = [`From a run of ${of} on ${at}${state}.`]
  const now = commitOf(root).commit
  if (now !== undefined && commit !== undefined && now !== commit)
    lines.push(`Warning: the tree is at commit ${now.slice(0, 7)} now.`)
  const changed = changedSince(root, startedAt) ?? []
  if (changed.length > 0)
    lines.push(
      `Warning: ${files(changed.length)} changed since, for example ${changed.slice(0, 3).join(', ')}.`,
    )
  return lines
}

function files(count: number): string {
  return count === 1 ? '1 file' : `${count} files`
}

function git(root: string, ...parameters: string[]): string | undefined {
  const { status, stdout } = spawnSync('git', parameters, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  return status === 0 ? stdout : undefined
}
