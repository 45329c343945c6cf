import { expect, test } from 'vitest'
import type { AllowedAct } from '#capabilities/case/contract.ts'
import { grouped, inOrder, keyOf } from './grouped.ts'

const act = (name: string, tone: AllowedAct['tone'], group?: AllowedAct['group']): AllowedAct => ({
  ...{ act: name, title: name, tone, input: {} },
  ...(group === undefined ? {} : { group }),
})

test('the way forward leads, what ends the matter closes, and a group without acts has no heading', () => {
  const groups = grouped([
    act('terminate', 'danger', 'end'),
    act('hand-over', 'normal', 'pass-on'),
    act('deny', 'danger', 'forward'),
    act('return-to-review', 'normal'),
    act('grant', 'primary', 'forward'),
  ])
  expect(groups.map(({ group, acts }) => [group, ...acts.map(({ act: name }) => name)])).toEqual([
    ['forward', 'grant', 'return-to-review', 'deny'],
    ['pass-on', 'hand-over'],
    ['end', 'terminate'],
  ])
})

test('what still waits for something has neither a button nor a key', () => {
  const waiting = { ...act('review', 'primary'), waits: '要先现场勘验。' }
  const acts = [waiting, act('record-survey', 'primary')]
  expect(inOrder(acts).map(({ act: name }) => name)).toEqual(['record-survey'])
})

test('where a result goes by post, the post comes before the window', () => {
  const acts = [act('deliver-at-window', 'primary'), act('hand-to-post', 'primary')]
  expect(inOrder(acts).map(({ act: name }) => name)).toEqual(['hand-to-post', 'deliver-at-window'])
})

test('an answer to whoever urges comes right after the first step', () => {
  const acts = [act('propose-extension', 'normal'), act('answer-urge', 'normal'), act('accept', 'primary')]
  expect(inOrder(acts).map(({ act: name }) => name)).toEqual(['accept', 'answer-urge', 'propose-extension'])
})

test.each([
  [0, '1'],
  [8, '9'],
  [9, undefined],
])('the act at place %i has the key %s', (at, key) => {
  expect(keyOf(at)).toBe(key)
})
