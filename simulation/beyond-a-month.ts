const LONG = 'several people and served days have to follow one another in one case'
const HELD = 'a licence has to be granted first, and its days to run'
const RARE = 'it answers something that is itself rare'
const NEVER = 'a promise is no way for an application about a licence, so the law has nothing to renew'

/** Acts that a month of one town meets by luck only, each with its reason; a longer or larger life reaches them. */
export const BEYOND_A_MONTH: ReadonlyMap<string, string> = new Map([
  ...all('approval', LONG, [
    'convene-hearing',
    'serve-hearing-electronically',
    'waive-hearing',
    'record-hearing',
    'weigh-hearing',
    'serve-special-electronically',
  ]),
  ...all('approval', RARE, [
    'answer-objection',
    'answer-publicity-objection',
    'return-from-post',
    'supply-gap',
    'supply-gap-at-window',
    'countersign',
  ]),
  ...all('approval', RARE, ['add-signer', 'excuse-signer', 'settle-disagreement', 'refuse-extension']),
  ...all('approval', RARE, ['take-over-decision', 'restore-credit', 'decide-without', 'extend', 'refer']),
  ...all('approval', LONG, ['request-hearing', 'object-to-presider', 'keep-presider', 'lapse-hearing-right']),
  ...all('approval', HELD, ['deem-renewed']),
  ...all('on-the-spot', LONG, ['request-hearing', 'waive-hearing', 'object-to-presider', 'keep-presider']),
  ...all('on-the-spot', LONG, ['record-hearing', 'weigh-hearing', 'convene-hearing', 'lapse-hearing-right']),
  ...all('on-the-spot', LONG, ['serve-special-electronically', 'serve-hearing-electronically']),
  ...all('on-the-spot', RARE, [
    'restore-credit',
    'complete-task',
    'drop-task',
    'print-at-place',
    'return-from-post',
  ]),
  ...all('on-the-spot', RARE, ['take-over-decision', 'add-signer', 'settle-disagreement', 'excuse-signer']),
  ...all('on-the-spot', RARE, ['extend', 'refuse-extension', 'propose-extension', 'refer', 'countersign']),
  ...all('on-the-spot', HELD, ['deem-renewed']),
  ...all('commitment', RARE, [
    'return-to-check',
    'restore-credit',
    'cancel-meeting',
    'task-overdue',
    'take-over-result',
  ]),
  ...all('commitment', RARE, ['reassign-deciding-body', 'take-over-decision', 'file-at-station', 'refer']),
  ...all('commitment', RARE, ['settle-disagreement', 'add-signer', 'excuse-signer', 'countersign']),
  ...all('commitment', RARE, ['complete-task', 'drop-task', 'print-at-place', 'return-from-post']),
  ...all('commitment', NEVER, ['deem-renewed']),
  ...all('licence', HELD, ['application-over', 'cancel-applied', 'change', 'renew', 'note-application']),
  ...all('licence', HELD, ['revoke', 'withdraw', 'serve-electronically', 'drop-intent', 'recompute-clocks']),
  ...all('licence', HELD, ['serve-intent', 'serve-intent-electronically', 'hear', 'follow-revocation']),
  ...all('poor-rating', RARE, ['uphold-appeal', 'reject-appeal', 'record-revisit', 'hand-over', 'answer']),
  ...all('poor-rating', RARE, ['recompute-clocks', 'mark-overdue', 'open', 'verify']),
])

function all(procedure: string, reason: string, acts: readonly string[]): [string, string][] {
  return acts.map((act) => [`${procedure} ${act}`, reason])
}
