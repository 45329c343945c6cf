import { afterAll, beforeAll, expect, test } from 'vitest'
import { isRefusal } from '#engine/refusal.ts'
import {
  at,
  startTown,
  syntheticCreditCode,
  type TestCitizen,
  type Town,
} from '#capabilities/testing/town.ts'
import type { DraftView, PageRefusal } from './contract.ts'

const LICENCE = 'food-business-licence'
const ADDRESS = { receiver: '张示例', phone: '19900000001', address: '博山区山头街道邱家村1号' }

let town: Town

beforeAll(async () => {
  town = await startTown({ clock: at('2026-11-23T09:00') })
})
afterAll(() => town.stop())

const codeOf = (answer: unknown) => (answer as PageRefusal | undefined)?.code

function granted<T>(answer: T | PageRefusal): T {
  if (codeOf(answer) !== undefined && 'refused' in (answer as object)) throw new Error(JSON.stringify(answer))
  return answer as T
}

/** A stall of one person that cooks: may promise, needs a plan of the kitchen. */
const HOUSEHOLD = { applicantKind: 'household', businessKind: 'catering', items: ['hot-food'] }

async function begun(name: string, values: Record<string, string | readonly string[]> = HOUSEHOLD) {
  const who = await town.citizen(name)
  const id = await town.draft(who, LICENCE, { values, files: [] })
  return { who, id, view: granted(await town.portal.draft(who.visitor, id)) }
}

const asked = ({ papers }: DraftView) =>
  papers.asked.map(({ material, needed }) => [material.id, needed ? 'needed' : 'may'])

const spared = ({ papers }: DraftView) => papers.spared.map(({ material, because }) => [material.id, because])

test('a promise is offered where the item and the answers allow it, replaces its papers, and is filed as confirmed', async () => {
  const { who, id, view } = await begun('钱示例')
  expect(view.commitment?.promises.length).toBeGreaterThan(3)
  expect([view.way, asked(view).some(([paper]) => paper === 'food-safety-rules')]).toEqual([undefined, true])
  const chosen = granted(await town.portal.saveDraft(who.visitor, id, { way: 'commitment' }))
  expect(chosen.way).toBe('commitment')
  expect(spared(chosen)).toContainEqual(['food-safety-rules', '您选了告知承诺，由承诺书代替。'])
  // Remembered: whoever comes back finds the choice made.
  expect(granted(await town.portal.openDraft(who.visitor, LICENCE)).way).toBe('commitment')
  const { no } = granted(await town.portal.file(who.visitor, id, 'r'))
  const detail = granted(await town.portal.myCase(who.visitor, no))
  expect(detail.procedure).toBe('commitment')
  expect(detail.promise).toMatchObject({
    how: 'online',
    withdrawn: false,
    promises: view.commitment!.promises,
  })
})

test('a promise is taken back online before the decision, and the same case goes on with every paper asked', async () => {
  const { who, id } = await begun('韩示例')
  granted(await town.portal.saveDraft(who.visitor, id, { way: 'commitment' }))
  const { no } = granted(await town.portal.file(who.visitor, id, 'r'))
  const before = granted(await town.portal.myCase(who.visitor, no))
  expect(before.allowed.map(({ act }) => act)).toContain('withdraw-commitment')
  const other = await town.citizen('杨示例')
  expect(codeOf(await town.portal.withdrawPromise(other.visitor, no, '不办了', 'x'))).toBe('case-not-found')
  expect(await town.portal.withdrawPromise(who.visitor, no, '条件还没有达到', 'w')).toBeUndefined()
  const after = granted(await town.portal.myCase(who.visitor, no))
  expect([after.summary.no, after.procedure, after.promise?.withdrawn]).toEqual([no, 'approval', true])
  expect(after.materials.map((material) => material.id)).toContain('food-safety-rules')
})

test('a firm is offered no promise, and one forced on it is refused in words it can use', async () => {
  const { who, id, view } = await begun('周示例', { ...HOUSEHOLD, applicantKind: 'company' })
  expect([view.commitment, view.way]).toEqual([undefined, undefined])
  const refused = await town.portal.saveDraft(who.visitor, id, { way: 'commitment' })
  expect(refused).toMatchObject({
    code: 'commitment-not-offered',
    sentence: expect.stringContaining('改选一般办理'),
  })
})

test('an answer that closes the way takes the promise back; one that opens it again asks again', async () => {
  const { who, id } = await begun('吴示例')
  granted(await town.portal.saveDraft(who.visitor, id, { way: 'commitment' }))
  const closed = granted(
    await town.portal.saveDraft(who.visitor, id, { values: { applicantKind: 'company' } }),
  )
  expect([closed.commitment, closed.way]).toEqual([undefined, undefined])
  const opened = granted(
    await town.portal.saveDraft(who.visitor, id, { values: { applicantKind: 'household' } }),
  )
  expect([opened.commitment === undefined, opened.way]).toEqual([false, undefined])
})

