import { expect, test } from 'vitest'
import { groupOf } from './act-group.ts'

test.each([
  ['accept', 'forward'],
  ['notify-supplement', 'forward'],
  ['grant', 'forward'],
  ['deny', 'forward'],
  ['revoke', 'forward'],
  ['claim', 'forward'],
  ['give-opinion', 'forward'],
  ['refuse-extension', 'forward'],
  ['leave-open', 'special'],
  ['accept-with-gaps', 'special'],
  ['start-special', 'special'],
  ['ask-opinions', 'joint'],
  ['decide-without', 'joint'],
  ['add-signer', 'joint'],
  ['hand-over', 'pass-on'],
  ['refer', 'pass-on'],
  ['propose-refusal', 'end'],
  ['terminate', 'end'],
  ['withdraw', 'end'],
  ['an-act-nobody-worded', undefined],
])('the button of %s stands under %s', (act, group) => {
  expect(groupOf(act).group).toBe(group)
})
