import { refusal } from '#engine/refusal.ts'
import { bookAct, defineBook, field, record } from '#capabilities/books/model.ts'
import type { Queryable } from '#platform/db/db.ts'
import { domainTitles } from '../../contract/domains.ts'
import { linesOfRound, ROUND } from './read.ts'

const said = {
  name: field.text('名称', { most: 60, hint: '例如：2026年基层事项梳理' }),
  domains: field.several(field.choice('领域', domainTitles), '梳理的领域', { most: 14 }),
  by: field.day('答复期限'),
}
export interface Round {
  name: string
  domains: (keyof typeof domainTitles)[]
  by: string
  version?: number
}
const act = bookAct<Round, { open: readonly { who: string }[]; names: ReadonlyMap<string, string> }>()

/** 事项梳理: a round asks every department line by line and ends in a published version of the list. */
export const roundBook = ({ db, bodyNames }: { db: Queryable; bodyNames: BodyNames }) =>
  defineBook({
    kind: ROUND,
    words: {
      ...{ title: '事项梳理', entry: '这一轮梳理' },
      text: '发起后，目录里的每个事项都请一个单位答复：保留、下放，或者不归本单位。都落实以后，形成清单并公布。',
      basis: ['LC-2.2-01', 'LC-3.4-01', 'BS-2.1-03'],
    },
    body: record({ ...said, version: field.optional(field.count('清单版次', { least: 1, most: 9999 })) }),
    columns: ['name', 'domains', 'by', 'version'],
    states: {
      asking: { title: '各单位答复中', waits: ['organiser'] },
      settled: { title: '已汇总，待公布清单', stands: true, tone: 'good' },
      published: { title: '清单已公布', final: true, tone: 'good' },
      'given-up': { title: '已取消', final: true, tone: 'bad' },
    },
    sees: {
      ...{
        organiser: 'area',
        'item-author': 'area',
        'item-approver': 'area',
        head: 'area',
        supervisor: 'area',
      },
      system: 'area',
    },
    place: ({ name, by }) => ({ title: name, key: 'one', from: by }),
    world: async ({ area, entry }) => ({
      open:
        entry.id === ''
          ? []
          : (await linesOfRound(db, area, entry.id)).filter(isOpen).map(({ line }) => ({ who: line.asked })),
      names: await bodyNames(area),
    }),
    acts: [
      act({
        ...{
          name: 'begin',
          title: '发起一轮梳理',
          past: '发起梳理',
          tone: 'primary' as const,
          lawful: 'BS-2.1-03',
        },
        ...{ from: [], to: ['asking'], by: ['organiser'], input: record(said) },
        refuse: ({ input, world: { today } }) =>
          input.by <= today ? refusal('sorting-day-past') : undefined,
        due: ({ input }) => input.by,
      }),
      act({
        ...{ name: 'settle', title: '汇总', past: '汇总', tone: 'primary' as const },
        ...{ from: ['asking'], to: ['settled'], by: ['organiser'], input: record({}) },
        help: '汇总以后，事项编制人员在“清单”里起草新版，审定、公告后本轮结束。',
        refuse: ({ world: { known } }) => {
          const who = [...new Set(known.open.map((line) => known.names.get(line.who) ?? line.who))]
          return who.length === 0
            ? undefined
            : refusal('sorting-open-lines', { facts: { count: known.open.length, who: who.join('、') } })
        },
      }),
      act({
        ...{ name: 'publish', title: '清单公布', past: '清单公布，本轮结束' },
        ...{ from: ['settled'], to: ['published'], by: ['system'] },
        input: record({ version: field.count('清单版次', { least: 1, most: 9999 }) }),
        sets: ({ input }) => input,
      }),
      act({
        ...{ name: 'give-up', title: '取消', past: '取消', tone: 'danger' as const },
        ...{ from: ['asking', 'settled'], to: ['given-up'], by: ['organiser'] },
        input: record({ reason: field.text('原因', { least: 4, most: 300 }) }),
      }),
    ],
  })

export type BodyNames = (area: string) => Promise<ReadonlyMap<string, string>>

/** Nobody has answered for it, or the one who was asked says it is another's. */
const isOpen = ({ state }: { state: string }): boolean => state === 'asked' || state === 'not-ours'
