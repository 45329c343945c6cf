import { beforeAll, describe, expect, test } from 'vitest'
import { startHouse } from '../testing/house.ts'
import type { Signed } from '../testing/signed.ts'
import { MONDAY } from '../matrix/stage.ts'
import { bodyOf, codeOf, reportOf, tryTo, write } from './at-the-books.ts'

// Real: two packs on one database, routes, sessions, each pack's own standards and duties.
let house: Awaited<ReturnType<typeof startHouse>>
beforeAll(async () => {
  house = await startHouse({ at: MONDAY, packs: 'lanshan-2019,liaocheng-2020' })
}, 240_000)

const loginOf = (start: string, ending: string): string =>
  house.onboarded.accounts.find(({ login }) => login.startsWith(start) && login.endsWith(ending))!.login

describe('兰山', () => {
  test('ORG-12 charging one of the five district-paid sign items to a town is refused, other hardware the other way round', async () => {
    const bureau: Signed = await house.as(loginOf('lanshan.organiser', 'approval-bureau'))
    const places = bodyOf<{ places: { id: string; owner: string; kind: string }[] }>(
      await bureau.call('GET', '/ground'),
    ).places
    const centre = places.find(({ kind }) => kind === 'centre')!
    const cost = { place: centre.id, day: '2026-03-16', yuan: 3200, quantity: 1, evidence: '验收单12' }
    for (const kind of ['sign-colour', 'sign-mark', 'sign-pattern', 'sign-plate', 'sign-board']) {
      const town = await tryTo(bureau, 'cost', 'book', { ...cost, kind, payer: centre.owner })
      expect([kind, town.body]).toEqual([
        kind,
        expect.objectContaining({ code: 'cost-not-theirs', basis: 'LS-2.2-01' }),
      ])
      await write(bureau, 'cost', 'book', { ...cost, kind, payer: 'approval-bureau', design: '2019版标识' })
    }
    const other = { ...cost, kind: 'hardware' }
    expect((await tryTo(bureau, 'cost', 'book', { ...other, payer: 'approval-bureau' })).body).toMatchObject({
      ...{ code: 'cost-not-theirs', basis: 'LS-2.2-03' },
      detail: '按照方案，这类费用由所在的镇（街道）承担。请改选承担单位。',
    })
    await write(bureau, 'cost', 'book', { ...other, payer: centre.owner })
    const [row] = [...(await reportOf(bureau, 'costs')).values()]
    expect(row!.map(({ title, text }) => [title, text]).slice(0, 2)).toEqual([
      ['合计', '19,200元，6笔'],
      ['区行政审批服务局承担', '16,000元'],
    ])
  })
})

describe('聊城', () => {
  test('PRG-06 a liaison of wrong rank fails the check, and a unit without one is flagged', async () => {
    const bureau = await house.as(loginOf('liaocheng.371502', 'organiser.approval-bureau'))
    const office = await house.as(loginOf('liaocheng.371502', 'organiser.government-office'))
    const { bodies } = bodyOf<{
      bodies: { id: string; name: string; shortName: string; town: boolean; kindText: string }[]
    }>(await bureau.call('GET', '/ground'))
    const government = bodies.find(({ kindText }) => kindText === '人民政府')!
    const one = { unit: government.id, name: '演示联络人01', post: '副县长', phone: '0635-0000001' }
    const wrong = await tryTo(office, 'liaison', 'name', { ...one, rank: 'section' })
    expect(wrong.body).toMatchObject({
      code: 'liaison-rank-wrong',
      facts: { asked: ['县级干部', '业务骨干'] },
    })
    const line = async (name: string) => (await reportOf(bureau, 'promotion')).get(name)!.at(-1)!
    expect((await line(government.shortName)).names).toEqual(['县级干部', '业务骨干'])
    // 统筹协调 is the government office's (LC-4.1-02), not the bureau's.
    expect(codeOf(await tryTo(bureau, 'liaison', 'name', { ...one, rank: 'county' }))).toBe('outside-duty')
    await write(office, 'liaison', 'name', { ...one, rank: 'county' })
    expect((await line(government.shortName)).names).toEqual(['业务骨干'])
    const town = bodies.find((body) => body.town)!
    expect((await line(town.shortName)).names).toEqual(['科级干部'])
    const theirs = { ...one, unit: town.id, post: '镇长' }
    expect(codeOf(await tryTo(office, 'liaison', 'name', { ...theirs, rank: 'key' }))).toBe(
      'liaison-rank-wrong',
    )
    await write(office, 'liaison', 'name', { ...theirs, rank: 'section' })
    expect((await line(town.shortName)).standing).toBe('good')
  })
})
