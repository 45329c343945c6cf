import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readItems } from '#capabilities/catalogue/index.ts'
import { packFolder } from '#capabilities/organisation/index.ts'
import { isPdfA2b, readPages } from '#platform/documents/reading.ts'
import { createRenderer } from '#platform/documents/render.ts'
import { paper } from '../documents/papers.ts'
import { resultSpecimen } from './specimen.ts'

const { items } = readItems(path.join(packFolder('boshan-2020'), 'items'))
const renderer = createRenderer()
afterAll(() => renderer.close())

const TYPES = [...new Map(items.map((item) => [item.itemType, item])).values()]

test.each(TYPES.map((item) => [item.itemType, item] as const))(
  'GUI-12 the sample of a result of type %s comes from the template that decides, marked on every page',
  async (_, item) => {
    const request = resultSpecimen({ item, body: '示例局', demo: false })
    const real = paper('grant', item.itemType)
    expect(request.template).toBe(real.template)
    expect(request.images).toEqual({})
    const pdf = await renderer.render(request)
    expect(isPdfA2b(pdf)).toBe(true)
    const pages = await readPages(pdf)
    for (const page of pages) expect(page).toContain('样本，无法律效力')
    expect(pages.join('')).toContain(real.title)
    expect(pages.join('')).toContain(item.name.replace(/\s/g, ''))
  },
)
