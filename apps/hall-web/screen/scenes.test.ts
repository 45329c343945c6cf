import { expect, test } from 'vitest'
import { busy, quiet } from '../examples/view.ts'
import { sceneAt, scenes } from './scenes.ts'

test.each([
  [4, 5, ['ready 1/3', 'ready 2/3', 'ready 3/3', ...pages('under-way', 6), 'today']],
  [Infinity, Infinity, ['ready 1/1', 'under-way 1/1', 'today']],
  [23, 11, ['ready 1/1', 'under-way 1/1', 'today']],
])('%i lines under way and %i ready at once', (underWay, ready, expected) => {
  expect(scenes(busy, { underWay, ready }).map(named)).toEqual(expected)
})

test('an empty list is no page: a quiet day is the four numbers alone', () => {
  expect(scenes(quiet, { underWay: 4, ready: 5 }).map(named)).toEqual(['today'])
})

test('every line comes up once a round, and the round begins again', () => {
  const fits = { underWay: 4, ready: 5 }
  const round = Array.from({ length: 10 }, (_, turn) => sceneAt(busy, fits, turn).scene)
  const shown = round.flatMap((scene) => (scene.kind === 'today' ? [] : scene.lines))
  expect(shown).toEqual([...busy.ready, ...busy.underWay])
  expect(sceneAt(busy, fits, 10)).toEqual(sceneAt(busy, fits, 0))
})

function pages(kind: string, count: number): string[] {
  return Array.from({ length: count }, (_, page) => `${kind} ${page + 1}/${count}`)
}

function named(scene: ReturnType<typeof scenes>[number]): string {
  return scene.kind === 'today' ? scene.kind : `${scene.kind} ${scene.page + 1}/${scene.pages}`
}