test('a promise holds for the words that were read: a new version asks to read them again', async () => {
  const { who, id, view } = await begun('郑示例')
  granted(await town.portal.saveDraft(who.visitor, id, { way: 'commitment' }))
  const { item } = view
  await town.publish({ ...item, version: item.version + 1 })
  town.clock.advance({ minutes: 1 })
  const shown = granted(await town.portal.draft(who.visitor, id))
  expect(shown.way).toBeUndefined()
  const refused = await town.portal.file(who.visitor, id, 'r')
  expect(refused).toMatchObject({ code: 'promise-to-confirm' })
  granted(await town.portal.saveDraft(who.visitor, id, { way: 'commitment' }))
  expect(granted(await town.portal.file(who.visitor, id, 'r'))).toHaveProperty('no')
})

test('papers follow the answers, each that is spared with its reason; what an answer calls for counts as needed', async () => {
  const { who, id, view } = await begun('冯示例')
  expect(asked(view)).toContainEqual(['operation-process', 'needed'])
  const file = granted(
    await town.portal.uploadToDraft(who.visitor, id, 'operation-process', {
      fileName: 'a.pdf',
      stream: (await import('node:stream')).Readable.from([Buffer.from('%PDF-1.7\n%%EOF\n')]),
    }),
  )
  const retail = granted(
    await town.portal.saveDraft(who.visitor, id, { values: { businessKind: 'retail', items: ['bulk'] } }),
  )
  expect(asked(retail).map(([paper]) => paper)).not.toContain('operation-process')
  expect(spared(retail)).toContainEqual(['operation-process', '“主体业态”填的是“食品销售经营者”，不用交。'])
  // What was uploaded before the answer changed is not handed in.
  const { no } = granted(await town.portal.file(who.visitor, id, 'r'))
  const { materials } = granted(await town.portal.myCase(who.visitor, no))
  expect(materials.flatMap(({ files }) => files.map((each) => each.id))).not.toContain(file.id)
})

test('a result by post needs a whole address, which lies sealed and reaches the case', async () => {
  const { who, id } = await begun('陈示例')
  const missing = granted(await town.portal.saveDraft(who.visitor, id, { delivery: 'post' }))
  expect(missing.postal).toBeUndefined()
  const refused = (await town.portal.file(who.visitor, id, 'r')) as PageRefusal
  expect(refused.problems?.map(({ field }) => field)).toEqual([
    'postalReceiver',
    'postalPhone',
    'postalAddress',
  ])
  granted(await town.portal.saveDraft(who.visitor, id, { postal: ADDRESS }))
  const [row] = await town.db.query<{ text: string }>(
    `SELECT row_to_json(d)::text AS text FROM portal.draft d WHERE area_code = $1 AND id = $2`,
    [town.area, id],
  )
  expect(row!.text).not.toContain('邱家村')
  const { no } = granted(await town.portal.file(who.visitor, id, 'r'))
  const detail = granted(await town.portal.myCase(who.visitor, no))
  expect(detail.deliveryMode).toBe('post')
  const stored = await town.cases.find(who.actor, no)
  expect(stored?.dossier.postal).toMatch(/^sm4gcm:/)
})

test('progress needs no account: the same masked answer as everywhere, and nothing for a wrong code', async () => {
  const who: TestCitizen = await town.citizen('褚示例')
  const no = await town.file(who, 'elderly-allowance')
  const { queryCode: code } = granted(await town.portal.submittedCase(who.visitor, no))
  const found = granted(await town.portal.progress(no, code, '192.0.2.9'))
  const { summary } = granted(await town.portal.myCase(who.visitor, no))
  expect(found).toMatchObject({
    no,
    stateText: summary.stateText,
    itemName: summary.itemName,
    applicant: '褚*例',
  })
  expect(JSON.stringify(found)).not.toContain(who.details.idNumber)
  expect(JSON.stringify(found)).not.toContain('褚示例')
  expect(found.clocks[0]?.sentence).toMatch(/\d/)
  const wrong = code === '000000' ? '000001' : '000000'
  const nobody = '3703045000202611239999990'
  const answers = [
    await town.portal.progress(no, wrong, '192.0.2.10'),
    await town.portal.progress(nobody, wrong, '192.0.2.10'),
    await town.portal.progress('不是编号', wrong, '192.0.2.10'),
  ]
  for (const answer of answers) expect(answer).toEqual(answers[0])
  const other = await town.citizen('卫示例')
  expect(codeOf(await town.portal.submittedCase(other.visitor, no))).toBe('case-not-found')
})

