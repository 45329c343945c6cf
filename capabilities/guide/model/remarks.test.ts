import path from 'node:path'
import { expect, test } from 'vitest'
import { readItems } from '#capabilities/catalogue/index.ts'
import { packFolder } from '#capabilities/organisation/index.ts'

const { items } = readItems(path.join(packFolder('boshan-2020'), 'items'))
/** Where those who write an item keep what they have not checked; nobody outside reads it. */
const OWN = new Set(['unverified', 'source'])
const REMARK = /未核对|没有核对|待核对|未读|没有读到|没有查到|演示/u

test.each(items.map((item) => [item.id, item] as const))(
  '%s tells citizens no remark of those who wrote it, and where a limit begins only once',
  (_id, item) => {
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
