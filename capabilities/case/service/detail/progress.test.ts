import { describe, expect, test } from 'vitest'
import { FELLING } from '../../testing/item.ts'
import { INPUTS, INTO, journey, rendered, type Step } from '../../testing/journey.ts'
import { caseWorld } from '../../testing/world.ts'
import { clockView } from '../views.ts'
import { steps, story, type Telling } from './progress.ts'

const START: Step = [3, 'reviewer', 'start-special', { ...INPUTS['start-special'], kind: 'expert-review' }]

/** Experts look at an accepted case, and the applicant has been told so in writing. */
function underReview() {
  const { dossier } = journey([...INTO.accepted, START])
  const [one] = dossier.special!
  const made: Step = [3, 'system', 'record-paper', { ...rendered('special-procedure', 90), id: one!.id }]
  return { id: one!.id, path: [...INTO.accepted, START, made, [4, 'clerk', 'serve-special'] as Step] }
}

const titled = (path: readonly Step[]) => {
  const { facts, dossier } = journey(path)
  return steps(facts, dossier, FELLING).map(({ title, state }) => `${title}：${state}`)
}

describe('the way of a case', () => {
  test('a special procedure is a step of its own while it runs and once it is over', () => {
    const { path } = underReview()
    expect(titled(path)).toContain('专家评审：current')
    const ended: Step = [6, 'reviewer', 'end-special', { kind: 'expert-review', result: 'met' }]
    expect(titled([...path, ended])).toContain('专家评审：done')
  })

  test('a case without one does not name it', () => {
    expect(titled(INTO.accepted).join()).not.toContain('专家评审')
  })
})

describe('the story', () => {
  const telling = (papers: readonly string[]): Telling => ({
    ...{ item: FELLING, open: () => undefined, own: false, papers: new Set(papers) },
    ...{ posts: new Map(), places: new Map(), bodies: new Map() },
  })

  test('a paper is linked to the step that brought it about and to no later one', () => {
    const { id, path } = underReview()
    const told = story(journey(path).facts, telling([id]))
    expect(told.filter(({ papers }) => papers?.includes(id)).map(({ text }) => text)).toEqual([
      expect.stringContaining('专家评审'),
    ])
  })

  test('a paper the reader may not open is not linked', () => {
    const told = story(journey(underReview().path).facts, telling([]))
    expect(told.every(({ papers }) => papers === undefined)).toBe(true)
  })

  test('what nobody did says so', () => {
    const told = story(journey(underReview().path).facts, telling([]))
    expect(told.filter(({ system }) => system).map(({ who }) => who)).toEqual(
      told.filter(({ who }) => who === '系统').map(() => '系统'),
    )
    expect(told.some(({ system }) => system === true)).toBe(true)
  })
})

test('a limit that stands still says since when and for what', () => {
  const { dossier } = journey(underReview().path)
  const { calendar } = caseWorld()
  const clock = clockView(dossier.clocks['statutory']!, calendar, '2026-10-09')
  expect(clock.state).toBe('stopped')
  expect(clock.paused).toEqual([{ since: expect.stringMatching(/^2026-\d\d-\d\d$/), waitsFor: '专家评审' }])
  const running = clockView(journey(INTO.accepted).dossier.clocks['statutory']!, calendar, '2026-10-09')
  expect(running.paused).toBeUndefined()
})
