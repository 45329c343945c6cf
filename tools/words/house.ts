import fs from 'node:fs'
import path from 'node:path'
import { flawsOf, type Flaw } from './rules.ts'
import { textsOfItem, textsOfSource, type Register, type Text } from './texts.ts'

const ROOT = path.join(import.meta.dirname, '../..')

/** A text that keeps its word, and why. */
export interface Allowed {
  file: string
  says: string
  because: string
}

let read: Text[] | undefined

/** Every text people read on a screen, in a guide or on a paper; the sources are read once. */
export function texts(): Text[] {
  read ??= files().flatMap(([file, register]) =>
    (file.endsWith('.json')
      ? textsOfItem(path.join(ROOT, file))
      : textsOfSource(path.join(ROOT, file), register)
    ).map((text) => ({ ...text, file })),
  )
  return read
}

export function flaws(): Flaw[] {
  const allowed = allowedFlaws()
  return allFlaws().filter((flaw) => !allowed.some((one) => excuses(one, flaw)))
}

/** Exceptions that excuse nothing any more. */
export function idleExceptions(): Allowed[] {
  const all = allFlaws()
  return allowedFlaws().filter((one) => !all.some((flaw) => excuses(one, flaw)))
}

export function allowedFlaws(): Allowed[] {
  return JSON.parse(fs.readFileSync(path.join(import.meta.dirname, 'allowed.json'), 'utf8')) as Allowed[]
}

const allFlaws = (): Flaw[] => texts().flatMap(flawsOf)
const excuses = ({ file, says }: Allowed, flaw: Flaw): boolean =>
  flaw.text.file === file && flaw.says.startsWith(says)

const WORDS = /(?:^|\/)(?:words|[a-z-]+-words)\.ts$|\/words\/[a-z-]+\.ts$/
const PAPERS = /documents\/|paper-words|\/notices\//

function files(): [string, Register][] {
  const sources = ['apps', 'capabilities', 'platform', 'ui'].flatMap((folder) =>
    fs
      .readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .map((file) => `${folder}/${file.replaceAll('\\', '/')}`),
  )
  const read = sources.filter(
    (file) =>
      !/node_modules|\/dist\/|\.test\.|\/testing\/|\/demo\/|examples/.test(file) &&
      (WORDS.test(file) ||
        /^apps\/(?:citizen|hall|staff)-web\/.*\.tsx$/.test(file) ||
        /^ui\/.*\.tsx$/.test(file)),
  )
  const items = fs
    .readdirSync(path.join(ROOT, 'packs'), { recursive: true, encoding: 'utf8' })
    .map((file) => `packs/${file.replaceAll('\\', '/')}`)
    .filter((file) => /\/items\/[a-z-]+\.json$/.test(file))
  return [
    ...read.map((file): [string, Register] => [file, PAPERS.test(file) ? 'paper' : 'screen']),
    ...items.map((file): [string, Register] => [file, 'guide']),
  ]
}
