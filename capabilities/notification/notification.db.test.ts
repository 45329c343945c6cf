import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isRefusal } from '#engine/refusal.ts'
import { NO_AREA, subjectOf } from '#capabilities/party/index.ts'
import { at, paperScan, startTown, type TestCitizen, type Town } from '#capabilities/testing/town.ts'
import { newId } from '#platform/id.ts'
import type { MessagePage } from './contract.ts'
import { notificationStore } from './store.ts'

// Real: the town's services from ledger to portal, PostgreSQL, the worker, files on disk. Moved by hand: the clock.
const ITEM = 'elderly-allowance'
let town: Town
let zhang: TestCitizen
let li: TestCitizen

beforeAll(async () => {
  town = await startTown({ clock: at('2026-11-23T09:00') })
  zhang = await town.citizen('张示例')
  li = await town.citizen('李示例')
})
afterAll(() => town.stop())

async function inbox(who: TestCitizen, cursor?: string): Promise<MessagePage> {
  return sure(await town.portal.messages(who.visitor, cursor))
}
/** Oldest first. */
const titles = async (who: TestCitizen) => (await inbox(who)).items.map(({ title }) => title).toReversed()
const ofCase = async (who: TestCitizen, no: string) =>
  (await inbox(who)).items
    .filter((message) => message.no === no)
    .map(({ kind }) => kind)
    .toReversed()

function sure<T>(answer: T): Exclude<T, { refused: true }> {
  if (typeof answer === 'object' && answer !== null && 'refused' in answer)
    throw new Error(String((answer as { code?: string }).code))
  return answer as Exclude<T, { refused: true }>
}

async function does(who: string, no: string, act: string, input: Record<string, unknown> = {}) {
  const done = await town.act(who, no, act, input)
  if (isRefusal(done)) throw new Error(`${act}: ${done.code} ${JSON.stringify(done.facts ?? {})}`)
}

async function checklist(no: string, wanting?: string) {
  const { looking } = town
  const detail = await town.cases.detail(no, await looking('clerk.shantou'))
  if (isRefusal(detail)) throw new Error(detail.code)
  return detail.materials.map(({ id, necessity }) => ({
    material: id,
    verdict: id === wanting ? 'missing' : necessity === 'required' ? 'ok' : 'not-applicable',
  }))
}

async function paperOf(no: string): Promise<string> {
  const detail = await town.cases.detail(no, await town.looking('clerk.shantou'))
  if (isRefusal(detail)) throw new Error(detail.code)
  return detail.materials.find(({ necessity, fromForm }) => necessity === 'required' && !fromForm)!.id
}

async function askFor(no: string, material: string): Promise<void> {
  await does('clerk.shantou', no, 'notify-supplement', {
    checklist: await checklist(no, material),
    lines: [{ material, problem: '没有提供', remedy: '请提供原件照片' }],
  })
  await town.work()
}

async function files(channel: 'sms' | 'email'): Promise<string[]> {
  const folder = path.join(town.outgoingFolder, channel)
  const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const whole = found
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
  return Promise.all(whole.map((file) => readFile(file, 'utf8')))
}

async function sentTo(who: TestCitizen): Promise<string[]> {
  return (await files('sms')).filter((text) => text.startsWith(who.details.phone)).toSorted()
}

async function everything(): Promise<string> {
  const rows = await Promise.all(
    ['message', 'dispatch', 'preference'].map((table) =>
      town.db.query(`SELECT t::text AS row FROM notification.${table} t`),
    ),
  )
  return JSON.stringify([rows, await town.db.query(`SELECT j::text AS row FROM ledger.job j`)])
}

