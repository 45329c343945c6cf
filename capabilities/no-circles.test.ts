import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { importsOf, root, sourceFiles } from './import-lines.ts'

const FOLDERS = ['engine', 'platform', 'capabilities', 'ui', 'apps', 'simulation', 'simulators', 'clauses']

/** A line of a list may hold a list, and only screens draw such things: these two draw each other. */
const DRAW_EACH_OTHER = 'apps/staff-web/src/pages/item-changes/one-line.tsx'

/** Here files do not even speak of each other's types in a circle: each can be read with what it names and no more. */
const READ_ONE_WAY = [
  ...['engine', 'platform', 'simulation', 'simulators'],
  ...['acts', 'evaluation', 'exchange', 'licence-seal', 'staff', 'supervision'].map(
    (one) => `capabilities/${one}`,
  ),
]

type Imports = ReadonlyMap<string, readonly string[]>

/** Each circle once, as the way round it, found by walking from every file. */
function circlesIn(imports: Imports): string[] {
  const circles: string[] = []
  const done = new Set<string>()
  const way: string[] = []
  const walk = (file: string): void => {
    const met = way.indexOf(file)
    if (met >= 0) circles.push([...way.slice(met), file].join(' → '))
    if (met >= 0 || done.has(file)) return
    way.push(file)
    for (const target of imports.get(file) ?? []) walk(target)
    way.pop()
    done.add(file)
  }
  for (const file of imports.keys()) walk(file)
  return circles
}

/** What a file loads when it runs; types vanish and may speak of each other. */
function loadedBy(file: string): string[] {
  return importsOf(file, fs.readFileSync(path.join(root, file), 'utf8')).flatMap(({ target, typeOnly }) =>
    typeOnly || (file === DRAW_EACH_OTHER && target.endsWith('/line-list.tsx')) ? [] : [target],
  )
}

test('no file is loaded by what it loads: whichever came first would find the other half made', () => {
  const files = FOLDERS.flatMap((folder) => [...sourceFiles(folder)])
  expect(circlesIn(new Map(files.map((file) => [file, loadedBy(file)])))).toEqual([])
})

test('in these folders no file names a type of a file that names one of its own', () => {
  const files = READ_ONE_WAY.flatMap((folder) => [...sourceFiles(folder)])
  const named = (file: string) =>
    importsOf(file, fs.readFileSync(path.join(root, file), 'utf8')).map(({ target }) => target)
  expect(circlesIn(new Map(files.map((file) => [file, named(file)])))).toEqual([])
})

test.each<[string, Record<string, string[]>, string[]]>([
  ['a chain', { a: ['b'], b: ['c'], c: [] }, []],
  ['two ways to one file', { a: ['b', 'c'], b: ['d'], c: ['d'], d: [] }, []],
  ['a circle with a tail', { t: ['a'], a: ['b'], b: ['c'], c: ['a'] }, ['a → b → c → a']],
  ['a file that loads itself', { a: ['a'] }, ['a → a']],
])('%s', (_what, imports, circles) => {
  expect(circlesIn(new Map(Object.entries(imports)))).toEqual(circles)
})
