import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const ITEMS = new URL('../../../packs/boshan-2020/items/', import.meta.url)
/** Where those who write an item keep what they have not checked; nobody outside reads it. */
const OWN = new Set(['unverified', 'source'])
const REMARK = /未核对|没有核对|待核对|未读|没有读到|没有查到|演示/u

test.each(readdirSync(ITEMS).filter((name) => name.endsWith('.json')))(
  '%s tells citizens no remark of those who wrote it, and where a limit begins only once',
  (name) => {
    const item = JSON.parse(readFileSync(new URL(name, ITEMS), 'utf8')) as Record<string, unknown>
    const told = texts(Object.fromEntries(Object.entries(item).filter(([key]) => !OWN.has(key))))
    expect(told.filter((text) => REMARK.test(text))).toEqual([])
    const limits = texts([item['statutoryLimit'], item['promisedLimit']])
    expect(limits.filter((text) => /自(?:.*受理|收到申请).*之日起/u.test(text))).toEqual([])
  },
)

/** Every text of a value; the note of a citation is for those who write items. */
function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (value === null || typeof value !== 'object') return []
  const isCitation = 'law' in value
  return Object.entries(value).flatMap(([key, part]) => (isCitation && key === 'note' ? [] : texts(part)))
}
