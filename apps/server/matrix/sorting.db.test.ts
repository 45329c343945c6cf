import { beforeAll, expect, test } from 'vitest'
import type { RoundView } from '#capabilities/catalogue/contract.ts'
import type { Reply, Signed } from '../testing/signed.ts'
import { startHouse, type TestHouse } from '../testing/house.ts'

// Real: database, the pack of 博山 with its posts, routes as the server answers them, the worker. Moved by hand: the clock.

let stage: TestHouse
let who: Record<string, Signed>
const HEADS = [
  ...['approval-bureau', 'market-supervision', 'human-resources', 'civil-affairs', 'health', 'veterans'],
  ...[
    'disabled-federation',
    'medical-insurance',
    'agriculture',
    'natural-resources',
    'justice',
    'public-security',
  ],
].map((body) => `head.${body}`)
const LOGINS = [
  ...HEADS,
  'organiser.approval-bureau',
  'author.civil-affairs',
  'items.approval-bureau',
  'supervisor',
]

async function moveTo(day: string): Promise<void> {
  stage.clock.set(`${day}T01:30:00.000Z`)
  who = Object.fromEntries(await Promise.all(LOGINS.map(async (login) => [login, await stage.as(login)])))
  await stage.settle()
}
beforeAll(async () => {
  stage = await startHouse({ at: '2026-03-16T01:30:00.000Z' })
  await moveTo('2026-03-16')
}, 120_000)

const ORGANISER = 'organiser.approval-bureau'
const LINE = 'sorting-line'
const codeOf = ({ body }: Reply) => (body as { code?: string }).code ?? 'done'
const bodyOf = <T>({ body }: Reply) => body as T
const begin = (login: string, book: string, name: string, input: object) =>
  who[login]!.call('POST', `/books/${book}/begin/${name}`, { input })
const act = (login: string, book: string, id: string, name: string, input: object = {}) =>
  who[login]!.call('POST', `/books/${book}/entries/${id}/acts/${name}`, { input })
const idOf = (reply: Reply) => {
  expect(reply.status, JSON.stringify(reply.body)).toBe(200)
  return bodyOf<{ id: string }>(reply).id
}
const round = async () =>
  bodyOf<{ items: RoundView[] }>(await who['supervisor']!.call('GET', '/delegation/sorting-rounds')).items[0]!

interface Row {
  id: string
  title: string
  state: string
}
/** Every open line this office may see, page by page. */
async function linesOf(login: string, state: string): Promise<Row[]> {
  const rows: Row[] = []
  for (let cursor: string | undefined = ''; cursor !== undefined;) {
    const page: { items: Row[]; nextCursor?: string } = bodyOf(
      await who[login]!.call(
        'GET',
        `/books/${LINE}?queue=all&state=${state}&limit=100${cursor === '' ? '' : `&cursor=${cursor}`}`,
      ),
    )
    rows.push(...page.items)
    cursor = page.nextCursor
  }
  return rows
}
const answer = (login: string, id: string, said: string, reason = '一直由本单位办理。') =>
  act(login, LINE, id, 'answer', { answer: said, reason })

const DOMAINS = [
  ...['market-access', 'land-use', 'household-registration', 'pension', 'medical-insurance', 'civil-affairs'],
  ...[
    'social-assistance',
    'health',
    'employment',
    'veterans',
    'elderly',
    'disability',
    'farm-benefits',
    'legal-services',
  ],
]

let id: string

test('CAT-11/a each of the 14 domains shows a count, and every department is asked for its own lines', async () => {
  const wish = { name: '2026年基层事项梳理', domains: DOMAINS, by: '2026-03-27' }
  expect(codeOf(await begin(ORGANISER, 'sorting-round', 'begin', { ...wish, by: '2026-03-16' }))).toBe(
    'sorting-day-past',
  )
  id = idOf(await begin(ORGANISER, 'sorting-round', 'begin', wish))
  await stage.settle()
  const { items } = bodyOf<{ items: unknown[] }>(await who['supervisor']!.call('GET', '/items?limit=1'))
  expect(items.length).toBeGreaterThan(0)
  const seen = await round()
  const inForce = await stage.house.catalogue.itemsInForce('370304', '2026-03-16')
  const counted = DOMAINS.map((domain) => [
    domain,
    inForce.filter(({ item }) => item.domain === domain).length,
  ])
  expect(seen.domains.map(({ domain, count }) => [domain, count])).toEqual(counted)
  expect(seen.domains).toHaveLength(14)
  expect([seen.lines, seen.open]).toEqual([inForce.length, inForce.length])
  // A department sees its own lines and no other's.
  const own = inForce.filter(({ item }) => item.decidingBody.body === 'justice').map(({ item }) => item.name)
  expect((await linesOf('head.justice', 'asked')).map(({ title }) => title).toSorted()).toEqual(
    own.toSorted(),
  )
})

