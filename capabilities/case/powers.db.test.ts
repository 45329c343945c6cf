import { afterAll, beforeAll, expect, test } from 'vitest'
import { isRefusal } from '#engine/refusal.ts'
import { at, done, startTown, type Town } from '#capabilities/testing/town.ts'
import { rebuildCaseViews } from './index.ts'

/** 出版物零售许可: a licence of the approval bureau that town centres take in. */
const SHOP = 'publications-retail-licence'
/** 耕地地力保护补贴: a matter of the town that its stations take in. */
const STATION_ITEM = 'grain-subsidy'
/** 博山镇 and a village of it. */
const BOSHAN = 'town-370304113'
const SHIQUAN = '370304113203'
/** With the paper that the answers call for. */
const COMPLETE = { region: SHIQUAN, also: ['land-right'] }
const GRANT = { conclusion: '准予从事出版物零售' }
const RECEIVER = { receiver: '测试甲', relation: 'self', identified: '居民身份证' }

// Real: pack, database, ledger, register of powers, due jobs, papers. Moved by hand: the clock, and the plan where a test says so.
let town: Town
beforeAll(async () => {
  town = await startTown({ clock: at('2026-03-16T09:00') })
})
afterAll(() => town.stop())

const said = (answer: Awaited<ReturnType<Town['act']>>) =>
  isRefusal(answer) ? `refused: ${answer.code}` : (answer.answer as { state: string }).state
const doing = async (who: string, no: string, act: string, input: Record<string, unknown> = {}) =>
  said(await town.act(who, no, act, input))
const accept = async (who: string, no: string) => doing(who, no, 'accept', await town.goodChecklist(who, no))
const review = { opinion: 'grant', text: '材料齐全，符合条件。' }
const dossierOf = async (no: string) => (await town.cases.find(await town.as('supervisor'), no))!.dossier
/** The copies of powers, seals and policy are read again after ten seconds. */
const later = () => town.clock.advance({ minutes: 1 })

async function toReviewed(no: string): Promise<void> {
  expect(await accept('clerk.boshan', no)).toBe('accepted')
  expect(await doing('reviewer.boshan', no, 'review', review)).toBe('reviewed')
}

test('CAT-23 a town decides what was entrusted to it, and not out of scope, out of date or where law forbids it', async () => {
  const entrusted = done(
    await town.givePower({ items: [SHOP], body: BOSHAN, kind: 'entrusted', to: '2026-04-30' }),
  )
  later()
  const no = await town.fileAtWindow('clerk.boshan', SHOP, { region: SHIQUAN })
  expect(await dossierOf(no)).toMatchObject({ decidingBody: BOSHAN, inNameOf: 'approval-bureau' })
  await toReviewed(no)
  expect(await doing('approver.boshan', no, 'grant', GRANT)).toBe('decided')
  expect(await doing('issuer.boshan', no, 'seal')).toBe('issued')
  await town.work()
  // Made in the name of the organ that entrusted it: its name, its number, its seal (行政许可法第二十四条第三款).
  const paper = await town.paperText('clerk.boshan', no, 'grant')
  expect(paper).toContain('博山区行政审批服务局')
  expect(paper).not.toContain('博山镇人民政府')
  expect((await dossierOf(no)).seal?.seal).toBe('approval-bureau.decision')

  // Out of scope: another town's matter stays with the bureau, and this town's officers do not reach it.
  const elsewhere = await town.fileAtWindow('clerk.boshan', SHOP)
  expect(await dossierOf(elsewhere)).toMatchObject({ decidingBody: 'approval-bureau' })
  expect(await accept('clerk.boshan', elsewhere)).toBe('accepted')
  expect(await doing('reviewer.approval-bureau', elsewhere, 'review', review)).toBe('reviewed')
  expect(await doing('approver.boshan', elsewhere, 'grant', GRANT)).toBe('refused: case-not-found')

  // Out of date: the last day has passed, the next acceptance of the town goes to the bureau.
  town.clock.set(at('2026-05-06T09:00'))
  await town.work()
  const after = await town.fileAtWindow('clerk.boshan', SHOP, { region: SHIQUAN })
  expect(await dossierOf(after)).toMatchObject({ decidingBody: 'approval-bureau' })

  // Law forbids it: the register does not take it down, and what it already holds moves nothing.
  const { item } = (await town.catalogue.itemInForce(town.area, SHOP, '2026-05-06'))!
  const forbidden = {
    ...item,
    version: 2,
    effectiveFrom: '2026-05-07',
    delegation: { entrust: false, remote: true, basis: '示例法第九条' },
  }
  await town.publish(forbidden)
  town.clock.set(at('2026-05-07T09:00'))
  expect(await town.givePower({ items: [SHOP], body: BOSHAN, kind: 'entrusted' })).toMatchObject({
    code: 'power-forbidden-by-law',
    basis: '示例法第九条',
  })
  expect(isRefusal(await town.changePower(entrusted.ids[0]!, { to: '2027-01-01' }))).toBe(true)
  const plain = { ...item, version: 3, effectiveFrom: '2026-05-08' }
  await town.publish(plain)
  town.clock.set(at('2026-05-08T09:00'))
}, 120_000)

