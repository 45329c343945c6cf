import { expect, test } from 'vitest'
import { createBoard, eventFrame, type Moved, type RelayEvent } from './board.ts'

const AREA = '370304'
const move = (stream: string, version = 1, areaCode = AREA): Moved => ({ areaCode, stream, version })

/** A page that writes down what it hears: moves as `stream@version`. */
function page() {
  const heard: string[][] = []
  let lastId = ''
  const listener = (event: RelayEvent) => {
    lastId = event.id
    heard.push(
      'moved' in event ? event.moved.map(({ stream, version }) => `${stream}@${version}`) : ['look-again'],
    )
  }
  return { heard, listener, lastId: () => lastId }
}

test('a page hears of its streams only, a work list of its whole area, each in one event', () => {
  const board = createBoard()
  const [one, list, elsewhere] = [page(), page(), page()]
  board.subscribe({ areaCode: AREA, streams: ['a', 'b'] }, one.listener)
  board.subscribe({ areaCode: AREA }, list.listener)
  board.subscribe({ areaCode: '371500' }, elsewhere.listener)
  board.show([move('a'), move('c'), move('b'), move('a', 7, '371500')])
  expect(one.heard).toEqual([['a@1', 'b@1']])
  expect(list.heard).toEqual([['a@1', 'c@1', 'b@1']])
  expect(elsewhere.heard).toEqual([['a@7']])
})

test('a version is told once, and an older one never', () => {
  const board = createBoard()
  const one = page()
  board.subscribe({ areaCode: AREA, streams: ['a'] }, one.listener)
  for (const version of [3, 3, 2, 4]) board.show([move('a', version)])
  expect(one.heard).toEqual([['a@3'], ['a@4']])
})

test('a page that has left hears nothing more', () => {
  const board = createBoard()
  const one = page()
  board.subscribe({ areaCode: AREA, streams: ['a'] }, one.listener)()
  board.show([move('a')])
  expect(one.heard).toEqual([])
  expect(board.watched().size).toBe(0)
})

test('a page that comes back hears what it missed, and only that', () => {
  const board = createBoard()
  const one = page()
  const leave = board.subscribe({ areaCode: AREA, streams: ['a'] }, one.listener)
  board.show([move('a', 1)])
  leave()
  board.show([move('a', 2), move('b', 1)])
  board.subscribe({ areaCode: AREA, streams: ['a'] }, one.listener, one.lastId())
  board.subscribe({ areaCode: AREA, streams: ['a'] }, one.listener, one.lastId())
  expect(one.heard).toEqual([['a@1'], ['a@2']])
})

test.each([
  ['of another start', 'somewhere-else.3'],
  ['that is no id of ours', 'x'],
])('a page that comes back with an id %s is asked to look again', (_, lastEventId) => {
  const board = createBoard()
  const one = page()
  board.subscribe({ areaCode: AREA }, one.listener, lastEventId)
  expect(one.heard).toEqual([['look-again']])
})

test('a page that was away too long is asked to look again', () => {
  const board = createBoard()
  const one = page()
  board.subscribe({ areaCode: AREA, streams: ['a'] }, one.listener)()
  const first = page()
  board.subscribe({ areaCode: AREA }, first.listener)
  board.show([move('a')])
  const id = first.lastId()
  for (let batch = 0; batch < 60; batch += 1)
    board.show(Array.from({ length: 100 }, (_, i) => move(`s${i}`, batch + 1)))
  board.subscribe({ areaCode: AREA, streams: ['a'] }, one.listener, id)
  board.subscribe({ areaCode: AREA, streams: ['a'] }, one.listener, first.lastId())
  expect(one.heard).toEqual([['look-again']])
})

test('an event on the wire has an id, a name and one line of data without the area', () => {
  expect(eventFrame({ id: 'x.1', moved: [move('case:2026:a', 2)] })).toBe(
    'id: x.1\nevent: moved\ndata: [{"stream":"case:2026:a","version":2}]\n\n',
  )
  expect(eventFrame({ id: 'x.1', lookAgain: true })).toBe('id: x.1\nevent: look-again\ndata: {}\n\n')
})