describe('one case from receipt to the counter', () => {
  let no: string
  beforeAll(async () => {
    no = await town.file(zhang, ITEM, { delivery: 'window' })
    await town.work()
    const material = await paperOf(no)
    town.clock.advance({ hours: 1 })
    await askFor(no, material)
    // Fifteen working days to supply end on Monday 14 December; two working days before, somebody remembers for them.
    town.clock.set(at('2026-12-10T09:00'))
    await town.work()
    const upload = { fileName: 'scan.pdf', stream: Readable.from([paperScan(material)]) }
    const file = sure(await town.portal.uploadForCase(zhang.visitor, no, material, upload))
    sure(await town.portal.supply(zhang.visitor, no, { [material]: [file.id] }, newId()))
    town.clock.advance({ hours: 1 })
    await does('clerk.shantou', no, 'accept', { checklist: await checklist(no) })
    await does('reviewer.shantou', no, 'review', { opinion: 'grant', text: '材料齐全，符合条件。' })
    await does('approver.shantou', no, 'grant', { conclusion: '准予。' })
    town.clock.advance({ hours: 1 })
    await does('issuer.shantou', no, 'seal')
    await town.work()
    town.clock.set(at('2026-12-17T09:00'))
    await town.work()
    const receiver = { receiver: '张示例', relation: 'self', identified: '居民身份证' }
    town.clock.advance({ hours: 1 })
    await does('clerk.shantou', no, 'deliver-at-window', receiver)
    await town.work()
  }, 60_000)

  test('the inbox tells it in order', async () => {
    expect(await titles(zhang)).toEqual([
      '收到了您的申请',
      '请补正材料',
      '补正材料快到期了',
      '收到了您交的材料',
      '已经受理',
      '结果出来了，请来领取',
      '还有文书没有领取',
      '文书已在窗口领取',
    ])
    const { items, unread } = await inbox(zhang)
    // What asked for a paper was read with its hand-in.
    expect(unread).toBe(6)
    expect(items.map((message) => message.no)).toEqual(Array(8).fill(no))
    expect(items.at(-2)!.text).toMatch(/最晚2026年12月14日（星期一）/)
    expect(items.at(-1)!.text).toContain('山头街道')
    expect((await inbox(li)).items).toEqual([])
  })

  test('the telephone rings only where something is to be done or a clock begins', async () => {
    const tail = no.slice(-4)
    const texts = (await sentTo(zhang)).map((text) => text.split('\n')[1])
    expect(texts).toHaveLength(5)
    expect(texts.every((text) => text!.startsWith(`【博山政务服务】您的办件（尾号${tail}）`))).toBe(true)
    expect(texts.join('')).toContain('需要补正材料，请最晚12月14日登录')
    expect(texts.join('')).not.toMatch(/老|津贴|张示例/)
    expect(await files('email')).toEqual([])
  })

  test('nothing of the person or the matter stands in the clear', async () => {
    const { name, phone, idNumber } = zhang.details
    const all = await everything()
    expect(all).toContain(no)
    const item = (await inbox(zhang)).items[0]!.text.match(/“([^”]+)”/)![1]!
    for (const secret of [name, phone, idNumber, item, '山头', '2026-12-14'])
      expect(all).not.toContain(secret)
  })

  test('heard again, all of it, it is told once', async () => {
    const before = [await everything(), await files('sms')]
    await town.db.query(
      `INSERT INTO ledger.outbox (area_code, stream, seq, subscriber, kind, next_at)
       SELECT area_code, stream, seq, 'notification.cases', kind, $2 FROM ledger.fact
       WHERE area_code = $1 AND stream LIKE 'case:%'
         AND kind IN ('received', 'supplement-notified', 'accepted', 'document-rendered', 'delivered')`,
      [town.area, town.clock.now()],
    )
    expect(await town.work()).toBeGreaterThan(6)
    expect([await everything(), await files('sms')]).toEqual(before)
  })

  test('opening a message reads it, and only its owner can', async () => {
    const [newest, second] = (await inbox(zhang)).items
    expect(await town.portal.readMessage(li.visitor, newest!.id)).toMatchObject({ code: 'message-not-found' })
    expect(await town.portal.readMessage(zhang.visitor, 'none')).toMatchObject({ code: 'message-not-found' })
    expect(await town.portal.readMessage({ csrfToken: '' }, newest!.id)).toMatchObject({ code: 'signed-out' })
    expect(await town.portal.readMessage(zhang.visitor, newest!.id)).toEqual({ no })
    const { items, unread } = await inbox(zhang)
    expect([items[0]!.unread, items[1]!.unread, unread]).toEqual([false, true, 5])
    const { login, password } = zhang
    const session = sure(await town.portal.signIn({ login, password }, '192.0.2.1', ''))
    expect((await town.portal.visitor(session)).citizen!.unread).toBe(5)
    // What came after the page was made stays unread.
    sure(await town.portal.readAllMessages(zhang.visitor, items[2]!.at))
    expect((await inbox(zhang)).items.map((message) => message.unread)).toEqual([
      false,
      second!.at > items[2]!.at,
      ...Array(6).fill(false),
    ])
    for (const nonsense of ['', '2026', '0000-01-01T00:00:00.000Z', '2026-02-30T00:00:00.000Z', "'; --"])
      expect(await town.portal.readAllMessages(zhang.visitor, nonsense)).toBeUndefined()
    sure(await town.portal.readAllMessages(zhang.visitor, items[0]!.at))
    expect((await inbox(zhang)).unread).toBe(0)
  })
})

