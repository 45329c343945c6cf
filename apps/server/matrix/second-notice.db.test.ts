import { beforeAll, describe, expect, test } from 'vitest'
import type { CaseDetail } from '#capabilities/case/contract.ts'
import type { AttemptView, FindingView } from '#capabilities/supervision/contract.ts'
import { rebuildSupervision } from '#capabilities/supervision/index.ts'
import { readText } from '#platform/documents/reading.ts'
import type { Signed } from '../testing/signed.ts'
import { CENTRE, startStage, VILLAGE, type Citizen, type Stage } from './stage.ts'

// Real: the server's routes, gate, procedures, worker, papers and database. One applicant and two notices.

let stage: Stage
let clerk: Signed
let supervisor: Signed
let owner: Citizen
let no: string

const CARD = 'id-card'
const BOOK = 'household-book'
const line = (material: string, problem: string, more = {}) => ({
  material,
  problem,
  remedy: '请重新提供原件',
  ...more,
})
const FIRST = line(CARD, '身份证已过期')
const WHY = '新换的身份证住址和户口簿不是同一处'
const raised = (by: string, why = WHY) =>
  line(BOOK, '户口簿地址没有变更', { raised: { by, ground: 'contradiction', why } })

beforeAll(async () => {
  stage = await startStage()
  owner = await stage.citizen()
  clerk = await stage.as('clerk.shantou')
  supervisor = await stage.as('supervisor')
  no = await stage.file(owner)
}, 120_000)

const detailOf = async (who: Signed | Citizen) => (await who.call('GET', `/cases/${no}`)).body as CaseDetail

async function notify(lines: readonly { material: string }[], more = {}) {
  const { materials } = await detailOf(clerk)
  const wrong = new Set(lines.map(({ material }) => material))
  const checklist = materials.map(({ id, necessity }) => ({
    material: id,
    verdict: wrong.has(id) ? 'defective' : necessity === 'required' ? 'ok' : 'not-applicable',
  }))
  const reply = await clerk.call('POST', `/cases/${no}/acts/notify-supplement`, {
    input: { lines, checklist, ...more },
  })
  const body = reply.body as { state?: string; code?: string; detail?: string }
  return { said: body.state ?? body.code, sentence: body.detail ?? '' }
}

async function supply(...materials: string[]): Promise<void> {
  const papers = []
  for (const material of materials) {
    const { id } = (await owner.upload()).body as { id: string }
    papers.push({ material, files: [id], paperOriginals: 0, paperCopies: 0 })
  }
  const reply = await owner.call('POST', `/cases/${no}/acts/supply`, { input: { materials: papers } })
  expect([reply.status, reply.body]).toMatchObject([200, { state: 'received' }])
}

async function printed(kind: string, of = no): Promise<string> {
  await stage.settle()
  const { papers } = (await clerk.call('GET', `/cases/${of}`)).body as CaseDetail
  const paper = papers.findLast((one) => one.kind === kind && one.url)!
  const got = await stage.app.inject({ url: paper.url!, headers: { cookie: clerk.cookie } })
  return readText(got.rawPayload)
}

const noticeText = () => printed('supplement')

const PERIOD = 'from=2026-03-01&to=2026-03-31'
async function watched() {
  await stage.settle()
  const found = await supervisor.call('GET', `/findings?${PERIOD}&rule=one-time-notice`)
  const tried = await supervisor.call('GET', `/attempts?${PERIOD}&kind=second-notice`)
  return {
    findings: (found.body as { items: FindingView[] }).items,
    attempts: (tried.body as { items: AttemptView[] }).items,
  }
}

