import fs from 'node:fs'
import path from 'node:path'

export const root = path.dirname(import.meta.dirname)

/** Programs of a folder and all below it, as paths from the root. */
export function* sourceFiles(folder: string): Generator<string> {
  for (const entry of fs.readdirSync(path.join(root, folder), { withFileTypes: true })) {
    const name = `${folder}/${entry.name}`
    if (entry.isDirectory() && entry.name !== 'node_modules' && entry.name !== 'dist')
      yield* sourceFiles(name)
    if (/\.(ts|tsx|mjs)$/.test(entry.name)) yield name
  }
}

const IMPORT = /^\s*(?:import|export)\s+(type\s)?[^'";]*?from\s*'([^']+)'|\bimport\s*\(?\s*'([^']+)'/gm

/** What a file imports of ours, as paths from the root. */
export function importsOf(file: string, text: string): { target: string; typeOnly: boolean }[] {
  return [...text.matchAll(IMPORT)].flatMap(([, type, from, bare]) => {
    const name = from ?? bare!
    if (name.startsWith('#')) return [{ target: name.slice(1), typeOnly: type !== undefined }]
    if (!name.startsWith('.')) return []
    return [{ target: path.posix.join(path.posix.dirname(file), name), typeOnly: type !== undefined }]
  })
}