describe('how somebody wants to be told', () => {
  test('short messages until told otherwise, e-mail only to an address that was given', async () => {
    expect(await town.portal.messageSettings(li.visitor)).toEqual({
      sms: true,
      phone: `199****${li.details.phone.slice(-4)}`,
    })
    const wrong = await town.portal.saveMessageSettings(li.visitor, { sms: false, email: 'li@' })
    expect(wrong).toMatchObject({ code: 'email-invalid', problems: [{ field: 'email' }] })
    expect(await town.portal.messageSettings(li.visitor)).toMatchObject({ sms: true })
  })

  test('no short message and one e-mail, as li wishes', async () => {
    sure(await town.portal.saveMessageSettings(li.visitor, { sms: false, email: ' li.shili@example.com ' }))
    expect(await town.portal.messageSettings(li.visitor)).toMatchObject({
      sms: false,
      email: 'li.shili@example.com',
    })
    const no = await town.file(li, ITEM, { delivery: 'electronic' })
    await askFor(no, await paperOf(no))
    expect(await ofCase(li, no)).toEqual(['received', 'supplement'])
    expect(await sentTo(li)).toEqual([])
    const [letter, ...more] = await files('email')
    expect(more).toEqual([])
    expect(letter).toContain('To: <li.shili@example.com>')
    expect(await everything()).not.toContain('li.shili')
  })

  test('a result that is delivered online is told once, and by no short message', async () => {
    sure(await town.portal.saveMessageSettings(li.visitor, { sms: false, email: '' }))
    const no = await town.file(li, ITEM, { delivery: 'electronic' })
    await town.carryThrough(no, 'shantou')
    expect((await ofCase(li, no)).toSorted()).toEqual(['accepted', 'delivered-online', 'received'])
    expect([await sentTo(li), (await files('email')).length]).toEqual([[], 1])
  })
})

test('what asked for papers counts as read once they are handed in, and nothing else does', async () => {
  const no = await town.file(li, ITEM)
  const material = await paperOf(no)
  await askFor(no, material)
  const unread = async () =>
    (await inbox(li)).items
      .filter((one) => one.no === no && one.unread)
      .map(({ kind }) => kind)
      .toSorted()
  expect(await unread()).toEqual(['received', 'supplement'])
  const stream = Readable.from([paperScan(material)])
  const file = sure(
    await town.portal.uploadForCase(li.visitor, no, material, { fileName: 'scan.pdf', stream }),
  )
  sure(await town.portal.supply(li.visitor, no, { [material]: [file.id] }, newId()))
  expect(await unread()).toEqual(['received'])
})

describe('at night', () => {
  test('the inbox has it at once, the telephone in the morning', async () => {
    sure(await town.portal.saveMessageSettings(li.visitor, { sms: true, email: '' }))
    const no = await town.file(li, ITEM)
    town.clock.set(at('2026-12-18T22:30'))
    await askFor(no, await paperOf(no))
    expect([await ofCase(li, no), await sentTo(li)]).toEqual([['received', 'supplement'], []])
    town.clock.set(at('2026-12-19T08:00'))
    await town.work()
    expect(await sentTo(li)).toHaveLength(1)
  })

  test('somebody who switched it off meanwhile is not woken', async () => {
    const no = await town.file(li, ITEM)
    town.clock.set(at('2026-12-21T23:00'))
    await askFor(no, await paperOf(no))
    sure(await town.portal.saveMessageSettings(li.visitor, { sms: false, email: '' }))
    town.clock.set(at('2026-12-22T08:00'))
    await town.work()
    expect(await sentTo(li)).toHaveLength(1)
    const ends = await town.db.query<{ state: string; count: number }>(
      `SELECT state, count(*) AS count FROM notification.dispatch WHERE area_code = $1 GROUP BY state ORDER BY state`,
      [town.area],
    )
    expect(ends).toEqual([
      { state: 'sent', count: 7 },
      { state: 'switched-off', count: 1 },
    ])
  })
})