describe('CAS-15 one complete notice, and its only exception', () => {
  test('CAS-15 the first notice names everything, on paper and with its number', async () => {
    expect(await notify([FIRST])).toMatchObject({ said: 'supplementing' })
    const text = await noticeText()
    expect(text).toContain('现将需要补正的全部内容一次告知如下')
    expect(text).toContain('〔2026〕')
    await supply(CARD)
  })

  test.each<[string, object[], string, string]>([
    [
      'a paper that lay there from the beginning',
      [line(BOOK, '缺少户主页')],
      'second-notice-new-point',
      '家庭成员户口簿',
    ],
    [
      'another fault of the paper that was named',
      [line(CARD, '照片不清楚')],
      'second-notice-new-point',
      '申请人居民身份证',
    ],
    [
      'a point said to come from a paper of the first filing',
      [raised('hardship-proof')],
      'new-point-paper',
      '遭遇困难的证据',
    ],
    ['a point nobody gives a reason for', [raised(CARD, '是')], 'new-point-reason', '至少六个字'],
  ])('CAS-15 a second notice may not name %s', async (_title, lines, code, named) => {
    const refused = await notify(lines as { material: string }[])
    expect(refused.said).toBe(code)
    expect(refused.sentence).toContain(named)
  })

  test('CAS-15 what a browser claims the first notice said does not count', async () => {
    const forged = line(BOOK, '缺少户主页')
    expect((await notify([forged], { before: [forged] })).said).toBe('second-notice-new-point')
  })

  test('CAS-15 what was tried is on record for supervision as 重复告知 with who, what and why', async () => {
    const { attempts, findings } = await watched()
    expect(attempts).toHaveLength(3)
    expect(attempts[0]).toMatchObject({
      ...{ kindText: '重复告知', no, actionText: '一次告知补正' },
      codeText: '第一次就能发现的问题，不得再次告知',
    })
    expect(findings.map(({ code }) => code)).toEqual(['notice-blocked'])
    expect(findings[0]!.sentence).toContain('“家庭成员户口簿”')
    expect(findings[0]!.basis).toContain('第七十二条第四项')
    expect((await supervisor.call('GET', `/findings?${PERIOD}`)).body).toMatchObject({
      counts: { 'one-time-notice': 1, 'beyond-power': 0 },
    })
  })

  test('CAS-15 the clerk’s form names the papers that came in, and nothing else', async () => {
    const act = (await detailOf(clerk)).allowed.find((one) => one.act === 'notify-supplement')
    expect(act!.choices!['by']).toEqual([{ value: CARD, label: '申请人居民身份证' }])
    expect(act!.choices!['ground']).toHaveLength(3)
  })

  test('CAS-15 a second notice repeats the first and names apart what the new paper raised', async () => {
    const again = { ...FIRST, still: '新交的还是旧证' }
    expect(await notify([again, raised(CARD)])).toMatchObject({ said: 'supplementing' })
    const text = await noticeText()
    expect(text).toContain('这是第二次补正告知')
    expect(text).toContain('仍未补正：新交的还是旧证')
    expect(text).toContain('二、新补交的材料引出的新问题')
    expect(text).toContain(`“申请人居民身份证”：新交的这份材料与其他材料不一致：${WHY}`)
  })

  test('CAS-15 both pages tell what was named first, what is still open, and what is new and why', async () => {
    for (const [who, whose] of [
      [clerk, '申请人'],
      [owner, '您'],
    ] as const) {
      const { supplement, story } = await detailOf(who)
      expect(supplement).toMatchObject({
        round: 2,
        lines: [
          { material: CARD, standing: 'again', still: '新交的还是旧证' },
          {
            material: BOOK,
            standing: 'new',
            newBecause: expect.stringContaining(`由${whose}新补交的“申请人居民身份证”引出`),
          },
        ],
        first: { lines: [{ material: CARD, settled: false }] },
      })
      const told = story.findLast(({ text }) => text.startsWith('第2次补正告知'))!
      expect(told.details.join()).toContain(WHY)
    }
    const { html } = await owner.walker.get(`/my/cases/${no}`)
    expect(html).toContain('需要您补2样材料')
    expect(html).toContain('上次说过，还没补好：新交的还是旧证')
    expect(html).toContain(WHY)
  })

  test('CAS-15 each use of the exception is a finding, with paper and ground; the reason stays sealed', async () => {
    const { findings } = await watched()
    const used = findings.find(({ code }) => code === 'notice-exception')!
    expect(used).toMatchObject({ caseNo: no, ruleText: '一次性告知', source: 'own' })
    expect(used.sentence).toContain(
      '第2次补正告知增加了“家庭成员户口簿”的问题，写明由申请人新补交的“申请人居民身份证”引出',
    )
    expect(used.evidence[0]!.fields.map(({ value }) => value)).toContain('补正告知')
    const { body } = await supervisor.call('GET', `/findings?${PERIOD}`)
    expect(JSON.stringify(body)).not.toContain(WHY)
    const facts = await clerk.call('GET', `/cases/${no}/facts`)
    expect(JSON.stringify(facts.body)).not.toContain(WHY)
  })

  test('CAS-15 the same findings come of the facts alone', async () => {
    const { findings } = await watched()
    await stage.house.db.query('DELETE FROM supervision.finding')
    await rebuildSupervision(stage.house, () => {})
    expect((await watched()).findings).toEqual(findings)
  })

  test('CAS-15 what the second notice left out is settled: a third may not ask for it again', async () => {
    await supply(CARD, BOOK)
    expect((await notify([raised(CARD)])).said).toBe('supplementing')
    await supply(BOOK)
    expect(await notify([FIRST])).toMatchObject({
      said: 'point-settled',
      sentence: expect.stringContaining('告知过申请人无需重复提交'),
    })
  })
})

