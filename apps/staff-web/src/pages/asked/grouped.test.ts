import { expect, test } from 'vitest'
import type { AllowedAct } from '#capabilities/case/contract.ts'
import { grouped, inOrder, keysOf } from './grouped.ts'

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

test('nine acts have a figure, in the order they are drawn', () => {
  const acts = Array.from({ length: 10 }, (_, at) => act(`act-${at}`, 'normal'))
  expect([...keysOf(acts)].map(([name, key]) => `${name} ${key}`)).toEqual(
    Array.from({ length: 9 }, (_, at) => `act-${at} ${at + 1}`),
  )
})

test('what goes against the applicant or ends the case has no figure, and takes none from the others', () => {
  const keys = keysOf([
    act('grant', 'primary', 'forward'),
    act('deny', 'danger', 'forward'),
    act('hand-over', 'normal', 'pass-on'),
    act('close', 'normal', 'end'),
  ])
  expect([...keys]).toEqual([
    ['grant', '1'],
    ['hand-over', '2'],
  ])
})
