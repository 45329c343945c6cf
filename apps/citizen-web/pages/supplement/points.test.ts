import { expect, test } from 'vitest'
import { promiseOf, type Notice } from './points.tsx'

const line = (standing: 'again' | 'new') =>
  ({ material: 'id-card', name: '身份证', problem: '已过期。', remedy: '换新的。', standing }) as const
const notice = (...standings: ('again' | 'new')[]) =>
  ({ open: true, round: 2, lines: standings.map(line) }) as unknown as Notice

test.each([
  [['again'], '这是第2次通知：只有上次说过、还没补好的，没有增加新的。'],
  [['new'], '这是第2次通知：都是您新补交的材料带来的问题，第一次看不出来。'],
  [
    ['again', 'new'],
    '这是第2次通知：有的上次说过、还没补好；标“新”的，是您新补交的材料带来的问题，第一次看不出来。',
  ],
] as const)('CAS-15 a later notice says what it is made of: %j', (standings, said) => {
  expect(promiseOf(notice(...standings))).toBe(said)
})
