import { describe, expect, test } from 'vitest'
import { demoPerson } from './demo/people.ts'
import { handIn } from './testing/at-window.ts'
import { startHouse } from './testing/house.ts'

// Real: two whole packs in one database, all routes of the server.
const house = await startHouse({ at: '2026-03-02T01:30:00.000Z', packs: 'boshan-2020,dawukou-2020' })
const BOSHAN = '370304'
const DAWUKOU = '640202'

async function page(url: string, cookies: Record<string, string> = {}) {
  const { statusCode, body, headers } = await house.app.inject({ method: 'GET', url, cookies })
  return { status: statusCode, body, set: [headers['set-cookie']].flat().join('\n') }
}

async function api<T>(url: string, cookies: Record<string, string> = {}): Promise<T> {
  return (await house.app.inject({ method: 'GET', url: `/api/v1${url}`, cookies })).json<T>()
}

type Places = { places: { id: string; name: string }[] }
type Items = { items: { id: string }[] }

describe('one server with two areas', () => {
  test('a visitor who chose nothing sees the first, and the address chooses another and is remembered', async () => {
    expect((await page('/')).body).toContain('<span class="site-place">博山区</span>')
    const chosen = await page(`/?area=${DAWUKOU}`)
    expect(chosen.body).toContain('<span class="site-place">大武口区</span>')
    expect(chosen.set).toMatch(/area=640202;.*HttpOnly/)
    expect((await page('/', { area: DAWUKOU })).body).toContain('<span class="site-place">大武口区</span>')
  })

  test('an area that is not served is as if nobody had named it', async () => {
    const strange = await page('/?area=110101', { area: '990101' })
    expect(strange.status).toBe(200)
    expect(strange.body).toContain('<span class="site-place">博山区</span>')
    expect(strange.set).not.toMatch(/area=/)
  })

  test('the page of areas names both and says which one is open', async () => {
    const { body } = await page('/areas', { area: DAWUKOU })
    expect(body).toContain('href="/?area=370304"')
    expect(body).toMatch(/href="\/\?area=640202"[^>]*aria-current="true"/)
  })

  test('a guide that only the other area has says so, with the way there, and shows nothing of it', async () => {
    const here = await page('/items/tree-felling-permit', { area: DAWUKOU })
    expect(here.status).toBe(404)
    expect(here.body).toContain('大武口区没有这个事项')
    expect(here.body).toContain('href="/items/tree-felling-permit?area=370304"')
    expect((await page(`/items/tree-felling-permit?area=${BOSHAN}`, { area: DAWUKOU })).status).toBe(200)
    expect((await page('/items/no-such-item', { area: DAWUKOU })).body).toContain('没有找到这个页面')
  })

  test('a guide both have speaks of the area it is read in, and says which in its address', async () => {
    const boshan = await page('/items/publications-retail-licence')
    const dawukou = await page('/items/publications-retail-licence', { area: DAWUKOU })
    expect(boshan.body).toContain('博山区行政审批服务局')
    expect(dawukou.body).toContain('大武口区审批服务管理局')
    expect(dawukou.body).not.toContain('博山')
    expect(dawukou.body).toMatch(/rel="canonical" href="[^"]*\?area=640202"/)
  })

  test('the public interface answers for the area of the request', async () => {
    const [first, second] = await Promise.all([
      api<Places>('/places'),
      api<Places>(`/places?area=${DAWUKOU}`),
    ])
    expect(first.places.every(({ id }) => id.includes(BOSHAN))).toBe(true)
    expect(second.places).toHaveLength(12)
    expect(second.places.every(({ id }) => id.includes(DAWUKOU))).toBe(true)
    const items = await api<Items>('/items', { area: DAWUKOU })
    expect(items.items.map(({ id }) => id)).not.toContain('tree-felling-permit')
    const found = await api<Items>(`/items?q=${encodeURIComponent('失业登记')}&area=${DAWUKOU}`)
    expect(found.items[0]?.id).toBe('unemployment-registration')
  })

  test('staff see the places and items of their own area, whatever the address and the cookie say', async () => {
    const clerk = await house.as('dawukou.clerk.changsheng')
    const { places } = (await clerk.call('GET', `/places?area=${BOSHAN}`)).body as Places
    expect(places.every(({ id }) => id.includes(DAWUKOU))).toBe(true)
  })

  test('the choice of screens names the places of both, and each place has its picture', async () => {
    const { body } = await page('/screen/')
    expect(body).toContain('大武口区政务服务中心')
    expect(body).toContain('博山区政务服务中心')
    expect((await page('/screen/hall-640202')).body).toContain('大武口区政务服务中心')
    expect((await page('/screen/centre-370304004')).status).toBe(200)
  })

  test('a case of one area does not exist for anybody of the other, by any route', async () => {
    const clerk = await house.as('dawukou.clerk.xinghai')
    const no = await handIn(house, clerk, {
      ...{ item: 'unemployment-registration', person: demoPerson(1), area: DAWUKOU },
      ...{ place: 'centre-640202100', region: '640202100208' },
    })
    await house.settle()
    const read = ['', '/allowed', '/facts', '/clocks']
    const status = async (login: string) => {
      const { call } = await house.as(login)
      const replies = await Promise.all(read.map((part) => call('GET', `/cases/${no}${part}`)))
      const acted = await call('POST', `/cases/${no}/acts/accept`, { input: {} })
      return [...replies, acted].map((reply) => reply.status)
    }
    for (const login of [
      'clerk.hall',
      'supervisor',
      'head.approval-bureau',
      'director.shantou',
      'admin.audit',
    ])
      expect(new Set(await status(login)), login).not.toContain(200)
    expect((await status('dawukou.supervisor.approval-bureau')).slice(0, 4)).toEqual([200, 200, 200, 200])
    const listed = async (login: string) =>
      JSON.stringify((await (await house.as(login)).call('GET', '/cases?queue=all&limit=50')).body)
    expect(await listed('dawukou.supervisor.approval-bureau')).toContain(no)
    expect(await listed('supervisor')).not.toContain(no)
  })

  test('a window takes in nothing for a place of another area', async () => {
    const clerk = await house.as('clerk.hall')
    const wish = { item: 'unemployment-registration', person: demoPerson(2) }
    const refused = handIn(house, clerk, { ...wish, place: 'centre-640202100', region: '640202100208' })
    await expect(refused).rejects.toThrow(/not taken in/)
  })

  test('nothing failed behind the scenes', () => expect(house.faults).toEqual([]))
})