describe('other ways a case goes', () => {
  /** Taken in at the counter, complete on paper. */
  function atCounter(delivery: 'window' | 'post'): Promise<string> {
    const { name, idNumber: citizenId, phone } = li.details
    return town.fileAtWindow('clerk.shantou', ITEM, { delivery, values: { name, citizenId, phone } })
  }

  async function decided(no: string): Promise<void> {
    await does('clerk.shantou', no, 'accept', { checklist: await checklist(no) })
    await does('reviewer.shantou', no, 'review', { opinion: 'grant', text: '材料齐全，符合条件。' })
    await does('approver.shantou', no, 'grant', { conclusion: '准予。' })
    await does('issuer.shantou', no, 'seal')
    await town.work()
  }

  beforeAll(async () => {
    town.clock.set(at('2026-12-23T09:00'))
    sure(await town.portal.saveMessageSettings(li.visitor, { sms: true, email: '' }))
  })

  test('by post: told with the number of the parcel, quietly when it was signed for', async () => {
    const before = (await sentTo(li)).length
    const no = await atCounter('post')
    await decided(no)
    await does('clerk.shantou', no, 'hand-to-post', { freight: 'collect' })
    await does('clerk.shantou', no, 'record-waybill', { carrier: '邮政特快专递', waybill: 'EM12345678901' })
    await does('clerk.shantou', no, 'deliver-by-post', { receiver: '李示例', signedOn: '2026-12-23' })
    await town.work()
    expect((await ofCase(li, no)).toSorted()).toEqual(
      ['accepted', 'delivered-by-post', 'received', 'result-by-post', 'waybill'].toSorted(),
    )
    const texts = (await sentTo(li)).join('')
    expect([(await sentTo(li)).length - before, texts.includes('运单号EM12345678901')]).toEqual([2, true])
    expect(await everything()).not.toContain('EM12345678901')
  })

  test('a parcel that comes back is to be collected, and remembered until it is', async () => {
    const no = await atCounter('post')
    await decided(no)
    await does('clerk.shantou', no, 'hand-to-post', { freight: 'prepaid' })
    await does('clerk.shantou', no, 'record-waybill', { carrier: '邮政特快专递', waybill: 'EM12345678902' })
    await does('clerk.shantou', no, 'return-from-post', { reason: '收件人电话打不通' })
    await town.work()
    town.clock.set(at('2026-12-30T09:00'))
    await town.work()
    const kinds = await ofCase(li, no)
    expect([kinds.includes('post-returned'), kinds.at(-1)]).toEqual([true, 'collect-reminder'])
  })

  test('refused, withdrawn at the window, lapsed: each is told once', async () => {
    const refused = await atCounter('window')
    await does('clerk.shantou', refused, 'propose-refusal', {
      reason: '不属于本机关职权范围',
      basis: '行政许可法第三十二条',
    })
    await does('approver.shantou', refused, 'refuse-acceptance', {
      reason: '不属于本机关职权范围',
      basis: '行政许可法第三十二条',
    })
    const withdrawn = await atCounter('window')
    await does('clerk.shantou', withdrawn, 'withdraw', { reason: '本人书面申请撤回', signed: true })
    const lapsed = await atCounter('window')
    await askFor(lapsed, await paperOf(lapsed))
    expect((await ofCase(li, refused)).toSorted()).toEqual(['received', 'result-at-window'])
    expect(
      (await inbox(li)).items.find(({ no, kind }) => no === refused && kind === 'result-at-window')!.text,
    ).toContain('不予受理')
    expect((await ofCase(li, withdrawn)).toSorted()).toEqual(['received', 'withdrawn-at-window'])
    // The reminder comes on the way, and the lapse after the last day, at midnight.
    town.clock.set(at('2027-01-20T09:00'))
    await town.work()
    town.clock.set(at('2027-02-01T00:10'))
    const silent = (await sentTo(li)).length
    await town.work()
    expect((await ofCase(li, lapsed)).at(-1)).toBe('lapsed')
    expect((await ofCase(li, lapsed)).filter((kind) => kind === 'supplement-reminder')).toHaveLength(1)
    expect((await sentTo(li)).length).toBe(silent)
    town.clock.set(at('2027-02-01T08:00'))
    await town.work()
    expect((await sentTo(li)).join('')).toContain('没有按期补正，视为撤回申请')
  })
})

