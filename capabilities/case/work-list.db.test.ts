import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isRefusal } from '#engine/refusal.ts'
import { at, startTown, syntheticCreditCode, type Town } from '#capabilities/testing/town.ts'
import { readCsv } from '#ui/format/csv.ts'
import type { ListRequest } from './service/list.ts'

// Real: pack, database, ledger, due jobs. Moved by hand: the clock.
let town: Town
beforeAll(async () => {
  town = await startTown({ clock: at('2026-11-23T09:00') })
})
afterAll(() => town.stop())

const CLERK = 'clerk.hall'
const HOUSEHOLD = {
  applicantKind: 'household',
  creditCode: syntheticCreditCode(11),
  name: '博山区示例小吃店',
}

async function listed(query: { procedure?: 'approval' | 'on-the-spot' | 'commitment' }) {
  const { actor, now } = await town.looking(CLERK)
  return (await town.cases.list(actor, now, { queue: 'open', ...query })).items
}

test('a work list is narrowed to one kind of case, and a withdrawn promise changes the kind', async () => {
  const promised = await town.fileAtWindow(CLERK, 'food-business-licence', {
    values: HOUSEHOLD,
    commitment: true,
  })
  const general = await town.fileAtWindow(CLERK, 'food-business-licence', {
    values: { ...HOUSEHOLD, creditCode: syntheticCreditCode(12) },
  })
  const numbers = async (procedure: 'approval' | 'on-the-spot' | 'commitment') =>
    (await listed({ procedure })).map(({ no }) => no)
  expect(await numbers('commitment')).toEqual([promised])
  expect(await numbers('approval')).toEqual([general])
  expect(await numbers('on-the-spot')).toEqual([])
  const withdrawn = await town.act(CLERK, promised, 'withdraw-commitment', {
    reason: '想请人上门看看',
    signed: true,
  })
  expect(isRefusal(withdrawn)).toBe(false)
  expect((await numbers('approval')).toSorted()).toEqual([promised, general].toSorted())
  expect((await listed({})).map(({ procedure }) => procedure)).toEqual(['approval', 'approval'])
})

test('a visit that ended without a word is marked in the list until somebody gives the reason', async () => {
  const no = await town.fileAtWindow(CLERK, 'food-business-licence', {
    values: { ...HOUSEHOLD, creditCode: syntheticCreditCode(13) },
    commitment: true,
  })
  const line = async () => (await listed({ procedure: 'commitment' })).find((one) => one.no === no)!
  expect((await line()).reasonOwed).toBeUndefined()
  town.clock.set(at('2026-11-24T09:00'))
  await town.work()
  expect((await line()).reasonOwed).toBe(true)
  const { allowed } = await town.detailOf(CLERK, no)
  const codes = allowed.find(({ act }) => act === 'leave-open')!.choices!['code']!
  expect(codes).toContainEqual({ value: 'applicant-left', label: '申请人先行离开' })
  await town.act(CLERK, no, 'leave-open', { code: 'applicant-left', text: '申请人有急事先走了' })
  expect((await line()).reasonOwed).toBeUndefined()
})

test('the address of a parcel is masked until it is asked for with a reason', async () => {
  const no = await town.fileAtWindow(CLERK, 'food-business-licence', {
    values: { ...HOUSEHOLD, creditCode: syntheticCreditCode(14) },
    delivery: 'post',
  })
  const { applicant } = await town.detailOf(CLERK, no)
  expect(applicant.postal).toEqual({
    receiver: '张*例',
    phone: '199****0001',
    address: '山东省淄博市***',
  })
  const { actor } = await town.looking(CLERK)
  const clear = await town.cases.reveal(actor, no, '填写快递面单', '127.0.0.1')
  expect(clear).toMatchObject({
    masked: false,
    postal: { receiver: '张示例', address: '山东省淄博市博山区示例路1号' },
  })
})

test('the checklist knows which conditional papers the answers call for', async () => {
  const no = await town.fileAtWindow(CLERK, 'food-business-licence', {
    values: { ...HOUSEHOLD, creditCode: syntheticCreditCode(15), businessKind: 'catering', byAgent: 'no' },
  })
  const { materials } = await town.detailOf(CLERK, no)
  const applies = Object.fromEntries(materials.map(({ id, applies: is }) => [id, is]))
  expect(applies).toMatchObject({ 'operation-process': true, 'agent-authority': false })
  expect(applies['subject-qualification']).toBeUndefined()
})

test('open work is found by the applicant’s name as lists show it, within sight, and nothing by the whole name', async () => {
  const no = await town.fileAtWindow(CLERK, 'food-business-licence', {
    values: { ...HOUSEHOLD, creditCode: syntheticCreditCode(15), name: '博山区另一家示例面馆' },
  })
  const found = async (who: string, applicant: string, queue: 'open' | 'all' = 'open') => {
    const { actor, now } = await town.looking(who)
    return (await town.cases.list(actor, now, { queue, applicant })).items.map((one) => one.no)
  }
  const [shown] = (await listed({})).filter((one) => one.no === no).map(({ applicant }) => applicant)
  expect(shown).toBe('博***馆')
  expect(await found(CLERK, shown!)).toEqual([no])
  expect(await found(CLERK, shown!, 'all')).toEqual([no])
  expect(await found(CLERK, '博山区另一家示例面馆')).toEqual([])
  expect(await found('clerk.shantou', shown!)).toEqual([])
})