test('a delegated power is used in the town’s own name, under the seal of its centre', async () => {
  const { ids } = done(await town.givePower({ items: [SHOP], body: BOSHAN }))
  later()
  const no = await town.fileAtWindow('clerk.boshan', SHOP, { region: SHIQUAN })
  await toReviewed(no)
  expect(await doing('approver.boshan', no, 'grant', GRANT)).toBe('decided')
  expect(await doing('issuer.boshan', no, 'seal')).toBe('issued')
  await town.work()
  expect(await town.paperText('clerk.boshan', no, 'grant')).toContain('博山镇人民政府')
  expect((await dossierOf(no)).seal?.seal).toBe(`${BOSHAN}.centre`)
  done(await town.takePowerBack(ids[0]!))
  await town.work()
}, 60_000)

test('a power that holds at a village station alone brings no matter to its town, where nobody could decide it', async () => {
  for (const [place, decider] of [
    [`station-${SHIQUAN}`, 'approval-bureau'],
    ['centre-370304113', BOSHAN],
  ] as const) {
    const { ids } = done(await town.givePower({ items: [SHOP], body: BOSHAN, places: [place] }))
    later()
    const no = await town.fileAtWindow('clerk.boshan', SHOP, { region: SHIQUAN })
    expect([place, (await dossierOf(no)).decidingBody]).toEqual([place, decider])
    done(await town.takePowerBack(ids[0]!))
    await town.work()
  }
}, 60_000)

test('CAS-24 what was delegated to a town the town decides: passing it up is refused and on record', async () => {
  const { ids } = done(await town.givePower({ items: [SHOP], body: BOSHAN }))
  later()
  const no = await town.fileAtWindow('clerk.boshan', SHOP, { region: SHIQUAN })
  await toReviewed(no)
  expect(await doing('approver.boshan', no, 'transfer-up')).toBe('refused: no-upward-transfer')
  // CAS-25: neither does the district reach into what it has given away, nor another town.
  for (const who of ['approver.approval-bureau', 'approver.badou'])
    expect([who, await doing(who, no, 'grant', GRANT)]).toEqual([who, 'refused: case-not-found'])
  await town.work()
  const { stream } = (await town.cases.find(await town.as('supervisor'), no))!
  const tried = await town.db.query<{ code: string }>(
    `SELECT body::jsonb->>'code' AS code FROM ledger.fact
      WHERE area_code = $1 AND stream LIKE 'attempt:%' AND body::jsonb->>'stream' = $2`,
    [town.area, stream],
  )
  expect(tried.map(({ code }) => code).toSorted()).toEqual([
    ...['beyond-sight', 'beyond-sight', 'no-upward-transfer'],
  ])
  expect(await doing('approver.boshan', no, 'grant', GRANT)).toBe('decided')
  expect(await doing('issuer.boshan', no, 'seal')).toBe('issued')
  done(await town.takePowerBack(ids[0]!))
  await town.work()
}, 60_000)

test('CAS-02 a power taken back is not used a second later, and no case is stuck: each goes on with who holds it now', async () => {
  const { ids } = done(await town.givePower({ items: [SHOP], body: BOSHAN }))
  later()
  const [received, reviewed, decided] = [
    await town.fileAtWindow('clerk.boshan', SHOP, { region: SHIQUAN }),
    await town.fileAtWindow('clerk.boshan', SHOP, { region: SHIQUAN }),
    await town.fileAtWindow('clerk.boshan', SHOP, { region: SHIQUAN }),
  ]
  await toReviewed(reviewed)
  await toReviewed(decided)
  expect(await doing('approver.boshan', decided, 'grant', GRANT)).toBe('decided')
  const dueBefore = (await town.detailOf('clerk.boshan', reviewed)).clocks
  done(await town.takePowerBack(ids[0]!))
  expect(await doing('approver.boshan', reviewed, 'grant', GRANT)).toBe('refused: power-taken-back')
  expect(await doing('issuer.boshan', decided, 'seal')).toBe('refused: power-taken-back')
  await town.work()

  for (const no of [received, reviewed, decided])
    expect([no, (await dossierOf(no)).decidingBody]).toEqual([no, 'approval-bureau'])
  const { clocks, story } = await town.detailOf('clerk.boshan', reviewed)
  const days = (all: typeof clocks) => all.map(({ clock, day, state }) => [clock, day, state])
  expect(days(clocks)).toEqual(days(dueBefore))
  expect(story.map(({ text }) => text)).toContain('决定权限变更，办件转由现在有权的机关办理')
  expect(await doing('approver.boshan', reviewed, 'grant', GRANT)).toMatch(
    /refused: (case-not-found|power-taken-back)/,
  )
  expect(await doing('approver.approval-bureau', reviewed, 'grant', GRANT)).toBe('decided')

  // The town's decision was neither sealed nor served: it is made anew, under the limits it had ended.
  expect(await dossierOf(decided)).toMatchObject({ state: 'reviewed', review: { opinion: 'grant' } })
  expect(await dossierOf(decided)).not.toHaveProperty('decision')
  const running = (await town.detailOf('clerk.boshan', decided)).clocks.filter(
    ({ state }) => state === 'running',
  )
  expect(running.map(({ clock }) => clock)).toEqual(expect.arrayContaining(['promised', 'step-decide']))
  expect(await doing('approver.approval-bureau', decided, 'grant', GRANT)).toBe('decided')
  expect(await doing('issuer.hall', decided, 'seal')).toBe('issued')
}, 120_000)