describe('a long list', () => {
  test('goes on by cursor, each message once, newest first; a broken cursor begins anew', async () => {
    const wang = await town.citizen('王示例')
    const party = wang.actor.party
    const sealer = await town.sealing.sealFor(NO_AREA, subjectOf(party))
    const params = sealer.seal(JSON.stringify({ item: '示例事项', place: '示例大厅' }))
    const store = notificationStore(town.db)
    for (let seq = 1; seq <= 45; seq += 1) {
      const row = { area: town.area, id: newId(), party, stream: 'case:2026:x', seq, no: `N${seq}` }
      const told = { kind: 'lapsed', params, at: at('2026-12-01T09:00'), readAt: null } as const
      expect(await store.tell({ ...row, ...told })).toBe(true)
    }
    const seen: string[] = []
    let cursor: string | undefined
    let pages = 0
    do {
      const page = await inbox(wang, cursor)
      seen.push(...page.items.map(({ no }) => no))
      cursor = page.nextCursor
      pages += 1
    } while (cursor !== undefined)
    expect([pages, seen]).toEqual([3, Array.from({ length: 45 }, (_, index) => `N${45 - index}`)])
    for (const broken of [
      'x',
      '2026-13-01T00:00:00.000Z~1~x',
      '0000-01-01T00:00:00.000Z~1~' + NO_ONE,
      `2026-02-30T00:00:00.000Z~1~${NO_ONE}`,
    ])
      expect((await inbox(wang, broken)).items[0]!.no).toBe('N45')
  })

  const NO_ONE = '00000000-0000-0000-0000-000000000000'
})

describe('after a person’s key was destroyed', () => {
  test('the list still opens and says that the particulars are gone', async () => {
    await town.sealing.destroy(NO_AREA, subjectOf(zhang.actor.party))
    const { items } = await inbox(zhang)
    expect(items).toHaveLength(8)
    expect(items.every(({ readable }) => !readable)).toBe(true)
    expect(new Set(items.map(({ text }) => text))).toEqual(new Set(['这条消息的内容已随个人信息一起删除。']))
    expect(await town.portal.messageSettings(zhang.visitor)).toEqual({ sms: true })
  })
})

describe('what asked for papers, once they are at the window', () => {
  test('is read without being opened: nothing in it waits any more', async () => {
    const wang = await town.citizen('王示例')
    const unread = async () =>
      (await inbox(wang)).items.filter((message) => message.unread).map(({ no, kind }) => [no, kind])
    const no = await town.file(wang, ITEM, { delivery: 'window' })
    const other = await town.file(wang, 'temporary-assistance-small', { delivery: 'window' })
    const [material, second] = [await paperOf(no), await paperOf(other)]
    await askFor(no, material)
    await askFor(other, second)
    expect((await unread()).toSorted()).toEqual(
      [no, other].flatMap((each) => ['received', 'supplement'].map((kind) => [each, kind])).toSorted(),
    )
    town.clock.advance({ hours: 1 })
    const brought = [{ material, files: [], paperOriginals: 1, paperCopies: 0 }]
    await does('clerk.shantou', no, 'supply-at-window', { materials: brought })
    await town.work()
    // The letter about the other case still waits for an answer.
    expect((await unread()).filter(([, kind]) => kind === 'supplement')).toEqual([[other, 'supplement']])
    expect((await ofCase(wang, no)).toSorted()).toEqual(['received', 'supplement'])
  })
})
