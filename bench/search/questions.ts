import { readFileSync } from 'node:fs'
import path from 'node:path'
import { PLACES } from './seed.ts'

const FOLDER = path.join(import.meta.dirname, '../../capabilities/catalogue/search/relevance')

/** What people ask in the relevance set, as it stands, half typed, and with a place before it. */
export function questions(): string[] {
  const said = ['tuning', 'held-out'].flatMap((half) => {
    const set = JSON.parse(readFileSync(path.join(FOLDER, `${half}.json`), 'utf8')) as Record<
      string,
      string[]
    >
    return Object.values(set).flat()
  })
  return said.flatMap((phrase, at) => [
    phrase,
    phrase.slice(0, Math.ceil(phrase.length / 2)),
    `${PLACES[at % PLACES.length]}${phrase}`,
  ])
}