test('CAS-27 accepted in town A, decided by town B, handed out in A; without the plan’s word it is refused', async () => {
  await town.plan('crossTownAcceptance.value', false)
  later()
  expect(await town.tryAtWindow('clerk.shantou', 'elderly-allowance', { region: SHIQUAN })).toMatchObject({
    code: 'not-cross-town',
  })
  await town.plan('crossTownAcceptance.value', true)
  later()
  const no = await town.fileAtWindow('clerk.shantou', 'elderly-allowance', { region: SHIQUAN })
  expect(await dossierOf(no)).toMatchObject({ acceptPlace: 'centre-370304004', decidingBody: BOSHAN })
  expect(await accept('clerk.shantou', no)).toBe('accepted')
  expect(await doing('reviewer.shantou', no, 'review', review)).toBe('refused: case-not-found')
  expect(await doing('reviewer.boshan', no, 'review', review)).toBe('reviewed')
  expect(await doing('approver.boshan', no, 'grant', { conclusion: '准予发放' })).toBe('decided')
  expect(await doing('issuer.boshan', no, 'seal')).toBe('issued')
  await town.work()
  expect(await town.workList('clerk.shantou')).toContain(no)
  expect(await doing('clerk.shantou', no, 'deliver-at-window', RECEIVER)).toBe('closed')
  const { story } = await town.detailOf('clerk.shantou', no)
  expect(story.map(({ place }) => place).filter((place) => place?.includes('山头')).length).toBeGreaterThan(1)
  expect(story.some(({ place }) => place?.includes('博山镇'))).toBe(true)
}, 60_000)

test('CAS-28/a the town takes in, the district decides online, and its decision is printed and handed out at the town', async () => {
  later()
  const no = await town.fileAtWindow('clerk.boshan', SHOP, { region: SHIQUAN })
  expect(await dossierOf(no)).toMatchObject({ remote: true, decidingBody: 'approval-bureau' })
  expect(await accept('clerk.boshan', no)).toBe('accepted')
  expect(await doing('reviewer.approval-bureau', no, 'review', review)).toBe('reviewed')
  expect(await doing('approver.approval-bureau', no, 'grant', GRANT)).toBe('decided')
  expect(await doing('issuer.hall', no, 'seal')).toBe('issued')
  await town.work()
  const { allowed, papers } = await town.detailOf('clerk.boshan', no)
  const print = allowed.find(({ act }) => act === 'print-at-place')!
  const decision = papers.find(({ kind }) => kind === 'grant')!
  expect(print.fields?.[0]?.options?.map(({ value }) => value)).toEqual([decision.id])
  expect(await town.paperText('clerk.boshan', no, 'grant')).toContain('博山区行政审批服务局')
  expect(await doing('clerk.boshan', no, 'print-at-place', { paper: 'another' })).toBe(
    'refused: decision-paper-not-ready',
  )
  // Somebody else's counter neither sees nor prints it.
  expect(await doing('clerk.shantou', no, 'print-at-place', { paper: decision.id })).toBe(
    'refused: case-not-found',
  )
  expect(await doing('clerk.boshan', no, 'print-at-place', { paper: decision.id })).toBe('issued')
  const printed = (await town.detailOf('clerk.boshan', no)).story.at(-1)!
  expect([printed.text, printed.place, printed.details]).toEqual([
    '打印了准予决定书',
    expect.stringContaining('博山镇'),
    [`文号：${decision.number}`],
  ])
  expect((await dossierOf(no)).printed).toMatchObject([
    { paper: decision.id, by: { place: 'centre-370304113' } },
  ])
  expect(await doing('clerk.boshan', no, 'deliver-at-window', RECEIVER)).toBe('closed')
}, 60_000)

