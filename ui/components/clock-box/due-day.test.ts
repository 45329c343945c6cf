import { expect, test } from 'vitest'
import type { ClockSentence } from './clock-box.tsx'
import { dueDay } from './due-day.ts'

const clock: ClockSentence = {
  ...{ title: '承诺办结期限', state: 'stopped', provisional: false, sentence: '', standing: 'in-time' },
}

test.each<[string, ClockSentence['paused'], string | undefined]>([
  [
    'one reason',
    [{ since: '2026-11-24', waitsFor: '专家评审' }],
    '您的办理时间从2026年11月24日起暂停，因为要等专家评审，结束后接着算。',
  ],
  [
    'two at once, from the first day on',
    [
      { since: '2026-11-24', waitsFor: '专家评审' },
      { since: '2026-11-26', waitsFor: '听证' },
    ],
    '您的办理时间从2026年11月24日起暂停，因为要等专家评审、听证，结束后接着算。',
  ],
  [
    'with the day that was told for it',
    [{ since: '2026-11-24', waitsFor: '专家评审', until: '2026-12-08' }],
    '您的办理时间从2026年11月24日起暂停，因为要等专家评审（预计到2026年12月8日），结束后接着算。',
  ],
  ['no reason that is known', undefined, undefined],
])('a pause is said plainly: %s', (_title, paused, note) => {
  expect(dueDay({ ...clock, ...(paused === undefined ? {} : { paused }) })).toEqual({
    words: '计时已暂停',
    ...(note === undefined ? {} : { note }),
  })
})