test('the counts tell what falls due on the next working day', async () => {
  const { actor, now } = await town.looking(CLERK)
  const counts = await town.cases.counts(actor, now)
  const mine = await town.cases.list(actor, now, { queue: 'mine', limit: 100 })
  const next = mine.items.filter(({ workingDaysLeft }) => workingDaysLeft === 1)
  expect(counts.next).toBe(next.length)
})

describe('cases of certain days: legal days in China, by name or from a day to a day', () => {
  const filed: string[] = []
  beforeAll(async () => {
    const days = ['2026-12-05T23:30', '2026-12-06T00:30', '2026-12-07T00:10', '2027-01-04T09:00']
    for (const [at_, moment] of days.entries()) {
      town.clock.set(at(moment))
      filed.push(
        await town.fileAtWindow('clerk.chengdong', 'temporary-assistance-small', {
          values: { ...HOUSEHOLD, creditCode: syntheticCreditCode(31 + at_) },
        }),
      )
    }
  })
  const list = async (asked: Omit<ListRequest, 'limit'>, limit = 100) => {
    const { actor, now } = await town.looking('clerk.chengdong')
    const numbers: number[] = []
    let cursor: string | undefined
    do {
      const page = await town.cases.list(actor, now, { ...asked, limit, ...(cursor ? { cursor } : {}) })
      numbers.push(...page.items.map(({ no }) => filed.indexOf(no)))
      cursor = page.nextCursor
    } while (cursor !== undefined)
    return numbers
  }

  test.each<[string, string, Omit<ListRequest, 'limit'>, number[]]>([
    // 5 December 2026 is a Saturday, the 6th a Sunday; a day begins at midnight in China, when it is still the day before in UTC.
    ['Saturday night', '2026-12-05T23:59', { queue: 'open', received: 'today' }, [0]],
    ['Sunday', '2026-12-06T12:00', { queue: 'open', received: 'today' }, [1]],
    ['a week with its Sunday', '2026-12-06T12:00', { queue: 'open', received: 'week' }, [0, 1]],
    ['a week that begins', '2026-12-07T12:00', { queue: 'open', received: 'week' }, [2]],
    ['a month that ends', '2026-12-31T12:00', { queue: 'open', received: 'month' }, [0, 1, 2]],
    ['a new year', '2027-01-04T12:00', { queue: 'open', received: 'month' }, [3]],
    [
      'both days belong to it',
      '2027-01-04T12:00',
      { queue: 'open', received: '2026-12-06~2026-12-07' },
      [1, 2],
    ],
    ['from a day on', '2027-01-04T12:00', { queue: 'mine', received: '2026-12-07~' }, [2, 3]],
    ['no such day', '2027-01-04T12:00', { queue: 'open', received: '2026-02-30~' }, []],
    [
      'everything, the newest first',
      '2027-01-04T12:00',
      { queue: 'all', received: '~2026-12-31' },
      [2, 1, 0],
    ],
  ])('%s', async (_title, now, asked, found) => {
    town.clock.set(at(now))
    expect(await list(asked)).toEqual(found)
    expect(await list(asked, 1)).toEqual(found)
  })

  test('what falls due is asked for by the day the list shows', async () => {
    town.clock.set(at('2027-01-04T12:00'))
    const { actor, now } = await town.looking('clerk.chengdong')
    const { items } = await town.cases.list(actor, now, { queue: 'mine' })
    const day = items.find(({ no }) => no === filed[3])!.dueDay!
    for (const queue of ['mine', 'open', 'all'] as const)
      expect(await list({ queue, due: `${day}~${day}` })).toEqual([3])
    expect(await list({ queue: 'mine', due: `~${day}`, received: 'today' })).toEqual([3])
  })

  test('the file has the lines of the screen and names the days on its sheet', async () => {
    town.clock.set(at('2026-12-07T12:00'))
    const { actor, now } = await town.looking('clerk.chengdong')
    const file = await town.cases.listFile(actor, now, {
      queue: 'open',
      received: 'week',
      due: '~2027-01-31',
    })
    expect(readCsv(file.csv()).map(({ cells }) => cells[0])).toEqual(['办件编号', filed[2]])
    const parts = Object.values(unzipSync(await file.xlsx({ by: '测试甲', at: now }))).map((part) =>
      strFromU8(part),
    )
    for (const words of ['收件日', '本周（2026年12月7日到2026年12月13日）', '2027年1月31日以前'])
      expect(parts.some((part) => part.includes(words))).toBe(true)
  })
})
