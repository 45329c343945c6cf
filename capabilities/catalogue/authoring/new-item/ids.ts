import { pinyin } from 'pinyin-pro'

const LONGEST = 50

/** An id nobody has to think of: how the name sounds, in letters (收养登记 → `shou-yang-deng-ji`). */
export function idOf(name: string): string {
  const sounds = pinyin(name.normalize('NFKC').toLowerCase(), {
    ...({ toneType: 'none', type: 'array', v: true, nonZh: 'consecutive' } as const),
  })
  const words = sounds.flatMap((sound) => sound.match(/[a-z0-9]+/g) ?? [])
  const id = words.reduce((all, word) => (all.length + word.length < LONGEST ? `${all}-${word}` : all), '')
  return id.slice(1) || 'item'
}

/** The first of `id`, `id-2`, `id-3` … that nobody has. */
export async function firstFree(id: string, taken: (id: string) => Promise<boolean>): Promise<string> {
  let free = id
  for (let next = 2; await taken(free); next += 1) free = `${id}-${next}`
  return free
}
