import { describe, expect, test } from 'vitest'
import { decide } from '#engine/procedure/decide.ts'
import { isRefusal } from '#engine/refusal.ts'
import { compileCalendar } from '#engine/calendar/calendar.ts'
import { UP_TO_2026 } from '#engine/testing/published-years.ts'
import type { StaffActor } from '#engine/actor.ts'
import { bookAct, defineBook, field, record } from '../model.ts'
import type { BookWorld } from './book.ts'
import type { Entry } from './entry.ts'

// What becomes of the last day for the next step, act by act.

const body = record({ what: field.text('内容') })
const act = bookAct<{ what: string }, undefined>()
const input = record({})
const by = ['organiser']
const book = defineBook({
  kind: 'due-test',
  words: { title: '期限测试', entry: '这一条', text: '测试', basis: ['测试'] },
  body,
  states: {
    asked: { title: '待答复', waits: by },
    waiting: { title: '等待', waits: by },
    done: { title: '办结', final: true },
  },
  sees: { organiser: 'area' },
  place: ({ what }) => ({ title: what }),
  acts: [
    act({
      ...{ name: 'ask', title: '提出', past: '提出', from: [], to: ['asked'], by, input: body },
      due: () => '2026-03-20',
    }),
    act({ ...{ name: 'note', title: '补充', past: '补充', from: ['asked'], to: 'same', by, input } }),
    act({ ...{ name: 'back', title: '退回', past: '退回', from: ['asked'], to: ['asked'], by, input } }),
    act({
      ...{ name: 'more-time', title: '延期', past: '延期', from: ['asked'], to: 'same', by, input },
      due: () => '2026-03-27',
    }),
    act({
      ...{ name: 'no-day', title: '不限期', past: '不限期', from: ['asked'], to: 'same', by, input },
      due: () => undefined,
    }),
    act({ ...{ name: 'wait', title: '等待', past: '等待', from: ['asked'], to: ['waiting'], by, input } }),
    act({
      ...{ name: 'end', title: '办结', past: '办结', from: ['asked', 'waiting'], to: ['done'], by, input },
    }),
  ],
})

const ORGANISER: StaffActor = {
  ...{ kind: 'staff', person: 'p', post: 'post', place: 'hall', body: 'bureau', area: '370304' },
  roles: ['organiser'],
}
const world: BookWorld<unknown> = {
  ...{
    calendar: compileCalendar(UP_TO_2026),
    grants: [],
    reliesOn: [],
    today: '2026-03-16',
    known: undefined,
  },
}

function after(...names: readonly string[]): Entry {
  let entry: Entry = { ...book.procedure.initial, id: 'entry', area: '370304' }
  for (const name of names) {
    const said = name === 'ask' ? { what: '内容' } : {}
    const done = decide(book.procedure, entry, name, said, ORGANISER, '2026-03-16T02:00:00.000Z', world)
    if (isRefusal(done)) throw new Error(`${name}: ${done.code}`)
    entry = done.dossier
  }
  return entry
}

describe('the last day for the next step', () => {
  test.each<[names: string[], due: string | undefined, why: string]>([
    [['ask'], '2026-03-20', 'is what the act says'],
    [['ask', 'note'], '2026-03-20', 'stays when somebody only writes in the entry'],
    [['ask', 'back'], '2026-03-20', 'stays when it comes back to the state it was in'],
    [['ask', 'note', 'note', 'back'], '2026-03-20', 'stays however often'],
    [['ask', 'more-time'], '2026-03-27', 'is the new one when somebody gives more time'],
    [['ask', 'more-time', 'note'], '2026-03-27', 'and that one stays'],
    [['ask', 'no-day'], undefined, 'is none when an act says none'],
    [['ask', 'wait'], undefined, 'ends with the state it was set for'],
    [['ask', 'end'], undefined, 'ends with the entry'],
  ])('%s → %s: it %s', (names, due) => {
    expect(after(...names).due).toBe(due)
    expect(book.dueOf(after(...names)).map(({ action }) => action)).toEqual(due ? ['mark-overdue'] : [])
  })
})