describe('CAS-15 a printed notice for each of the four occasions (咨询、申请、不符合条件、补正)', () => {
  const ITEM = 'temporary-assistance-small'

  test('CAS-15 enquiry: the 一次性告知单 of one page, linked where people ask', async () => {
    const page = await owner.walker.get(`/items/${ITEM}`)
    expect(page.html).toContain(`/items/${ITEM}/guide-short.pdf`)
    const got = await stage.app.inject({ url: `/items/${ITEM}/guide-short.pdf` })
    const text = await readText(got.rawPayload)
    for (const part of [
      '一次性告知单',
      '要带的材料',
      '申请人居民身份证',
      '家庭成员户口簿',
      '遭遇困难的证据',
      '咨询电话',
    ])
      expect(text).toContain(part)
  })

  test('CAS-15 application: the receipt says what came in and what has not', async () => {
    const filing = {
      ...(await stage.filing(owner, ITEM)),
      acceptPlace: CENTRE,
      region: VILLAGE,
      materials: [],
    }
    const filed = (await clerk.call('POST', '/cases', filing)).body as { no: string }
    const receipt = await printed('receipt', filed.no)
    for (const part of [
      '申请材料接收凭证',
      '尚未收到的材料',
      '家庭成员户口簿',
      '告知是否受理或者需要补正的全部内容',
    ])
      expect(receipt).toContain(part)
  })

  test('CAS-15 not qualified: the refusal to accept names reason, basis and every way to contest it', async () => {
    const other = await stage.file(await stage.citizen())
    const reason = '申请人不在本街道居住，不属于本机关职权范围'
    const proposed = { reason, ground: 'not-competent', competentBody: '博山区城东街道办事处' }
    await clerk.call('POST', `/cases/${other}/acts/propose-refusal`, { input: proposed })
    const approver = await stage.as('approver.shantou')
    const basis = '社会救助暂行办法第四十八条'
    await approver.call('POST', `/cases/${other}/acts/refuse-acceptance`, { input: { reason, basis } })
    const text = await printed('not-accepted', other)
    for (const part of [reason, basis, '博山区城东街道办事处', '行政复议', '行政诉讼'])
      expect(text).toContain(part)
  })

  test('CAS-15 supplement: numbered, with problem, remedy and the day', async () => {
    const text = await noticeText()
    for (const part of ['补正告知书', '〔2026〕', '存在的问题', '如何补正', '前（含当日）'])
      expect(text).toContain(part)
  })
})
