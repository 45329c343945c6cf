import { FELLING } from '../../testing/item.ts'
import { filing, paper, type Step } from '../../testing/journey.ts'
import type { Who } from '../../testing/world.ts'

/** A felling permit without the photographs, which may follow, and with everything else. */
export const FILED: Step[] = [
  [0, 'applicant', 'file-online', filing({ materials: [paper('title'), paper('plan')] })],
]
export const ON_PAPER = { gaps: ['photos'], days: 5, how: 'at-window', signed: 'on-paper', inOrder: true }
export const PROMISE = { gaps: ['photos'], days: 5, how: 'upload', confirmed: true }
export const PHOTOS = { materials: [paper('photos')], files: {} }
/** A felling permit of which nothing may follow. */
export const STRICT = {
  ...FELLING,
  materials: FELLING.materials.filter(({ necessity }) => necessity !== 'tolerable'),
}

const TOLERATED: Step[] = [...FILED, [1, 'clerk', 'accept-with-gaps', ON_PAPER]]
const SUPPLIED: Step[] = [...TOLERATED, [4, 'applicant', 'supply-gap', PHOTOS]]
const REVIEWED: Step[] = [...TOLERATED, [2, 'reviewer', 'review']]

/** Working days are counted from receipt: accepted on day 1 with five days, so day 6 is the last. */
export const INTO = {
  received: FILED,
  promised: [...FILED, [0, 'applicant', 'promise-gap', PROMISE]],
  'received, plan missing': [[0, 'applicant', 'file-online', filing()]],
  tolerated: TOLERATED,
  'tolerated, reviewed': REVIEWED,
  supplied: SUPPLIED,
  'supplied late, defective': [
    ...TOLERATED,
    [6, 'applicant', 'supply-gap', PHOTOS],
    [7, 'clerk', 'verify-gap', { defective: ['photos'], note: '照片看不清树种' }],
  ],
  'mended, defective again': [
    ...TOLERATED,
    [6, 'applicant', 'supply-gap', PHOTOS],
    [7, 'clerk', 'verify-gap', { defective: ['photos'], note: '照片看不清树种' }],
    [9, 'applicant', 'supply-gap', PHOTOS],
    [11, 'clerk', 'verify-gap', { defective: ['photos'], note: '仍然看不清树种' }],
  ],
  'verified, reviewed': [
    ...REVIEWED,
    [4, 'applicant', 'supply-gap', PHOTOS],
    [4, 'clerk', 'verify-gap', { ok: ['photos'] }],
  ],
  reminded: [...TOLERATED, [3, 'system', 'remind-gap']],
} satisfies Record<string, Step[]>

export type GapLine = [
  from: keyof typeof INTO,
  who: Who,
  action: string,
  day: number,
  gives: string,
  input?: Step[3],
]

