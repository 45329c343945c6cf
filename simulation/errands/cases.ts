import { lawfulExtension } from '#capabilities/case/chapters/extension/rules.ts'
import { concerned as namedSoFar, INTERESTED_MAX } from '#capabilities/case/chapters/interested/rules.ts'
import { listedKinds } from '#capabilities/case/chapters/special/rules.ts'
import { hasStep } from '#capabilities/case/model/limits.ts'
import { offered } from '../plot-list.ts'
import { servedBy } from '../serving.ts'
import type { Errand } from './errand.ts'
import { onlineObjections } from './objecting.ts'
import { does, hears, many, until } from './steps.ts'
import { concerned, ended, EXAMINING, plain, said, started, technical, theirs } from './writing.ts'

/** Errands about one case of the general procedure. */
export const APPROVALS: readonly Errand[] = [
  {
    for: ['approval supply-gap', 'approval promise-gap', 'gap-main-missing'],
    wanted: {
      procedure: 'approval',
      like: (item) =>
        item.materials.some(({ necessity, fromForm }) => necessity === 'tolerable' && !fromForm),
    },
    steps: [
      ...[hears('gap-main-missing'), does('promise-gap')],
      ...[does('accept-with-gaps'), does('supply-gap'), does('verify-gap')],
    ],
  },
  {
    for: ['approval refuse-extension'],
    wanted: { procedure: 'approval', like: (item) => plain(item) && lawfulExtension(item) !== undefined },
    steps: [does('propose-extension'), does('refuse-extension')],
  },
  {
    for: ['extension-not-head'],
    wanted: {
      procedure: 'approval',
      like: (item) => item.process.together === true && lawfulExtension(item) !== undefined,
    },
    steps: [does('propose-extension'), hears('extension-not-head'), does('extend')],
  },
  ...EXAMINING.flatMap((procedure): Errand[] => [
    {
      for: [`${procedure} serve-special-electronically`],
      wanted: { procedure, delivery: 'electronic', like: (item) => listedKinds(item).length > 0 },
      steps: [
        does('start-special', started),
        until(({ special = [] }) => special.some(({ served }) => served !== undefined)),
      ],
    },
    {
      for: [`${procedure} ask-special-again`, `${procedure} answer-special-again`, 'special-once'],
      wanted: { procedure, delivery: 'window', like: technical },
      steps: [
        ...[does('start-special', started), does('serve-special'), does('assign-inspectors')],
        does('end-special', ended('met')),
        ...[
          hears('special-once'),
          hears('special-again-not-needed'),
          does('ask-special-again'),
          does('answer-special-again'),
        ],
      ],
    },
  ]),
  {
    for: ['inspection-failed', 'inspection-standard-missing'],
    wanted: { procedure: 'approval', like: technical },
    steps: [
      ...[does('start-special', started), does('assign-inspectors'), hears('inspection-standard-missing')],
      ...[does('end-special', ended('not-met')), does('review'), hears('inspection-failed')],
    ],
  },
  {
    for: ['survey-missing', 'survey-not-met'],
    wanted: {
      procedure: 'approval',
      like: (item) => hasStep(item, 'survey') && item.process.forwardsTo === undefined && !technical(item),
    },
    steps: [
      hears('survey-missing'),
      does('record-survey', {
        fill: (_asked, { today }) => ({
          ...{ surveyors: ['测试甲', '测试乙'], day: today, text: '现场与申请不一致。', result: 'not-met' },
        }),
      }),
      ...[does('review', said({ opinion: 'deny', text: '现场不符合条件。' })), hears('survey-not-met')],
    ],
  },
  {
    for: ['term-too-long', 'term-missing', 'term-passed'],
    wanted: {
      procedure: 'approval',
      like: (item) =>
        plain(item) && item.result.term?.kind === 'decided' && item.result.term.atMost !== undefined,
    },
    steps: [does('review'), hears('term-too-long'), hears('term-missing'), hears('term-passed')],
  },
  {
    for: ['interested-unweighed'],
    wanted: { procedure: 'approval', like: plain },
    steps: [
      ...[does('review'), does('name-interested', concerned(false))],
      does('serve-interested', {
        fill: (asked, { today }) => ({ id: offered(asked, 'id'), ...servedBy('window', today) }),
      }),
      does('hear-interested', theirs({ result: 'stated', text: '希望保留相邻的通道。' })),
      ...[hears('interested-unweighed'), does('weigh-interested')],
    ],
  },
  {
    for: [
      ...['publicity-missing', 'publicity-open', 'objection-open', 'objection-unknown'],
      ...['objection-own', 'objections-enough'],
    ],
    wanted: {
      procedure: 'approval',
      like: (item) =>
        item.process.publicity !== undefined && item.process.forwardsTo === undefined && !technical(item),
    },
    steps: [
      ...[does('review'), hears('publicity-missing'), does('open-publicity'), hears('publicity-open')],
      ...[onlineObjections, does('record-objection')],
      hears('objection-unknown'),
      until(({ publicity }) => publicity?.closedOn !== undefined),
      ...[hears('objection-open'), does('answer-publicity-objection')],
    ],
  },
  {
    for: ['interested-too-many'],
    wanted: { procedure: 'approval', like: plain },
    steps: [
      many('name-interested', concerned(false), (dossier) => namedSoFar(dossier).length >= INTERESTED_MAX),
      ...[hears('interested-too-many'), does('withdraw')],
    ],
  },
]

/** Errands about a matter that is decided at once. */
export const AT_ONCE: readonly Errand[] = [
  {
    for: ['on-the-spot serve-special', 'on-the-spot assign-inspectors', 'on-the-spot end-special'],
    wanted: { procedure: 'on-the-spot', delivery: 'window', like: technical },
    steps: [
      ...[does('start-special', started), does('serve-special'), does('assign-inspectors')],
      does('end-special', ended('met')),
    ],
  },
  {
    for: ['on-the-spot drop-interested'],
    wanted: { procedure: 'on-the-spot' },
    steps: [does('name-interested', concerned(false)), does('drop-interested')],
  },
  ...(['extend', 'refuse-extension'] as const).map((answer): Errand => ({
    for: ['on-the-spot propose-extension', `on-the-spot ${answer}`],
    wanted: { procedure: 'on-the-spot', like: (item) => lawfulExtension(item) !== undefined },
    steps: [does('propose-extension'), does(answer)],
  })),
]
