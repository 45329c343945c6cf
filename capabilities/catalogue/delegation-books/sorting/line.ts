import { refusal } from '#engine/refusal.ts'
import { bookAct, defineBook, field, record } from '#capabilities/books/model.ts'
import type { Queryable } from '#platform/db/db.ts'
import { domainTitles } from '../../contract/domains.ts'
import { linesOfRound, rounds, SORTING_LINE } from './read.ts'

export const ANSWERS = {
  keep: '保留在本级',
  'hand-down': '下放到镇（街道）',
  'not-ours': '不归本单位',
} as const

const beginning = {
  round: field.text('哪一轮', { most: 60 }),
  key: field.text('目录编号', { most: 80 }),
  name: field.text('事项名称', { most: 200 }),
  domain: field.choice('领域', domainTitles),
  item: field.optional(field.item()),
  asked: field.body('答复单位'),
}
export interface SortingLine {
  round: string
  key: string
  name: string
  domain: keyof typeof domainTitles
  item?: string
  asked: string
  answer?: keyof typeof ANSWERS
  reason?: string
  chased?: number
  into?: string
}

interface LineKnown {
  lines: readonly { id: string; name: string; state: string }[]
  rounds: readonly { id: string; name: string }[]
  by?: string
}
const act = bookAct<SortingLine, LineKnown>()

const ANSWERING = ['head', 'item-author'] as const

/** 梳理答复: one line of a round and what the department that was asked says to it. */
export const lineBook = ({ db }: { db: Queryable }) =>
  defineBook({
    kind: SORTING_LINE,
    words: {
      ...{ title: '事项梳理答复', entry: '这一行' },
      text: '请对每个事项答复：保留在本级、下放到镇（街道），或者不归本单位，都要说明理由。目录里没有的，自己补上。',
      basis: ['LC-2.2-01', 'BS-2.1-03'],
    },
    body: record({
      ...beginning,
      answer: field.optional(field.choice('答复', ANSWERS)),
      reason: field.optional(field.text('理由', { most: 500 })),
      chased: field.optional(field.count('催办次数')),
      into: field.optional(field.text('并入', { most: 200 })),
    }),
    columns: ['name', 'domain', 'asked', 'answer', 'reason', 'chased'],
    states: {
      asked: { title: '待答复', waits: ANSWERING },
      'not-ours': { title: '待落实单位', waits: ['organiser'], tone: 'bad' },
      answered: { title: '已答复', stands: true, tone: 'good' },
      merged: { title: '已合并', final: true },
    },
    sees: {
      organiser: 'area',
      supervisor: 'area',
      'item-approver': 'area',
      head: 'own-body',
      'item-author': 'own-body',
      system: 'area',
    },
    // Rounds are found like bodies: a line belongs to its round as it belongs to whoever answers.
    place: ({ round, key, name, item, asked }) => ({
      ...{ title: name, key: `${round} ${key}`, bodies: [asked, `round:${round}`] },
      ...(item === undefined ? {} : { item }),
    }),
    world: async ({ area, entry, input }) => {
      const open = (await rounds(db, area)).filter(({ entry: { state } }) => state === 'asking')
      const round = String(input['round'] ?? entry.body.round ?? '')
      const lines = entry.id === '' ? [] : await linesOfRound(db, area, round)
      const by = (await rounds(db, area)).find(({ id }) => id === round)?.entry.body.by
      return {
        lines: lines.map(({ id, state, line: { name } }) => ({ id, name, state })),
        rounds: open.map(({ id, entry: { body } }) => ({ id, name: body.name })),
        ...(by === undefined ? {} : { by }),
      }
    },
    choices: (name, known, entry) =>
      name === 'round'
        ? known.rounds.map(({ id, name: label }) => ({ value: id, label }))
        : name === 'into'
          ? known.lines
              .filter(({ id, state }) => id !== entry.id && state !== 'merged')
              .map(({ id, name: label }) => ({ value: id, label }))
          : undefined,
    acts: [
      act({
        ...{ name: 'ask', title: '征求答复', past: '请单位答复' },
        ...{ from: [], to: ['asked'], by: ['system'], input: record(beginning) },
        ...{ due: ({ world }) => world.known.by },
      }),
      act({
        ...{ name: 'add', title: '补一个事项', past: '补充', tone: 'primary' as const },
        ...{ from: [], to: ['answered'], by: [...ANSWERING, 'organiser'] },
        help: '目录里没有、实际在办的事项，由办理的单位补上。',
        input: record({
          round: beginning.round,
          name: beginning.name,
          domain: beginning.domain,
          answer: field.choice('答复', { keep: ANSWERS.keep, 'hand-down': ANSWERS['hand-down'] }),
          reason: field.text('理由', { least: 4, most: 500 }),
        }),
        refuse: ({ input, world: { known } }) =>
          known.rounds.some(({ id }) => id === input.round) ? undefined : refusal('book-entry-not-found'),
        sets: ({ input, actor }) => ({
          ...input,
          ...{ key: `added:${input.name}`.slice(0, 80), asked: actor.kind === 'staff' ? actor.body : '' },
        }),
      }),
      act({
        ...{ name: 'answer', title: '答复', past: '答复', tone: 'primary' as const },
        ...{ from: ['asked', 'answered'], to: ['answered', 'not-ours'], by: ANSWERING },
        input: record({
          answer: field.choice('答复', ANSWERS),
          reason: field.text('理由', { least: 4, most: 500 }),
        }),
        bars: ({ dossier, actor }) =>
          actor.kind === 'staff' && actor.body === dossier.body.asked
            ? undefined
            : refusal('sorting-not-asked'),
        sets: ({ input }) => input,
        goes: ({ input }) => (input.answer === 'not-ours' ? 'not-ours' : 'answered'),
      }),
      act({
        ...{
          name: 'reassign',
          title: '改请别的单位答复',
          past: '改请别的单位答复',
          tone: 'primary' as const,
        },
        ...{ from: ['asked', 'not-ours'], to: ['asked'], by: ['organiser'] },
        input: record({ asked: field.body('答复单位'), by: field.day('答复期限') }),
        refuse: ({ input, world: { today } }) =>
          input.by <= today ? refusal('sorting-day-past') : undefined,
        sets: ({ input }) => ({ asked: input.asked, answer: null, reason: null }),
        due: ({ input }) => input.by,
      }),
      act({
        ...{ name: 'chase', title: '催办', past: '催办' },
        ...{ from: ['asked'], to: 'same' as const, by: ['organiser'] },
        input: record({ text: field.text('催办意见', { least: 2, most: 300 }) }),
        sets: ({ dossier }) => ({ chased: (dossier.body.chased ?? 0) + 1 }),
      }),
      act({
        ...{ name: 'merge', title: '并入另一行', past: '合并' },
        ...{ from: ['asked', 'answered', 'not-ours'], to: ['merged'], by: ['organiser'] },
        input: record({
          into: field.text('并入哪一行', { most: 60 }),
          reason: field.text('理由', { least: 4, most: 300 }),
        }),
        refuse: ({ dossier, input, world: { known } }) =>
          known.lines.some(({ id, state }) => id === input.into && id !== dossier.id && state !== 'merged')
            ? undefined
            : refusal('sorting-line-elsewhere'),
        sets: ({ input, world: { known } }) => ({
          into: known.lines.find(({ id }) => id === input.into)!.name,
        }),
      }),
    ],
  })
