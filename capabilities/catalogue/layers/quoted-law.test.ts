import path from 'node:path'
import { expect, test } from 'vitest'
import { packFolder } from '#capabilities/organisation/index.ts'
import { readItems } from '../load.ts'

const LICENCE = '01'
const PACKS = ['boshan-2020', 'dawukou-2020', 'lanshan-2019', 'liaocheng-2020', 'yiyuan-2018'] as const
const items = PACKS.flatMap((pack) =>
  readItems(path.join(packFolder(pack), 'items')).items.map((item) => ({ pack, ...item })),
)

test('an article that was read says the same in every item that quotes it', () => {
  const texts = new Map<string, Set<string>>()
  for (const { law, article, effectiveDate, text } of items
    .flatMap(({ legalBasis }) => legalBasis)
    .filter(({ verified }) => verified)) {
    const cited = `${law}${article} ${effectiveDate ?? ''}`
    texts.set(cited, (texts.get(cited) ?? new Set()).add(text))
  }
  expect(texts.size).toBeGreaterThan(300)
  expect([...texts].filter(([, found]) => found.size > 1).map(([cited]) => cited)).toEqual([])
})

/** Who files a notice or claims a benefit asks for no licence: 行政许可法 gives neither its papers nor its days, and moves no power over it (第二条). */
test('what is no licence does not rest on the law of licences', () => {
  const resting = items
    .filter(({ itemType }) => itemType !== LICENCE)
    .flatMap(({ pack, id, legalBasis, materials, fee, statutoryLimit }) =>
      [
        ...legalBasis.map(({ law }) => law),
        ...materials.map(({ basis }) => basis),
        fee.basis,
        statutoryLimit?.basis,
      ]
        .filter((basis) => basis?.includes('行政许可法'))
        .map((basis) => `${pack}/${id}: ${basis}`),
    )
  expect(resting).toEqual([])
})
