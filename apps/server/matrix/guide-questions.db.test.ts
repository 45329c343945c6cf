import { beforeAll, expect, test } from 'vitest'
import type { Undertaking } from '#capabilities/catalogue/contract.ts'
import { loadNavigation } from '#capabilities/catalogue/index.ts'
import { undertakingGaps } from '#capabilities/catalogue/model.ts'
import type { OperatingProcedure } from '#capabilities/guide/index.ts'
import { Walker, hidden } from '../../citizen-web/walk.ts'
import type { Reply } from '../testing/signed.ts'
import { AREA, startStage, type Caller, type Stage } from './stage.ts'
import { taken } from './taking.ts'

// Real: server, portal pages without JavaScript, database, ledger, worker. What people ask, get wrong and see of how things go.

const ITEM = 'temporary-assistance-small'
let stage: Stage
let author: Caller
beforeAll(async () => {
  stage = await startStage()
  author = await stage.as('author.civil-affairs')
}, 180_000)

function ok<T>({ status, body }: Reply): T {
  if (status !== 200) throw new Error(JSON.stringify(body))
  return body as T
}
/** Somebody asks on the page of the guide, without signing in. */
async function ask(question: string, item = ITEM): Promise<{ status: number; html: string }> {
  const guest = new Walker(stage.app)
  const page = await guest.get(`/items/${item}`)
  const posted = await guest.post(`/items/${item}/questions`, {
    ...{ csrf: hidden(page, 'csrf'), requestId: hidden(page, 'requestId'), question },
  })
  await stage.settle()
  return posted.location === undefined ? posted : guest.get(posted.location)
}

const proposals = async () =>
  ok<{ items: { id: string; cells: string[]; stateText: string }[] }>(
    await author.call('GET', '/books/guide-faq-proposal?queue=all'),
  ).items

test('GUI-18/a three equal questions in a period propose an FAQ entry, once', async () => {
  expect((await ask('请问没有银行卡可以领吗？')).html).toContain('收到了您的问题')
  await ask('我想问没有银行卡可不可以领')
  await ask('孩子上学能不能申请')
  expect(await proposals()).toEqual([])
  const clerk = await stage.as('clerk.shantou')
  const asked = { item: ITEM, question: '没有银行卡，可以领吗', channel: 'window' }
  ok(await clerk.call('POST', '/books/guide-question/begin/ask', { input: asked }))
  await stage.settle()
  const [proposal, ...others] = await proposals()
  expect(others).toEqual([])
  expect(proposal!.cells.slice(1, 4)).toEqual(['常见问题', expect.stringContaining('没有银行卡'), '3'])
  await ask('没有银行卡可以领吗')
  expect(await proposals()).toHaveLength(1)
})

test('GUI-18/b an adopted answer stands in the guide at once, with the day it was written', async () => {
  const [proposal] = await proposals()
  stage.clock.set('2026-03-17T02:00:00.000Z')
  author = await stage.as('author.civil-affairs')
  const input = { question: '没有银行卡能领吗？', answer: '可以领现金，带身份证到镇便民服务中心。' }
  ok(await author.call('POST', `/books/guide-faq-proposal/entries/${proposal!.id}/acts/adopt`, { input }))
  const page = (await stage.app.inject({ url: `/items/${ITEM}` })).body
  expect(page).toContain('可以领现金，带身份证到镇便民服务中心。')
  expect(page).toContain('最近更新：2026年3月17日')
  const paper = await stage.house.guides.pdf(AREA, ITEM, '2026-03-17', 'full')
  expect('refused' in paper).toBe(false)
  // A question the version itself answers is not taken out before the version has it.
  const done = await author.call('POST', `/books/guide-faq-proposal/entries/${proposal!.id}/acts/into-item`, {
    input: {},
  })
  expect(done.body).toMatchObject({ code: 'guide-faq-not-in-item' })
})

test('numbers of people are not kept, a question of three signs is refused, an unknown item has no questions', async () => {
  await ask('我的身份证号是370304190001011234，手机19900000001，能办吗')
  const kept = await stage.house.db.query<{ text: string }>(
    `SELECT dossier::text AS text FROM books.entry WHERE area_code = $1 AND book = 'guide-question'`,
    [AREA],
  )
  expect(kept.map(({ text }) => text).join()).not.toMatch(/37030419|1990000/)
  const short = await ask('怎么')
  expect(short.status).toBe(422)
  expect(short.html).toContain('问题太短')
})