test('CAS-28/b the law’s flag or the plan blocks deciding from afar; the hall takes it in all the same', async () => {
  const { item } = (await town.catalogue.itemInForce(town.area, SHOP, town.clock.now().slice(0, 10)))!
  await town.publish({
    ...item,
    version: item.version + 1,
    effectiveFrom: '2026-06-01',
    delegation: { entrust: true, remote: false, basis: '示例条例第十二条' },
  })
  town.clock.set(at('2026-06-01T09:00'))
  expect(await town.tryAtWindow('clerk.boshan', SHOP, { region: SHIQUAN })).toMatchObject({
    code: 'remote-forbidden',
    basis: '示例条例第十二条',
  })
  expect(
    await dossierOf(await town.fileAtWindow('clerk.hall', SHOP, { region: SHIQUAN })),
  ).not.toHaveProperty('remote')
  await town.publish({ ...item, version: item.version + 2, effectiveFrom: '2026-06-02' })
  town.clock.set(at('2026-06-02T09:00'))
  await town.plan('delegation.value.remoteApproval', false)
  later()
  expect(await town.tryAtWindow('clerk.boshan', SHOP, { region: SHIQUAN })).toMatchObject({
    code: 'remote-off',
  })
  await town.plan('delegation.value.remoteApproval', true)
  later()
}, 60_000)

test('CAS-29/a a station sends nothing up that is incomplete', async () => {
  const { actor, now } = await town.looking('agent.shiquan')
  const { item } = (await town.catalogue.itemInForce(town.area, STATION_ITEM, now.slice(0, 10)))!
  const whole = await town.fileAtWindow('agent.shiquan', STATION_ITEM, COMPLETE)
  const { dossier } = (await town.cases.find(actor, whole))!
  expect(Object.keys(dossier.materials)).toContain('land-right')
  const tried = await town.tryAtWindow('agent.shiquan', STATION_ITEM, { region: SHIQUAN })
  expect(tried).toMatchObject({
    code: 'materials-missing',
    facts: { names: [item.materials.find(({ id }) => id === 'land-right')!.name] },
  })
}, 60_000)

test('CAS-29/b a complete case goes to the town, and the applicant holds a receipt to follow it by', async () => {
  const no = await town.fileAtWindow('agent.shiquan', STATION_ITEM, COMPLETE)
  await town.work()
  expect(await dossierOf(no)).toMatchObject({
    state: 'received',
    acceptPlace: 'centre-370304113',
    sentFrom: { place: 'station-370304113203' },
    decidingBody: BOSHAN,
  })
  const receipt = await town.paperText('agent.shiquan', no, 'receipt')
  const { queryCode: code } = done(await town.cases.seen(no, await town.looking('agent.shiquan')))
  for (const part of [no, code, '代受理']) expect(receipt).toContain(part)
  expect(await town.cases.progressByCode(no, code, town.clock.now())).toBeDefined()
  const { story, allowed } = await town.detailOf('agent.shiquan', no)
  expect(story[0]!.text).toContain('代受理')
  // Accepting is the town's act; the station follows what becomes of it.
  expect(allowed.map(({ act }) => act)).not.toContain('accept')
  expect(await accept('agent.shiquan', no)).toBe('refused: not-your-step')
  expect(await town.workList('clerk.boshan')).toContain(no)
  expect(await accept('clerk.boshan', no)).toBe('accepted')
  expect((await town.detailOf('agent.shiquan', no)).summary.stateText).toContain('已受理')
  expect(await doing('agent.qiugu', no, 'accept', {})).toBe('refused: case-not-found')
}, 60_000)

test('CAS-04 two matters of two domains are taken in at one window and reach two departments', async () => {
  const clerk = 'clerk.boshan'
  const aid = await town.fileAtWindow(clerk, 'legal-aid', { region: SHIQUAN })
  const shop = await town.fileAtWindow(clerk, SHOP, { region: SHIQUAN })
  const [one, other] = [await dossierOf(aid), await dossierOf(shop)]
  expect(one.window).toEqual(other.window)
  expect([one.decidingBody, other.decidingBody]).toEqual(['justice', 'approval-bureau'])
  for (const no of [aid, shop]) expect(await accept(clerk, no)).toBe('accepted')
  expect(await town.workList('reviewer.justice')).toContain(aid)
  expect(await town.workList('reviewer.approval-bureau')).toContain(shop)
  expect(await town.workList('reviewer.justice')).not.toContain(shop)
}, 60_000)

test('rebuilding from the facts finds every one of these cases as it is stored', async () => {
  await town.work()
  const { cases, mended } = await rebuildCaseViews(town, () => {})
  expect([cases > 8, mended]).toEqual([true, []])
})