test('five wrong codes from one address close a number to it for half an hour, and to nobody else', async () => {
  const who = await town.citizen('蒋示例')
  const no = await town.file(who, 'elderly-allowance')
  const { queryCode: code } = granted(await town.portal.submittedCase(who.visitor, no))
  const wrong = code === '000000' ? '000001' : '000000'
  const nobody = '3703045000202611239999991'
  for (const number of [no, nobody]) {
    const codes = []
    for (let index = 0; index < 6; index += 1)
      codes.push(codeOf(await town.portal.progress(number, wrong, '192.0.2.20')))
    expect(codes).toEqual([...Array.from({ length: 5 }, () => 'query-not-matched'), 'query-locked'])
  }
  expect(codeOf(await town.portal.progress(no, code, '192.0.2.20'))).toBe('query-locked')
  expect(granted(await town.portal.progress(no, code, '192.0.2.30')).no).toBe(no)
  town.clock.advance({ minutes: 31 })
  expect(granted(await town.portal.progress(no, code, '192.0.2.20')).no).toBe(no)
})

test('fifty wrong codes from anywhere close a number to everybody', async () => {
  const number = '3703045000202611239999977'
  const codes: (string | undefined)[] = []
  for (let index = 0; index < 51; index += 1)
    codes.push(codeOf(await town.portal.progress(number, '000000', `198.51.100.${index}`)))
  expect([codes[49], codes[50]]).toEqual(['query-not-matched', 'query-locked'])
})

test('a machine that tries out many numbers from one address is stopped', async () => {
  let last: unknown
  for (let index = 0; index < 61; index += 1)
    last = await town.portal.progress(
      `37030450002026112300${String(index).padStart(4, '0')}0`,
      '123456',
      '192.0.2.77',
    )
  expect(codeOf(last)).toBe('too-many-attempts')
})

test('whoever broke a promise is told so and may still go the ordinary way', async () => {
  const { who, id } = await begun('沈示例')
  granted(await town.portal.saveDraft(who.visitor, id, { way: 'commitment' }))
  const { no } = granted(await town.portal.file(who.visitor, id, 'r'))
  const row = await town.cases.find(who.actor, no)
  await town.db.query(`UPDATE cases.case_view SET state = 'check-failed' WHERE area_code = $1 AND no = $2`, [
    town.area,
    row!.dossier.no,
  ])
  const again = await town.draft(who, LICENCE, { values: HOUSEHOLD, files: [] })
  granted(await town.portal.saveDraft(who.visitor, again, { way: 'commitment' }))
  expect(await town.portal.file(who.visitor, again, 'r')).toMatchObject({
    code: 'commitment-blocked',
    sentence: expect.stringContaining('改选一般办理'),
  })
  granted(await town.portal.saveDraft(who.visitor, again, { way: 'ordinary' }))
  const filed = granted(await town.portal.file(who.visitor, again, 'r'))
  const detail = await town.cases.detail(filed.no, { actor: who.actor, now: town.clock.now(), reliesOn: [] })
  expect(isRefusal(detail) ? undefined : detail.procedure).toBe('approval')
})

test('CAS-20 a firm that broke its promise makes no second one, whoever files for it and wherever', async () => {
  const values = { ...HOUSEHOLD, creditCode: syntheticCreditCode(21), name: '博山区示例面馆' }
  const breaks = (no: string) =>
    town.db.query(`UPDATE cases.case_view SET state = 'revoked' WHERE area_code = $1 AND no = $2`, [
      town.area,
      no,
    ])
  const online = async (name: string, firm: typeof values) => {
    const { who, id } = await begun(name, firm)
    granted(await town.portal.saveDraft(who.visitor, id, { way: 'commitment' }))
    return town.portal.file(who.visitor, id, 'r')
  }
  await breaks(await town.fileAtWindow('clerk.hall', LICENCE, { values, commitment: true }))
  expect(codeOf(await online('蒋示例', values))).toBe('commitment-blocked')

  const other = { ...values, creditCode: syntheticCreditCode(22), name: '博山区示例饼铺' }
  await breaks(granted(await online('韦示例', other)).no)
  expect(codeOf(await online('昌示例', other))).toBe('commitment-blocked')
  const again = await town.tryAtWindow('clerk.hall', LICENCE, { values: other, commitment: true })
  expect(codeOf(again)).toBe('commitment-blocked')
})

test('what an agent writes of somebody else is not kept as the agent’s own', async () => {
  const [agent, old] = [await town.citizen('秦示例'), await town.citizen('尤示例')]
  const { name, idNumber, phone } = old.details
  const values = {
    ...{ name, citizenId: idNumber, phone },
    ...{ byAgent: 'yes', agentName: agent.details.name, agentCitizenId: agent.details.idNumber },
  }
  const id = await town.draft(agent, 'elderly-allowance', { values })
  granted(await town.portal.file(agent.visitor, id, 'r', { keep: true }))
  expect(granted(await town.portal.myData(agent.visitor)).values).toEqual([])
})
