import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import type { Input } from '../inputs.ts'
import { servedBy } from '../serving.ts'
import { signed } from '../licence-plans.ts'
import type { ServingMode } from '#capabilities/licence-seal/model.ts'
import { applicationFor } from './filing.ts'
import { plain, said } from './writing.ts'
import type { Errand, Step } from './errand.ts'
import { does, files, hears, until } from './steps.ts'
import type { Doing } from './take.ts'

const PROCEDURES = ['approval', 'on-the-spot', 'commitment'] as const

export const by = (mode: ServingMode): Doing => ({ fill: (_asked, { today }) => servedBy(mode, today) })

const meant: Input = {
  reason: '经核实，有关情况已经变化，没有可以继续办理的内容。',
  basis: '《中华人民共和国行政许可法》第七十条',
}
const toEnd: Doing = said({ ...meant, ground: 'subject-gone' })
const toRevoke: Doing = said({ ...meant, basis: '《中华人民共和国行政许可法》第六十九条第二款' })

const stated: Doing = { fill: (_asked, { today }) => signed(today) }

const broken: Doing = said({
  ...{ checkers: ['测试甲', '测试乙'], text: '对照承诺逐项核查。', result: 'broken' },
})

/** A check that finds the promise broken, up to the decision to take back what it brought. */
const revoked: readonly Step[] = [
  ...[does('record-check', broken), does('tell-revocation', toRevoke), does('serve-notice', by('window'))],
  ...[does('hear-party', stated), does('revoke')],
]

const offersPromise = ({ process }: ItemVersion): boolean => process.forwardsTo === undefined

/** The days to answer have gone by. */
const untilSilent = until(({ clocks }) => clocks['statement']?.ended !== undefined)

/** Errands about promises and what becomes of them. */
export const PROMISES: readonly Errand[] = [
  {
    for: ['commitment end-revocation-announcement'],
    wanted: { procedure: 'commitment', delivery: 'window', like: offersPromise },
    steps: [
      ...revoked,
      does('serve-revocation', by('announcement')),
      until(({ state }) => state === 'revoked'),
    ],
  },
  {
    for: ['commitment return-to-check', 'commitment restore-credit', 'party-not-heard', 'commitment-blocked'],
    wanted: { procedure: 'commitment', delivery: 'window', like: offersPromise },
    steps: [
      ...[does('record-check', broken), hears('party-not-heard'), does('return-to-check')],
      ...[...revoked, does('serve-revocation', by('window'))],
      files(
        (run, { citizen }) => applicationFor(run, { procedure: 'commitment', citizen, like: offersPromise }),
        'commitment-blocked',
      ),
      does('restore-credit'),
    ],
  },
  {
    for: ['commitment serve-revocation-electronically'],
    wanted: { procedure: 'commitment', delivery: 'electronic', like: offersPromise },
    steps: [
      ...[does('record-check', broken), does('tell-revocation', toRevoke)],
      until(({ intent }) => intent?.served !== undefined),
      ...[does('hear-party', stated), does('revoke'), until(({ state }) => state === 'revoked')],
    ],
  },
  {
    for: ['commitment take-over-result'],
    wanted: { procedure: 'on-the-spot', delivery: 'window' },
    steps: [
      ...[does('deliver-at-window'), until(({ state }) => state === 'closed')],
      files((run, { citizen }) =>
        applicationFor(run, { procedure: 'commitment', citizen, like: offersPromise }),
      ),
      does('take-over-result'),
    ],
  },
]

/** Whoever is to lose something is told first (第七条): each way in which the notice reaches them, and each answer. */
export const NOTICES: readonly Errand[] = PROCEDURES.flatMap((procedure): Errand[] => {
  const like = procedure === 'approval' ? plain : offersPromise
  const of = (...acts: string[]) => acts.map((act) => `${procedure} ${act}`)
  const window = { procedure, delivery: 'window', like } as const
  return [
    {
      for: of('end-notice-announcement'),
      wanted: window,
      steps: [
        ...[does('tell-ending', toEnd), does('serve-notice', by('announcement'))],
        until(({ intent }) => intent?.served !== undefined),
      ],
    },
    {
      for: of('lapse-statement', 'terminate'),
      wanted: window,
      steps: [
        ...[does('tell-ending', toEnd), does('serve-notice', by('window'))],
        untilSilent,
        does('terminate', {
          fill: () => ({ ground: 'subject-gone', reason: meant['reason'], basis: meant['basis'] }),
        }),
      ],
    },
    {
      for: of('hear-party', 'drop-intent'),
      wanted: window,
      steps: [
        ...[does('tell-ending', toEnd), does('serve-notice', by('window')), does('hear-party', stated)],
        does('drop-intent'),
      ],
    },
    {
      for: of('serve-notice-electronically'),
      wanted: { ...window, delivery: 'electronic' },
      steps: [does('tell-ending', toEnd), until(({ intent }) => intent?.served !== undefined)],
    },
  ]
})
