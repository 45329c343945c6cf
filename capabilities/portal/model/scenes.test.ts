import fs from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import { calledOf, itemsOfScene, SCENES } from './scenes.ts'

const folder = new URL('../../../packs/boshan-2020/items/', import.meta.url)
const items = fs
  .readdirSync(folder)
  .map((file) => JSON.parse(fs.readFileSync(new URL(file, folder), 'utf8')) as ItemVersion)
const scene = (key: string) => SCENES.find((each) => each.key === key)!
const idsOf = (key: string) => itemsOfScene(scene(key), items).map(({ id }) => id)

describe('scenes of life and business', () => {
  test('no matter is the most wanted of two scenes, and every one named exists in the pack', () => {
    const named = SCENES.flatMap(({ wanted }) => Object.keys(wanted))
    expect(named.toSorted()).toEqual([...new Set(named)].toSorted())
    expect(named.filter((id) => !items.some((item) => item.id === id))).toEqual([])
  })

  test('every matter of the pack stands in some scene, so that nobody has to know its domain', () => {
    const shown = new Set(SCENES.flatMap(({ key }) => idsOf(key)))
    expect(items.map(({ id }) => id).filter((id) => !shown.has(id))).toEqual([])
  })

  test('titles and names are short enough for a phone', () => {
    for (const { title, wanted } of SCENES)
      for (const words of [title, ...Object.values(wanted)]) expect([...words].length, words).toBeLessThan(15)
  })

  test('the most wanted come first, what topics bring after them, and only what the reader may ask for', () => {
    expect(idsOf('elderly').slice(0, 3)).toEqual([
      'elderly-allowance',
      'resident-pension-claim',
      'senior-preferential-card',
    ])
    // A licence for firms that place workers shares a topic with those who look for work.
    expect(idsOf('work')).not.toContain('human-resources-service-licence')
    expect(idsOf('organisation')).toContain('human-resources-service-licence')
  })

  test.each([
    [{ id: 'elderly-allowance', aliases: ['长寿钱'], name: '高龄津贴申领' }, '领高龄津贴'],
    [{ id: 'unheard-of', aliases: ['摆摊'], name: '占道经营许可' }, '摆摊'],
    [{ id: 'unheard-of', aliases: [], name: '占道经营许可' }, '占道经营许可'],
  ])('%o is called %s', (item, called) => {
    expect(calledOf(item)).toBe(called)
  })
})
