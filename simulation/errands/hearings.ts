import { offered } from '../plot-list.ts'
import { servedBy } from '../serving.ts'
import { does, hears, until } from './steps.ts'
import type { Errand } from './errand.ts'
import { concerned, held, plain, said, theirs, told } from './writing.ts'

/** Hearings, which are held seven working days after their notice. */
export const HEARINGS: readonly Errand[] = [
  {
    for: ['hearing-unsigned', 'hearing-not-weighed'],
    wanted: { procedure: 'approval', delivery: 'window', like: plain },
    steps: [
      ...[does('review'), does('notify-hearing-right', said(told)), does('serve-hearing-notice')],
      ...[does('request-hearing'), does('convene-hearing'), does('serve-hearing-notice')],
      until((dossier, scene) => held.when!(dossier, scene)),
      ...[hears('hearing-unsigned'), does('record-hearing', held), hears('hearing-not-weighed')],
      does('weigh-hearing'),
    ],
  },
  {
    for: ['on-the-spot record-hearing', 'on-the-spot weigh-hearing', 'on-the-spot keep-presider'],
    wanted: { procedure: 'on-the-spot', delivery: 'window' },
    steps: [
      ...[does('notify-hearing-right', said(told)), does('serve-hearing-notice'), does('request-hearing')],
      ...[does('convene-hearing'), does('serve-hearing-notice'), does('object-to-presider')],
      ...[hears('presider-objected'), does('keep-presider'), does('record-hearing', held)],
      does('weigh-hearing'),
    ],
  },
  {
    for: ['on-the-spot serve-hearing-electronically'],
    wanted: { procedure: 'on-the-spot', delivery: 'electronic' },
    steps: [does('notify-hearing-right', said(told)), until(({ hearing }) => hearing?.served !== undefined)],
  },
  {
    for: ['interested-hearing-owed'],
    wanted: { procedure: 'approval', like: plain },
    steps: [
      ...[does('review'), does('name-interested', concerned(true))],
      does('serve-interested', {
        fill: (asked, { today }) => ({ id: offered(asked, 'id'), ...servedBy('window', today) }),
      }),
      does('hear-interested', theirs({ result: 'hearing', text: '要求举行听证。' })),
      hears('interested-hearing-owed'),
    ],
  },
]
