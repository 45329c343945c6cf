import { beforeAll, expect, test } from 'vitest'
import type { EntryAct, EntryDetail } from '#capabilities/books/contract.ts'
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
    ...{ window: desk, from: '2026-03-18', to: '2026-03-19' },
    ...{ reason: '叫号设备检修', instead: '到同厅的其他综合窗口办理' },
  }
  const director = () => stage.as('director.hall')
  expect(codeOf(await tryTo(await stage.as('director.shantou'), 'window-pause', 'pause', pause))).toBe(
    'window-of-others',
  )
  expect(
    codeOf(await tryTo(await director(), 'window-pause', 'pause', { ...pause, window: 'hall-370304-w99' })),
  ).toBe('window-not-there')
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
  const windows = await stage.house.organisation.windowsOfPlaces(AREA, [HALL], '2026-03-20')
  const ids = (choices: readonly { value: string }[]) => choices.map(({ value }) => value).toSorted()
  expect(ids(await offered('director.hall', 'window'))).toEqual(windows.map(({ id }) => id).toSorted())
  const everywhere = await offered('organiser.approval-bureau', 'window')
  expect(everywhere.length).toBeGreaterThan(windows.length)
  expect(everywhere.find(({ value }) => value === 'centre-370304004-w1')?.label).toBe(
    '山头街道便民服务中心1号市场准入窗口',
  )
})

test('what was announced without an end stands until somebody opens the window again', async () => {
  const desk = await stage.house.staff.windowOf(AREA, (await stage.as('clerk.hall')).session.post.id)
  const organiser = await stage.as('organiser.approval-bureau')
  const pause = {
    window: desk,
    from: '2026-03-20',
    reason: '窗口改造',
    instead: '到二楼综合窗口',
  }
  const id = await write(organiser, 'window-pause', 'pause', pause)
  expect(await taken(74)).toBe('window-paused')
  const { record } = bodyOf<EntryDetail>(await organiser.call('GET', `/books/window-pause/entries/${id}`))
  const lines = Object.fromEntries(record.map(({ label, text }) => [label, text]))
  expect(lines).toMatchObject({ 场所: '博山区政务服务中心' })
  expect(Object.values(lines)).not.toContain(desk)
  expect((await actOn(organiser, 'window-pause', id, 'resume', { reason: '改造完成' })).status).toBe(200)
  expect(await taken(75)).toBe('taken in')
  const { row } = bodyOf<EntryDetail>(await organiser.call('GET', `/books/window-pause/entries/${id}`))
  // Opened again on the very day: there is no span from that day to the day before.
  expect([row.stateText, row.from, row.to]).toEqual(['已恢复', undefined, undefined])
})
