import { beforeAll, describe, expect, test } from 'vitest'
import type { SinkingView } from '#capabilities/catalogue/contract.ts'
import { keepSinking } from '#capabilities/catalogue/index.ts'
import { forgetGround } from '#capabilities/organisation/index.ts'
import { handIn } from '../testing/at-window.ts'
import { demoPerson } from '../demo/people.ts'
import { startHouse, type TestHouse } from '../testing/house.ts'
import type { Reply, Signed } from '../testing/signed.ts'

// Real: database, the pack of 博山, routes as the server answers them, the worker. Moved by hand: the clock, and what counts as many.

/** Decided by the town at once; stations only pass it on. */
const CARD = 'senior-preferential-card'
const VILLAGE = '370304004207'
const STATION = `station-${VILLAGE}`
const CENTRE = 'centre-370304004'

let house: TestHouse
const signed = new Map<string, Promise<Signed>>()
const as = (login: string): Promise<Signed> => {
  if (!signed.has(login)) signed.set(login, house.as(login))
  return signed.get(login)!
}
async function moveTo(day: string): Promise<void> {
  house.clock.set(`${day}T01:00:00.000Z`)
  signed.clear()
  await house.settle()
}
beforeAll(async () => {
  house = await startHouse({ at: '2026-03-16T01:00:00.000Z' })
  const rule = { months: 2, people: 3, idleMonths: 1, lateShare: 0.1, answerWorkingDays: 5 }
  const parameter = { value: rule, clauses: ['LC-3.4-10'], certainty: 'assumed', note: '测试取值 [K]' }
  await house.house.db.query(
    `UPDATE organisation.pack_version SET body = jsonb_set(body, '{parameters,stepSinking}', $1::jsonb)`,
    [JSON.stringify(parameter)],
  )
  forgetGround()
  // A server does so when it starts.
  await keepSinking(house.house.db, house.clock)
}, 120_000)

const codeOf = ({ body }: Reply) => (body as { code?: string }).code ?? 'done'
const sinking = async (who = 'director.shantou') => {
  const { status, body } = await (await as(who)).call('GET', '/delegation/sinking')
  if (status !== 200) throw new Error(JSON.stringify(body))
  return body as SinkingView
}
const begin = async (who: string, book: string, act: string, input: object) =>
  (await as(who)).call('POST', `/books/${book}/begin/${act}`, { input })
const act = async (who: string, book: string, id: string, name: string, input: object = {}) =>
  codeOf(await (await as(who)).call('POST', `/books/${book}/entries/${id}/acts/${name}`, { input }))
const idOf = ({ status, body }: Reply) => {
  expect(status, JSON.stringify(body)).toBe(200)
  return (body as { id: string }).id
}
const brought = async (no: number, region: string) =>
  handIn(house, await as('clerk.shantou'), { item: CARD, person: demoPerson(no), place: CENTRE, region })
const question = async () =>
  (await sinking()).questions.find(({ stationName }) => stationName.includes('秋谷'))

describe('what comes nearer to people, and what lies unused there', () => {
  let sunk: string

  test('CAT-14 an item the villagers of one station came for often is proposed for it, with how it may be handled there', async () => {
    await brought(1, VILLAGE)
    await brought(2, VILLAGE)
    // Two are not three, and somebody of another village counts for another station.
    await brought(3, '370304004208')
    expect((await sinking()).proposals).toEqual([])
    await brought(4, VILLAGE)
    expect((await sinking()).proposals).toEqual([
      expect.objectContaining({
        ...{ item: CARD, simple: true, modeText: '直接办理', people: 3 },
        stations: [expect.objectContaining({ station: STATION, people: 3, cases: 3 })],
      }),
    ])
    const file = await (await as('supervisor')).call('GET', '/delegation/sinking/export')
    expect(String(file.body)).toContain('秋谷')
    expect((await (await as('clerk.shantou')).call('GET', '/delegation/sinking')).status).toBe(403)

    // Asked for, it is proposed no more; approved, the station holds it.
    const wish = {
      item: CARD,
      stations: [STATION],
      mode: 'handle',
      from: '2026-03-17',
      reason: '办件多，当场能办',
    }
    sunk = idOf(await begin('director.shantou', 'step-sinking', 'ask', wish))
    expect((await sinking()).proposals).toEqual([])
    expect(
      await act('items.approval-bureau', 'step-sinking', sunk, 'approve', {
        approvalNo: '山街字〔2026〕3号',
      }),
    ).toBe('done')
  })

  test('a station that never handles what it holds is asked once, has a day, and what it answers is carried through', async () => {
    await moveTo('2026-03-18')
    expect(await question()).toBeUndefined()
    await moveTo('2026-04-20')
    expect(await question()).toMatchObject({
      ...{
        itemName: expect.stringContaining('优待证'),
        whyText: '一直没有办过',
        cases: 0,
        stateText: '待答复',
      },
      ...{ answerBy: '2026-04-27', overdue: false },
    })
    await moveTo('2026-04-21')
    expect((await sinking()).questions).toHaveLength(1)
    await moveTo('2026-04-28')
    const late = (await question())!
    expect(late.overdue).toBe(true)
    const book = 'station-question'
    // Another town's director has nothing to say here.
    expect(await act('director.badou', book, late.id, 'keep', { reason: '还要保留这项' })).toBe(
      'book-entry-not-found',
    )
    expect(
      await act('agent.qiugu', book, late.id, 'train', { reason: '代办员新来，要培训', by: '2026-04-27' }),
    ).toBe('station-training-past')
    expect(await act('agent.qiugu', book, late.id, 'give-up', { reason: '附近就是街道中心，没有人来' })).toBe(
      'done',
    )
    // It is not given up on paper while the station still has it.
    expect(await act('items.approval-bureau', book, late.id, 'settle')).toBe('station-still-holds')
    expect(await act('items.approval-bureau', 'step-sinking', sunk, 'end', { reason: '站里没有办件' })).toBe(
      'done',
    )
    expect(await act('items.approval-bureau', book, late.id, 'settle')).toBe('done')
    await moveTo('2026-04-29')
    expect((await sinking()).questions).toEqual([])
  })
})
