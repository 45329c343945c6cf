import { expect, test } from 'vitest'
import { bookAct, defineBook, field, record, type BookAct } from '../model.ts'

// A book that leads nowhere, or waits for somebody who can do nothing, does not start.

const body = record({ what: field.text('内容') })
const act = bookAct<{ what: string }, undefined>()
const none = record({})
type Lines = Parameters<typeof defineBook<typeof body, undefined>>[0]

const ask = act({
  name: 'ask',
  title: '提出',
  past: '提出',
  from: [],
  to: ['asked'],
  by: ['clerk'],
  input: body,
})
const end = act({
  ...{
    name: 'end',
    title: '办结',
    past: '办结',
    from: ['asked'],
    to: ['done'],
    by: ['director'],
    input: none,
  },
})
const sound: Lines = {
  kind: 'sound-test',
  words: { title: '检查', entry: '这一条', text: '测试', basis: ['测试'] },
  body,
  states: { asked: { title: '待办', waits: ['director'] }, done: { title: '办结', final: true } },
  sees: { clerk: 'own-body', director: 'area' },
  place: ({ what }) => ({ title: what }),
  acts: [ask, end],
}
const again = (over: Partial<Parameters<typeof act>[0]>): BookAct<{ what: string }, undefined> =>
  act({
    ...{ name: 'again', title: '再办', past: '再办', from: ['asked'], to: ['done'], by: ['director'] },
    ...{ input: none, ...over },
  })

test('a sound book starts', () => {
  expect(defineBook(sound).kind).toBe('sound-test')
})

test.each<[string, Partial<Lines>, string]>([
  ['is called by no word', { kind: 'Sound 1' }, 'no word of small letters'],
  // Types forbid it where the columns are written down; a list that was put together may still hold it.
  ['shows a column nobody records', { columns: ['when' as 'what'] }, 'it has no column when'],
  [
    'leaves a final state',
    { acts: [ask, end, again({ from: ['done'], to: ['asked'] })] },
    'the final state done can be left',
  ],
  ['has no way out of a state', { acts: [ask] }, 'nothing leads out of asked'],
  ['lets nobody do an act', { acts: [ask, end, again({ by: [] })] }, 'nobody may again'],
  [
    'lets somebody act who sees nothing',
    { acts: [ask, end, again({ by: ['head'] })] },
    'head cannot see what to again',
  ],
  ['has two acts of one name', { acts: [ask, end, again({ name: 'end' })] }, 'two acts are called end'],
  [
    'leads to a state it has not',
    { acts: [ask, end, again({ to: ['gone'] })] },
    'again names the unknown state gone',
  ],
  [
    'waits for somebody who can do nothing',
    { states: { ...sound.states, asked: { title: '待办', waits: ['director', 'clerk'] } } },
    'asked waits for clerk, who can do nothing',
  ],
  [
    'waits for nobody',
    { states: { ...sound.states, asked: { title: '待办' } } },
    'nobody is awaited in asked',
  ],
  [
    'has a state nothing leads to',
    { states: { ...sound.states, lost: { title: '遗失', final: true } } },
    'lost cannot be reached',
  ],
])('a book that %s does not start', (_what, lines, fault) => {
  expect(() => defineBook({ ...sound, ...lines })).toThrow(fault)
})