test('what correction notices ask for most becomes a proposal for the error examples', async () => {
  const before = (await proposals()).length
  for (let index = 0; index < 3; index += 1) {
    const owner = await stage.citizen()
    await taken(stage, owner, ITEM, ['notify'])
  }
  await stage.settle()
  const now = await proposals()
  expect(now.length).toBe(before + 1)
  expect(now.map(({ cells }) => cells[1])).toContain('常见错误示例')
})

test('DIS-02/b the page of an item shows its current handling figures, and each act moves them', async () => {
  const figures = async () => {
    const page = (await stage.app.inject({ url: `/items/${OWN}` })).body
    return [...page.matchAll(/<dd[^>]*>(\d+)件/g)].map(([, count]) => Number(count))
  }
  const OWN = 'elderly-allowance'
  expect((await stage.app.inject({ url: `/items/${OWN}` })).body).toContain('以来还没有人办过这件事')
  const owner = await stage.citizen()
  await taken(stage, owner, OWN, [])
  await stage.settle()
  expect((await figures()).slice(0, 2)).toEqual([1, 0])
  await taken(stage, await stage.citizen(), OWN, ['accept'])
  await stage.settle()
  expect((await figures()).slice(0, 2)).toEqual([2, 1])
  const counted = await stage.house.db.query<{ received: number; lines: number }>(
    `SELECT (SELECT sum(received)::integer FROM supervision.item_month WHERE area_code = $1) AS received,
      (SELECT count(*)::integer FROM supervision.case_line WHERE area_code = $1) AS lines`,
    [AREA],
  )
  expect(counted[0]!.received).toBe(counted[0]!.lines)
})

test('GUI-14 an undertaking has a public guide, and the operator sees its procedure at each step', async () => {
  const page = (await stage.app.inject({ url: '/undertakings/restaurant' })).body
  for (const words of ['适合：要开饭店', '先办营业执照', '办理流程图', '要准备的材料', '小餐饮登记'])
    expect(page).toContain(words)
  // What officers do is not the public's to read.
  expect(page).not.toContain('选错的当场改')
  const clerk = await stage.as('clerk.shantou')
  const seen = ok<OperatingProcedure>(
    await clerk.call('GET', '/operating-procedures/small-restaurant-registration'),
  )
  const [undertaking] = seen.undertakings
  expect(undertaking).toMatchObject({ title: '开饭店、小饭馆', at: 2 })
  expect(undertaking!.steps.map(({ here }) => here)).toEqual([false, true])
  for (const step of undertaking!.steps) expect(step.does.length).toBeGreaterThan(0)
  expect(seen.steps.every(({ standard }) => standard !== '')).toBe(true)
  expect((await stage.app.inject({ url: '/undertakings/nowhere' })).statusCode).toBe(404)
})

test('GUI-14 an undertaking without its guide or without a procedure of a step is not published', async () => {
  const { db, catalogue } = stage.house
  const { scenes, sayings, undertakings } = await catalogue.navigation(AREA)
  const published = async (changed: (one: Undertaking) => Undertaking) => {
    const now = stage.clock.now()
    await loadNavigation(db, AREA, { scenes, sayings, undertakings: undertakings.map(changed) }, now)
    const page = await stage.app.inject({ url: '/undertakings/restaurant' })
    const guide = await stage.app.inject({ url: '/items/small-restaurant-registration' })
    return [page.statusCode, guide.body.includes('从头到尾怎么办')]
  }
  expect(await published((one) => one)).toEqual([200, true])
  expect(await published(({ guide: _guide, ...one }) => one)).toEqual([404, false])
  const silent = ({ steps: [first, ...rest], ...one }: Undertaking): Undertaking => {
    const { procedure: _procedure, ...bare } = first!
    return { ...one, steps: [bare, ...rest] }
  }
  expect(await published(silent)).toEqual([404, false])
  expect(undertakingGaps(silent(undertakings[0]!))).toEqual([expect.stringContaining('工作规程')])
})
