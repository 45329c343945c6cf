import { addDays } from '#engine/day.ts'
import { intend, signed } from '../licence-plans.ts'
import type { Errand } from './errand.ts'
import { applicationFor } from './filing.ts'
import {
  text,
  lasting,
  simple,
  renewable,
  wanted,
  grantedFor,
  isOver,
  issued,
  asks,
  plan,
  served,
  heard,
  decides,
  goesOn,
  begun,
  refused,
} from './licence-steps.ts'
import { does, files, hears, onLicence, until, untilLicence } from './steps.ts'

/** Errands about what becomes of a licence. */
export const LICENCES: readonly Errand[] = [
  {
    for: ['licence end-announcement', 'announcement-running'],
    wanted: wanted(renewable()),
    steps: [
      ...[...issued(50), begun('circumstances-changed'), served('announcement')],
      refused('announcement-running'),
      untilLicence(({ intent }) => intent?.servedOn !== undefined),
    ],
  },
  ...(['approval', 'on-the-spot'] as const).map((procedure): Errand => ({
    for: [`${procedure} deem-renewed`, ...(procedure === 'approval' ? ['renewal-deemed'] : [])],
    wanted: wanted(
      procedure === 'approval' ? renewable() : (item) => item.lifecycle?.renew !== undefined && lasting(item),
      procedure,
    ),
    steps: [
      ...[...issued(9), asks('renew'), does('accept')],
      ...(procedure === 'approval' ? [hears('renewal-deemed', ({ state }) => state !== 'accepted')] : []),
      until(({ state }) => state === 'decided'),
    ],
  })),
  {
    for: ['licence renew', 'renewal-term-missing'],
    wanted: wanted(renewable()),
    steps: [
      ...[...issued(20), asks('renew'), does('review'), hears('renewal-term-missing')],
      ...[does('grant', grantedFor(25)), does('seal'), until(({ state }) => state !== 'decided')],
    ],
  },
  {
    for: ['renewal-late', 'result-expired'],
    wanted: wanted(renewable('refused')),
    steps: [
      ...[...issued(8), does('deliver-at-window')],
      asks('renew', {
        code: 'renewal-late',
        when: (last, today) => last !== null && last <= addDays(today, 2),
      }),
      untilLicence(isOver),
      files((run, { citizen }) => applicationFor(run, { procedure: 'approval', citizen, like: simple })),
      hears('result-expired'),
    ],
  },
  {
    for: ['renewal-not-needed'],
    wanted: wanted(
      ({ result, lifecycle }) =>
        ['1', '2'].includes(result.type) && result.term?.kind === 'none' && lifecycle?.renew !== undefined,
    ),
    steps: [...issued(0), asks('renew', { code: 'renewal-not-needed' })],
  },
  {
    for: ['application-running'],
    wanted: wanted(renewable('accepted')),
    steps: [
      ...[...issued(8), untilLicence(isOver), asks('renew')],
      untilLicence(({ application }) => application !== undefined),
      refused('application-running'),
    ],
  },
  {
    for: ['intent-ground-other'],
    wanted: wanted(renewable()),
    steps: [
      ...[...issued(6), untilLicence(isOver)],
      onLicence({ ...intend('law-changed'), when: isOver }, 'intent-ground-other'),
    ],
  },
  {
    for: ['intent-not-served', 'about-being-revoked', 'public-interest-bars', 'fraud-not-compensated'],
    wanted: wanted(renewable()),
    steps: [
      ...[...issued(50), begun('fraud')],
      onLicence(
        plan('hear', (_dossier, today) => signed(today)),
        'intent-not-served',
      ),
      asks('cancel', { code: 'about-being-revoked' }),
      ...[served('window'), heard, refused('public-interest-bars'), refused('fraud-not-compensated')],
    ],
  },
  {
    for: ['licence withdraw'],
    wanted: wanted(renewable()),
    steps: [
      ...[...issued(50), begun('law-changed'), served('window'), heard],
      onLicence(plan('withdraw', () => ({ conclusion: text, compensation: '按实际损失补偿' }), decides)),
    ],
  },
  {
    for: ['licence drop-intent'],
    wanted: wanted(renewable()),
    steps: [
      ...[...issued(50), begun('circumstances-changed'), served('window'), heard, goesOn('drop-intent')],
    ],
  },
  {
    for: ['licence serve-intent-electronically', 'licence serve-electronically'],
    wanted: { ...wanted(renewable()), delivery: 'electronic' },
    steps: [
      ...[...issued(50), begun('fraud'), untilLicence(({ intent }) => intent?.servedOn !== undefined)],
      ...[heard, goesOn('revoke'), untilLicence(({ state }) => state === 'revoked')],
    ],
  },
  {
    for: ['licence serve-amendment-electronically'],
    wanted: { ...wanted(renewable()), delivery: 'electronic' },
    steps: [
      ...[...issued(50), begun('slip')],
      untilLicence(({ amendments = [], amendment }) => amendment === undefined && amendments.length > 0),
    ],
  },
  {
    for: ['amended-term-other', 'licence alter'],
    wanted: wanted(renewable()),
    steps: [
      ...[...issued(50), begun('change-law-changed'), served('window'), heard],
      ...[refused('amended-term-other'), goesOn('alter')],
    ],
  },
  {
    for: ['about-not-offered'],
    wanted: wanted(
      (item) => simple(item) && ['1', '2'].includes(item.result.type) && item.lifecycle?.renew === undefined,
    ),
    steps: [...issued(50), asks('renew', { code: 'about-not-offered' })],
  },
  {
    for: ['renewal-early'],
    wanted: wanted((item) => renewable()(item) && item.lifecycle?.renew?.notEarlierThan !== undefined),
    steps: [...issued(56), asks('renew', { code: 'renewal-early' })],
  },
  ...(['approval', 'on-the-spot'] as const).map((procedure): Errand => ({
    for: ['about-other-body'],
    wanted: wanted((item) => item.decidingBody.kind === 'town' && renewable()(item), procedure),
    steps: [...issued(50), asks('change', { code: 'about-other-body', elsewhere: true })],
  })),
  {
    for: ['barred-79'],
    wanted: wanted((item) => renewable()(item) && item.publicSafety !== undefined),
    steps: [
      ...[...issued(50), begun('fraud'), served('window'), heard, goesOn('revoke'), goesOn('serve')],
      files(
        (run, { citizen, known }) =>
          applicationFor(run, { procedure: 'approval', citizen, like: ({ id }) => id === known!.item }),
        'barred-79',
      ),
    ],
  },
  {
    for: ['compensation-unsaid'],
    wanted: wanted(renewable()),
    steps: [
      ...[...issued(50), begun('not-qualified'), served('window'), heard, refused('compensation-unsaid')],
    ],
  },
  {
    for: ['statement-days-running'],
    wanted: wanted(renewable()),
    steps: [
      ...[...issued(50), begun('cancel-other-law'), served('window'), refused('statement-days-running')],
    ],
  },
]