test('who is late is seen and chased; a line that is not theirs goes to another, twins become one, what is missing is added', async () => {
  const refused = await act(ORGANISER, 'sorting-round', id, 'settle')
  expect(codeOf(refused)).toBe('sorting-open-lines')
  await moveTo('2026-03-30')
  const late = (await round()).waiting.find(({ bodyName }) => bodyName === '区司法局')!
  expect(late.late).toBe(late.lines)
  const [first] = await linesOf('head.justice', 'asked')
  expect(codeOf(await act(ORGANISER, LINE, first!.id, 'chase', { text: '请抓紧答复。' }))).toBe('done')
  expect((await round()).waiting.find(({ bodyName }) => bodyName === '区司法局')).toMatchObject({ chased: 1 })
  // Somebody else's line does not exist for this office.
  expect(codeOf(await answer('head.health', first!.id, 'keep'))).toBe('book-entry-not-found')
  expect(codeOf(await answer('head.justice', first!.id, 'not-ours', '机构改革后归市场监管局。'))).toBe('done')
  expect(codeOf(await act(ORGANISER, 'sorting-round', id, 'settle'))).toBe('sorting-open-lines')
  const moved = { asked: 'market-supervision', by: '2026-04-03' }
  expect(codeOf(await act(ORGANISER, LINE, first!.id, 'reassign', moved))).toBe('done')
  expect(codeOf(await answer('head.market-supervision', first!.id, 'keep'))).toBe('done')
  const added = {
    round: id,
    name: '示例补充事项',
    domain: 'veterans',
    answer: 'keep',
    reason: '一直在办，目录里没有。',
  }
  const extra = idOf(await begin('head.veterans', LINE, 'add', added))
  const twin = idOf(await begin('head.veterans', LINE, 'add', { ...added, name: '示例补充事项（旧名）' }))
  expect(codeOf(await act(ORGANISER, LINE, twin, 'merge', { into: twin, reason: '同一件事。' }))).toBe(
    'sorting-line-elsewhere',
  )
  expect(codeOf(await act(ORGANISER, LINE, twin, 'merge', { into: extra, reason: '同一件事。' }))).toBe(
    'done',
  )
})

test('CAT-11/b a round ends in a published version of the list, with what the departments answered', async () => {
  const down = (await linesOf('head.civil-affairs', 'asked'))[0]!
  for (const login of HEADS)
    for (const line of await linesOf(login, 'asked'))
      expect(codeOf(await answer(login, line.id, line.id === down.id ? 'hand-down' : 'keep'))).toBe('done')
  expect(codeOf(await act(ORGANISER, 'sorting-round', id, 'settle'))).toBe('done')
  const list = 'grassroots-list'
  const wish = { title: '博山区基层依申请政务服务事项清单', from: '2026-04-01', start: 'catalogue' }
  const draft = idOf(await begin('author.civil-affairs', list, 'draft', wish))
  expect(codeOf(await act('author.civil-affairs', list, draft, 'submit'))).toBe('done')
  expect(codeOf(await act('items.approval-bureau', list, draft, 'approve'))).toBe('done')
  expect((await round()).state).toBe('settled')
  const notice = { on: '2026-03-30', channel: 'website', documentNo: '博审服字〔2026〕12号' }
  expect(codeOf(await act('items.approval-bureau', list, draft, 'announce', notice))).toBe('done')
  await stage.settle()
  expect(await round()).toMatchObject({ state: 'published', stateText: '清单已公布', version: 1 })
  const { lines } = bodyOf<{ lines: { name: string; modeText: string }[] }>(
    await who['supervisor']!.call('GET', `/lists/${list}/versions/1`),
  )
  const named = (name: string) => lines.find((line) => line.name === name)
  expect(named(down.title)).toMatchObject({ modeText: '直接办理' })
  expect(named('示例补充事项')).toMatchObject({ modeText: '受理' })
  expect(named('示例补充事项（旧名）')).toBeUndefined()
})
