import { openQuestions } from '#capabilities/case/chapters/joint/dossier.ts'
import { concerned as namedSoFar } from '#capabilities/case/chapters/interested/rules.ts'
import { listedKinds } from '#capabilities/case/chapters/special/rules.ts'
import { offered } from '../plot-list.ts'
import { servedBy } from '../serving.ts'
import { asksOne } from './colleagues.ts'
import { concerned, plain, said, started, told } from './writing.ts'
import type { Errand } from './errand.ts'
import { does, hears, until } from './steps.ts'
import { names } from './papers.ts'

const EXAMINING = ['approval', 'on-the-spot'] as const
const ALL = ['approval', 'on-the-spot', 'commitment'] as const

/** Errands in which days have to go by, or would have to: told, served, waived, let pass, asked for once more. */
export const DAYS_GO_BY: readonly Errand[] = [
  ...EXAMINING.flatMap((procedure): Errand[] => {
    const simple = procedure === 'approval' ? { like: plain } : {}
    const window = { procedure, delivery: 'window', ...simple } as const
    return [
      {
        for: [`${procedure} end-interested-announcement`],
        wanted: window,
        steps: [
          does('name-interested', concerned(false)),
          does('serve-interested', {
            fill: (asked, { today }) => ({ id: offered(asked, 'id'), ...servedBy('announcement', today) }),
          }),
          until((dossier) => namedSoFar(dossier).some(({ served }) => served !== undefined)),
        ],
      },
      {
        for: [`${procedure} lapse-hearing-right`, 'hearing-request-late'],
        wanted: window,
        steps: [
          ...[does('notify-hearing-right', said(told)), does('serve-hearing-notice')],
          hears('hearing-request-late', ({ hearing }) => hearing?.over !== undefined),
          until(({ hearing }) => hearing?.over !== undefined),
        ],
      },
      {
        for: [`${procedure} waive-hearing`],
        wanted: window,
        steps: [
          ...[does('notify-hearing-right', said(told)), does('serve-hearing-notice')],
          does('waive-hearing'),
        ],
      },
      {
        for: [`${procedure} extend-special`, 'special-extension-long'],
        wanted: { procedure, delivery: 'window', like: (item) => listedKinds(item).length > 0 },
        steps: [
          ...[does('start-special', started), does('serve-special'), hears('special-extension-long')],
          does('extend-special'),
        ],
      },
    ]
  }),
  {
    for: ['special-extension-late'],
    wanted: { procedure: 'approval', delivery: 'window', like: (item) => listedKinds(item).length > 0 },
    steps: [
      ...[does('start-special', started), does('serve-special')],
      hears('special-extension-late', ({ special = [] }) =>
        special.every(({ ended, overToldSince }) => ended !== undefined || overToldSince !== undefined),
      ),
    ],
  },
  {
    for: ['opinion-not-overdue', 'approval decide-without'],
    wanted: { procedure: 'approval', like: (item) => plain(item) && item.promisedLimit.amount >= 5 },
    steps: [
      ...[does('review'), does('ask-opinions', asksOne(1)), does('ask-opinions', asksOne())],
      until((dossier) => openQuestions(dossier).some(({ overdueAt }) => overdueAt !== undefined)),
      ...[hears('opinion-not-overdue'), does('decide-without')],
    ],
  },
  {
    for: ['approval spare-publicity'],
    wanted: {
      procedure: 'approval',
      like: ({ process }) => process.publicity?.unless !== undefined && process.forwardsTo === undefined,
    },
    steps: [does('spare-publicity', said({ when: '1', text: '情况紧急，来不及公示。' }))],
  },
  ...ALL.map((procedure): Errand => ({
    for: [`${procedure} lapse`],
    wanted: {
      procedure,
      like: ({ materials }) =>
        materials.some(({ fromForm, necessity }) => !fromForm && necessity === 'required'),
    },
    steps: [does('notify-supplement', names(1)), until(({ state }) => state === 'lapsed')],
  })),
]
