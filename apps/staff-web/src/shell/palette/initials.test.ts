import { expect, test } from 'vitest'
import { initials, matches } from './initials.ts'

test.each([
  ['待我批', 'dwp'],
  ['窗口收件', 'cksj'],
  ['全部办件', 'qbbj'],
  ['差评整改', 'cpzg'],
  ['证照台账', 'zztz'],
  ['离岗与顶岗', 'lgydg'],
  ['一次告知补正', 'ycgzbz'],
  ['切换到：审批岗 A', 'qhdspga'],
])('%s is found by %s', (title, letters) => expect(initials(title)).toBe(letters))

test.each([
  ['待我批', '我', 1],
  ['待我批', 'WP', 101],
  ['待我批', '', 0],
  ['待我批', 'xx', undefined],
  ['待我批', '监', undefined],
])('%s for “%s” ranks %s', (title, typed, rank) => expect(matches(title, typed)).toBe(rank))
