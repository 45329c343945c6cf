import { beforeAll, expect, test } from 'vitest'
import type { EntryAct } from '#capabilities/books/contract.ts'
import { Walker } from '../../citizen-web/walk.ts'
import { demoPerson } from '../demo/people.ts'
import { actOn, bodyOf, codeOf, tryTo, write } from '../reform/at-the-books.ts'
import { handIn } from '../testing/at-window.ts'
import { AREA, startStage, type Stage } from './stage.ts'

// Real: database, pack, routes, the portal's pages, due jobs. Moved by hand: the clock (2026-03-16).
let stage: Stage
beforeAll(async () => {
  stage = await startStage()
}, 120_000)

const HALL = 'hall-370304'

async function on(day: string): Promise<void> {
  stage.clock.set(`${day}T01:30:00.000Z`)
  await stage.settle()
}
const home = async () => (await new Walker(stage.app).get('/')).html
async function taken(no: number): Promise<string> {
  const clerk = await stage.as('clerk.hall')
  const wish = { item: 'nurse-registration', person: demoPerson(no), place: HALL, region: '370304004207' }
  return handIn(stage, clerk, wish).then(
    () => 'taken in',
    (error: Error) => /"code":"([\w-]+)"/.exec(error.message)?.[1] ?? error.message,
  )
}

test('a window is closed from a day on: people read why and where to go, nothing is taken in there, and it opens after its last day', async () => {
  const desk = await stage.house.staff.windowOf(AREA, (await stage.as('clerk.hall')).session.post.id)
  const pause = {
    ...{ place: HALL, window: desk, from: '2026-03-18', to: '2026-03-19' },
    ...{ reason: '叫号设备检修', instead: '到同厅的其他综合窗口办理' },
  }
  const director = () => stage.as('director.hall')
  expect(codeOf(await tryTo(await stage.as('director.shantou'), 'window-pause', 'pause', pause))).toBe(
    'window-of-others',
  )
  expect(
    codeOf(await tryTo(await director(), 'window-pause', 'pause', { ...pause, place: 'centre-370304004' })),
  ).toBe('window-of-another-place')
  expect(
    codeOf(await tryTo(await director(), 'window-pause', 'pause', { ...pause, from: '2026-03-01' })),
  ).toBe('days-reversed')
  expect(await home()).not.toContain('暂停服务')
  await write(await director(), 'window-pause', 'pause', pause)
  expect(codeOf(await tryTo(await director(), 'window-pause', 'pause', pause))).toBe('book-entry-exists')

  // Told before its day, while the window still works.
  stage.clock.set('2026-03-16T01:31:00.000Z')
  expect(await home()).toContain('暂停服务：叫号设备检修。请到同厅的其他综合窗口办理。')
  expect(await taken(71)).toBe('taken in')
  await on('2026-03-18')
  expect(await taken(72)).toBe('window-paused')
  await on('2026-03-20')
  expect(await taken(73)).toBe('taken in')
  expect(await home()).not.toContain('暂停服务')
})

test('a director is offered the windows of the own place and no others', async () => {
  const offered = async (who: string, field: string) => {
    const { begins } = bodyOf<{ begins: EntryAct[] }>(
      await (await stage.as(who)).call('GET', '/books/window-pause'),
    )
    return begins[0]!.choices![field]!
  }
  expect((await offered('director.hall', 'place')).map(({ value }) => value)).toEqual([HALL])
  const windows = await stage.house.organisation.windowsOfPlaces(AREA, [HALL], '2026-03-20')
  const ids = (choices: readonly { value: string }[]) => choices.map(({ value }) => value).toSorted()
  expect(ids(await offered('director.hall', 'window'))).toEqual(windows.map(({ id }) => id).toSorted())
  expect((await offered('organiser.approval-bureau', 'place')).length).toBeGreaterThan(1)
})

test('what was announced without an end stands until somebody opens the window again', async () => {
  const desk = await stage.house.staff.windowOf(AREA, (await stage.as('clerk.hall')).session.post.id)
  const organiser = await stage.as('organiser.approval-bureau')
  const pause = {
    place: HALL,
    window: desk,
    from: '2026-03-20',
    reason: '窗口改造',
    instead: '到二楼综合窗口',
  }
  const id = await write(organiser, 'window-pause', 'pause', pause)
  expect(await taken(74)).toBe('window-paused')
  expect((await actOn(organiser, 'window-pause', id, 'resume', { reason: '改造完成' })).status).toBe(200)
  expect(await taken(75)).toBe('taken in')
})
