import { readFileSync } from 'node:fs'
import path from 'node:path'
import { PLACES } from './seed.ts'

const FOLDER = path.join(import.meta.dirname, '../../capabilities/catalogue/search/relevance')

/** What people ask in the relevance sets, as it stands, half typed, and with a place before it. */
export function questions(): string[] {
  const said = ['tuning', 'held-out'].flatMap((half) => {
    const { wanted, nothing } = JSON.parse(readFileSync(path.join(FOLDER, `${half}.json`), 'utf8')) as {
      wanted: Record<string, string[]>
      nothing: string[]
    }
    return [...Object.values(wanted).flat(), ...nothing]
  })
  return said.flatMap((phrase, at) => [
    phrase,
    phrase.slice(0, Math.ceil(phrase.length / 2)),
    `${PLACES[at % PLACES.length]}${phrase}`,
  ])
}
