import type { CaseDossier } from '#capabilities/case/model.ts'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import { notice } from '../inputs.ts'
import { papersOf } from '../plot-list.ts'
import { plain, said } from './writing.ts'
import type { Errand, Going } from './errand.ts'
import { does, files, hears, many, until } from './steps.ts'
import { applicationFor, type Wanted } from './filing.ts'
import type { Doing } from './take.ts'
import type { Run } from '../run.ts'

const ALL = ['approval', 'on-the-spot', 'commitment'] as const

const tolerant = ({ materials }: ItemVersion): boolean =>
  materials.some(({ necessity, fromForm }) => necessity === 'tolerable' && !fromForm)

const asksPapers = ({ materials }: ItemVersion): boolean =>
  materials.some(({ fromForm, necessity }) => !fromForm && necessity === 'required')

const asksTwo = ({ materials }: ItemVersion): boolean =>
  materials.filter(({ fromForm }) => !fromForm).length > 1

/** For as short as the form lets it be promised, so that the day comes soon. */
const forADay: Doing = {
  fill: ({ detail, act }) => {
    const { fields = [] } = detail.allowed.find((allowed) => allowed.act === act) ?? {}
    const gaps = fields.find(({ name }) => name === 'gaps')?.options?.map(({ value }) => value) ?? []
    return { gaps, days: 1, how: 'at-window', signed: 'on-paper', inOrder: true }
  },
}

const isBroken = ({ gaps }: CaseDossier): boolean => gaps?.broken === true

/** The same person once more. */
const again = (wanted: Omit<Wanted, 'citizen'>, code?: string) =>
  files((run: Run, { citizen }: Going) => applicationFor(run, { ...wanted, citizen }), code)

export const names = (count: number): Doing => ({
  fill: (asked) => notice(asked, papersOf(asked).slice(-count)),
})

const sameItem = (code: string) =>
  files(
    (run: Run, { citizen, known }: Going) =>
      applicationFor(run, {
        ...{ procedure: known!.dossier!.procedure, citizen, like: ({ id }) => id === known!.item },
      }),
    code,
  )

/** Errands about papers: what may follow, what is named once, what is false. */
export const PAPERS: readonly Errand[] = [
  {
    for: ['approval restore-credit', 'gap-over'],
    wanted: { procedure: 'approval', like: tolerant },
    steps: [
      does('accept-with-gaps', forADay),
      hears('gap-over', (dossier) => isBroken(dossier) || dossier.ended !== undefined),
      ...[until(isBroken), does('restore-credit')],
    ],
  },
  {
    for: ['gap-open', 'gap-note-missing'],
    wanted: {
      procedure: 'approval',
      like: (item) => tolerant(item) && plain(item),
    },
    steps: [
      ...[does('accept-with-gaps'), does('review'), hears('gap-open'), does('supply-gap-at-window')],
      ...[hears('gap-note-missing'), does('verify-gap')],
    ],
  },
  {
    for: ['checklist-incomplete'],
    wanted: { procedure: 'approval', like: asksPapers },
    steps: [hears('checklist-incomplete'), does('accept')],
  },
  {
    for: ['gap-blocked'],
    wanted: { procedure: 'approval', like: tolerant },
    steps: [
      ...[does('accept-with-gaps', forADay), until(isBroken)],
      ...[again({ procedure: 'approval', like: tolerant }), hears('gap-blocked')],
    ],
  },
  {
    for: ['barred-78'],
    wanted: {
      procedure: 'approval',
      like: (item) => item.publicSafety !== undefined && item.process.forwardsTo === undefined,
    },
    steps: [
      does('propose-refusal', said({ reason: '提供的证明系伪造。', ground: 'false-materials' })),
      ...[does('refuse-acceptance'), sameItem('barred-78')],
    ],
  },
  {
    for: ['point-settled'],
    wanted: { procedure: 'approval', like: asksTwo },
    steps: [
      ...[does('notify-supplement', names(2)), does('supply-at-window')],
      does('notify-supplement', {
        fill: (asked) => notice(asked, asked.dossier.supplement!.asked.slice(0, 1)),
      }),
      ...[does('supply-at-window'), hears('point-settled')],
    ],
  },
  ...(['commitment supply-at-window', 'on-the-spot supply', 'commitment supply'] as const).map(
    (what): Errand => {
      const [procedure, act] = what.split(' ') as ['commitment' | 'on-the-spot', string]
      return {
        for: [what],
        wanted: { procedure, like: asksPapers },
        steps: [does('notify-supplement', names(1)), does(act)],
      }
    },
  ),
  ...(['approval', 'on-the-spot'] as const).map((procedure): Errand => ({
    for: [`${procedure} take-over-result`],
    wanted: { procedure: 'on-the-spot', delivery: 'window' },
    steps: [
      ...[does('deliver-at-window'), until(({ state }) => state === 'closed')],
      ...[again({ procedure, like: asksPapers }), does('take-over-result')],
    ],
  })),
  ...ALL.map((procedure): Errand => ({
    for: [`${procedure} add-paper`, `${procedure} add-paper-at-window`, 'own-paper-from-form'],
    wanted: { procedure, like: asksPapers },
    steps: [does('add-paper'), hears('own-paper-from-form'), does('add-paper-at-window')],
  })),
  {
    for: ['own-paper-asked', 'own-paper-none'],
    wanted: { procedure: 'approval', like: asksTwo },
    steps: [
      ...[does('notify-supplement', names(1)), hears('own-paper-asked'), does('supply-at-window')],
      ...[again({ procedure: 'approval', like: asksTwo }), does('notify-supplement', names(99))],
      hears('own-paper-none'),
    ],
  },
  {
    for: ['own-papers-enough'],
    wanted: { procedure: 'approval', like: asksPapers },
    steps: [
      many('add-paper', {}, ({ ownPapers = [] }) => ownPapers.filter(({ by }) => !by.post).length >= 20),
      hears('own-papers-enough'),
    ],
  },
  {
    for: ['waybill-needed'],
    wanted: { procedure: 'approval', delivery: 'post', like: plain },
    steps: [does('hand-to-post'), hears('waybill-needed')],
  },
  {
    for: ['forward-only'],
    wanted: { procedure: 'approval', like: ({ process }) => process.forwardsTo !== undefined },
    steps: [does('review'), hears('forward-only'), does('forward')],
  },
  {
    for: ['commitment rectification-over', 'rectified-once', 'rectification-not-served'],
    wanted: { procedure: 'commitment', delivery: 'window' },
    steps: [
      does(
        'record-check',
        said({ checkers: ['测试甲', '测试乙'], text: '对照承诺逐项核查。', result: 'rectify' }),
      ),
      ...[hears('rectified-once'), hears('rectification-not-served'), does('serve-notice')],
      until(({ state }) => state === 'check-failed'),
    ],
  },
]