export const GAPS_ANNEX: readonly GapLine[] = [
  // 申请人在网上承诺
  ['received', 'applicant', 'promise-gap', 0, 'received', PROMISE],
  ['received', 'clerk', 'promise-gap', 0, 'refused: not-your-step', PROMISE],
  ['received', 'another citizen', 'promise-gap', 0, 'refused: not-your-step', PROMISE],
  ['received', 'applicant', 'promise-gap', 0, 'refused: gap-not-promised', { ...PROMISE, confirmed: false }],
  ['received', 'applicant', 'promise-gap', 0, 'refused: gap-main-missing', { ...PROMISE, gaps: ['plan'] }],
  ['received', 'applicant', 'promise-gap', 0, 'refused: gap-too-late', { ...PROMISE, days: 11 }],
  ['received', 'applicant', 'promise-gap', 0, 'refused: gap-blocked', { ...PROMISE, blocked: true }],
  ['received', 'applicant', 'promise-gap', 6, 'refused: notice-too-late', PROMISE],
  ['tolerated', 'applicant', 'promise-gap', 2, 'refused: not-in-this-state', PROMISE],

  // 容缺受理：主件齐全，只缺可以后补的
  ['received', 'clerk', 'accept-with-gaps', 1, 'accepted', ON_PAPER],
  ['promised', 'clerk', 'accept-with-gaps', 1, 'accepted', { inOrder: true }],
  ['received', 'town clerk', 'accept-with-gaps', 5, 'accepted', { ...ON_PAPER, days: 10 }],
  ['received', 'clerk', 'accept-with-gaps', 6, 'refused: notice-too-late', ON_PAPER],
  ['received', 'applicant', 'accept-with-gaps', 1, 'refused: not-your-step', ON_PAPER],
  ['received', 'reviewer', 'accept-with-gaps', 1, 'refused: not-your-step', ON_PAPER],
  ['received', 'clerk of a town without power', 'accept-with-gaps', 1, 'refused: power-none', ON_PAPER],
  ['received', 'clerk', 'accept-with-gaps', 1, 'refused: gap-not-promised', { inOrder: true }],
  [
    'received',
    'clerk',
    'accept-with-gaps',
    1,
    'refused: checklist-incomplete',
    { ...ON_PAPER, inOrder: false },
  ],
  ['received', 'clerk', 'accept-with-gaps', 1, 'refused: gap-main-missing', { ...ON_PAPER, gaps: ['title'] }],
  [
    'received',
    'clerk',
    'accept-with-gaps',
    1,
    'refused: gap-main-missing',
    { ...ON_PAPER, gaps: ['mandate'] },
  ],
  [
    'received',
    'clerk',
    'accept-with-gaps',
    1,
    'refused: material-unknown',
    { ...ON_PAPER, gaps: ['bank-card'] },
  ],
  ['received, plan missing', 'clerk', 'accept-with-gaps', 1, 'refused: gap-main-missing', ON_PAPER],
  ['received', 'clerk', 'accept-with-gaps', 1, 'refused: gap-too-late', { ...ON_PAPER, days: 11 }],
  ['received', 'clerk', 'accept-with-gaps', 1, 'refused: gap-blocked', { ...ON_PAPER, blocked: true }],
  ['tolerated', 'clerk', 'accept-with-gaps', 1, 'refused: not-in-this-state', ON_PAPER],

  // 审查可以开始，决定要等补齐
  ['tolerated', 'reviewer', 'review', 2, 'reviewed'],
  ['tolerated, reviewed', 'approver', 'grant', 3, 'refused: gap-open'],
  ['tolerated, reviewed', 'approver', 'deny', 3, 'refused: gap-open'],
  ['verified, reviewed', 'approver', 'grant', 5, 'decided'],
  ['verified, reviewed', 'approver', 'deny', 5, 'decided'],

  // 补交：以送到的日子为准
  ['tolerated', 'applicant', 'supply-gap', 6, 'accepted', PHOTOS],
  ['tolerated, reviewed', 'applicant', 'supply-gap', 6, 'reviewed', PHOTOS],
  ['tolerated', 'applicant', 'supply-gap', 7, 'refused: gap-over', PHOTOS],
  ['tolerated', 'another citizen', 'supply-gap', 2, 'refused: not-your-step', PHOTOS],
  [
    'tolerated',
    'applicant',
    'supply-gap',
    2,
    'refused: gap-not-owed',
    { materials: [paper('title')], files: {} },
  ],
  [
    ...(['tolerated', 'applicant', 'supply-gap', 2, 'refused: materials-missing'] as const),
    { materials: [paper('photos', { paperOriginals: 0 })], files: {} },
  ],
  ['received', 'applicant', 'supply-gap', 1, 'refused: not-in-this-state', PHOTOS],
  ['supplied', 'applicant', 'supply-gap', 5, 'refused: not-for-this-dossier', PHOTOS],
  ['tolerated', 'clerk', 'supply-gap-at-window', 6, 'accepted', PHOTOS],
  ['tolerated', 'town clerk', 'supply-gap-at-window', 2, 'accepted', PHOTOS],
  ['tolerated', 'clerk', 'supply-gap-at-window', 7, 'accepted', { ...PHOTOS, arrivedOn: '2026-09-30' }],
  ['tolerated', 'clerk', 'supply-gap-at-window', 7, 'refused: gap-over', PHOTOS],
  [
    'tolerated',
    'clerk',
    'supply-gap-at-window',
    3,
    'refused: input-invalid',
    { ...PHOTOS, arrivedOn: '2026-09-30' },
  ],
  [
    'tolerated',
    'clerk',
    'supply-gap-at-window',
    3,
    'refused: input-invalid',
    { ...PHOTOS, arrivedOn: '2026-09-20' },
  ],
  ['tolerated', 'applicant', 'supply-gap-at-window', 3, 'refused: not-your-step', PHOTOS],

  // 核验
  ['supplied', 'clerk', 'verify-gap', 4, 'accepted', { ok: ['photos'] }],
  ['supplied', 'clerk', 'verify-gap', 4, 'accepted', { defective: ['photos'], note: '照片看不清' }],
  ['supplied', 'clerk', 'verify-gap', 4, 'refused: gap-note-missing', { defective: ['photos'] }],
  ['supplied', 'clerk', 'verify-gap', 4, 'refused: checklist-incomplete', {}],
  [
    'supplied',
    'clerk',
    'verify-gap',
    4,
    'refused: checklist-incomplete',
    { ok: ['photos'], defective: ['photos'] },
  ],
  ['supplied', 'clerk', 'verify-gap', 4, 'refused: checklist-incomplete', { ok: ['photos', 'title'] }],
  ['supplied', 'applicant', 'verify-gap', 4, 'refused: not-your-step', { ok: ['photos'] }],
  ['tolerated', 'clerk', 'verify-gap', 4, 'refused: not-for-this-dossier', { ok: ['photos'] }],
  ['supplied late, defective', 'applicant', 'supply-gap', 10, 'accepted', PHOTOS],
  ['supplied late, defective', 'applicant', 'supply-gap', 11, 'refused: gap-over', PHOTOS],

  // 提醒，到期
  ['tolerated', 'system', 'remind-gap', 2, 'refused: not-overdue'],
  ['tolerated', 'system', 'remind-gap', 3, 'accepted'],
  ['tolerated', 'clerk', 'remind-gap', 3, 'refused: not-your-step'],
  ['reminded', 'system', 'remind-gap', 4, 'refused: not-for-this-dossier'],
  ['supplied', 'system', 'remind-gap', 5, 'refused: not-for-this-dossier'],
  ['tolerated', 'system', 'gap-lapse', 6, 'refused: not-overdue'],
  ['tolerated', 'system', 'gap-lapse', 7, 'lapsed'],
  ['tolerated, reviewed', 'system', 'gap-lapse', 7, 'lapsed'],
  ['tolerated', 'clerk', 'gap-lapse', 7, 'refused: not-your-step'],
  ['supplied', 'system', 'gap-lapse', 20, 'refused: not-for-this-dossier'],
  ['supplied late, defective', 'system', 'gap-lapse', 10, 'refused: not-overdue'],
  ['supplied late, defective', 'system', 'gap-lapse', 11, 'lapsed'],
  ['mended, defective again', 'system', 'gap-lapse', 12, 'lapsed'],
]
