import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Scene, ScenesFile, Undertaking } from '../contract/navigation.ts'
import { readItems } from '../load.ts'
import {
  calledOf,
  itemsOfScene,
  mattersBeside,
  navigationOf,
  plainNames,
  undertakingsOf,
} from './navigation.ts'

const packs = new URL('../../../packs/', import.meta.url)
const scenesOf = (pack: string) =>
  JSON.parse(readFileSync(new URL(`${pack}/scenes.json`, packs), 'utf8')) as ScenesFile
const { items } = readItems(new URL('boshan-2020/items', packs).pathname)
const navigation = navigationOf(scenesOf('base'), scenesOf('boshan-2020'))
const { scenes, undertakings } = navigation
const idsOf = (key: string) =>
  itemsOfScene(
    scenes.find((scene) => scene.key === key)!,
    items,
  ).map(({ id }) => id)

describe('scenes of life and business', () => {
  test('no matter is the most wanted of two scenes', () => {
    const named = scenes.flatMap(({ wanted }) => Object.keys(wanted))
    expect(named.toSorted()).toEqual([...new Set(named)].toSorted())
  })

  test('every matter of the pack stands in some scene, so that nobody has to know its domain', () => {
    const shown = new Set(scenes.flatMap(({ key }) => idsOf(key)))
    expect(items.map(({ id }) => id).filter((id) => !shown.has(id))).toEqual([])
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
    expect(calledOf(item, plainNames(navigation))).toBe(called)
  })
})

describe('what an area has of its own', () => {
  const scene = (key: string, title: string): Scene => ({ key, title, who: 'person', wanted: {}, topics: [] })
  const base = { scenes: [scene('birth', '生孩子'), scene('farm', '种地')] }

  test.each([
    [{}, ['生孩子', '种地']],
    [{ scenes: [scene('birth', '添丁')] }, ['添丁', '种地']],
    [{ scenes: [scene('sea', '出海打鱼')] }, ['生孩子', '种地', '出海打鱼']],
    [{ leaveOut: ['birth'] }, ['种地']],
    [{ leaveOut: ['birth'], scenes: [scene('sea', '出海打鱼')] }, ['种地', '出海打鱼']],
  ])('with %o the scenes are %o', (own, titles) => {
    expect(navigationOf(base, own).scenes.map(({ title }) => title)).toEqual(titles)
  })
})

describe('what people set out to do', () => {
  const orderOf = (id: string) =>
    undertakingsOf(id, undertakings, items).map(({ steps }) => steps.map(({ ways }) => Object.keys(ways)))

  test.each(['food-business-licence', 'small-restaurant-registration'])(
    '%s: the licence of the shop comes first, then one of the two, and nothing of other shops',
    (id) => {
      expect(orderOf(id)).toEqual([
        [['individual-household-registration'], ['small-restaurant-registration', 'food-business-licence']],
      ])
    },
  )

  test('the licence of a shop leads to each undertaking that begins with it', () => {
    expect(orderOf('individual-household-registration')).toHaveLength(3)
    expect(mattersBeside('prepackaged-food-filing', undertakings)).toEqual([
      'individual-household-registration',
      'prepackaged-food-filing',
    ])
  })

  test('what is out of force is left out, and a single step is no order', () => {
    const left = items.filter(({ id }) => id !== 'individual-household-registration')
    expect(undertakingsOf('food-business-licence', undertakings, left)).toEqual([])
    expect(undertakingsOf('elderly-allowance', undertakings, items)).toEqual([])
  })

  test('a matter that the area does not have is not shown', () => {
    const stranger: Undertaking = {
      key: 'x',
      title: '出海打鱼',
      steps: [
        { title: '先', ways: { 'elderly-allowance': [] } },
        { title: '后', ways: { 'fishing-permit': [] } },
      ],
    }
    expect(undertakingsOf('elderly-allowance', [stranger], items)).toEqual([])
    expect(
      itemsOfScene(
        { key: 'x', title: '出海', who: 'person', wanted: { 'fishing-permit': '捕鱼证' }, topics: [] },
        items,
      ),
    ).toEqual([])
  })
})
