import { afterAll, beforeAll, expect, test } from 'vitest'
import { isRefusal } from '#engine/refusal.ts'
import { rebuildSealUses, sealUses } from '#capabilities/licence-seal/index.ts'
import { at, done, startTown, type Town } from '#capabilities/testing/town.ts'

/** 出版物零售许可: a licence of the approval bureau that town centres take in. */
const SHOP = 'publications-retail-licence'
/** 小额临时救助: a matter of the town’s own. */
const AID = 'temporary-assistance-small'
const BOSHAN = 'town-370304113'
const BADOU = 'town-370304106'
const SHIQUAN = '370304113203'

// Real: pack, database, ledger, registers of powers and seals, due jobs, papers. Set by hand: what the plan says of seals.
let town: Town
beforeAll(async () => {
  town = await startTown({ clock: at('2026-03-16T09:00') })
})
afterAll(() => town.stop())

const said = (answer: Awaited<ReturnType<Town['act']>>) =>
  isRefusal(answer) ? `refused: ${answer.code}` : (answer.answer as { state: string }).state
const doing = async (who: string, no: string, act: string, input: Record<string, unknown> = {}) =>
  said(await town.act(who, no, act, input))
const later = () => town.clock.advance({ minutes: 1 })
const policy = async (value: string) => {
  await town.plan('seal.value.policy', value)
  later()
}
const today = () => town.clock.now().slice(0, 10)

/** A decided case of the town, waiting for its seal. */
async function decided(item: string): Promise<string> {
  const no = await town.fileAtWindow('clerk.boshan', item, { region: SHIQUAN })
  await town.act('clerk.boshan', no, 'accept', await town.goodChecklist('clerk.boshan', no))
  const body = (await town.cases.find(await town.as('supervisor'), no))!.dossier.decidingBody
  const office = body === BOSHAN ? 'boshan' : 'approval-bureau'
  await town.act(`reviewer.${office}`, no, 'review', { opinion: 'grant', text: '材料齐全，符合条件。' })
  expect(await doing(`approver.${office}`, no, 'grant', { conclusion: '准予' })).toBe('decided')
  return no
}

const uses = async (filter: { seal?: string; item?: string } = {}) =>
  (await sealUses({ ...town, posts: town.staff }, town.area, today(), filter)).items

const sealChoices = async (who: string, no: string) =>
  (await town.detailOf(who, no)).allowed
    .find(({ act }) => act === 'seal')
    ?.fields?.[0]?.options?.map(({ value }) => value)

test('LIC-03/b every decision of the centre carries the centre’s seal, and another is refused', async () => {
  const no = await decided(AID)
  expect(await sealChoices('issuer.boshan', no)).toEqual([`${BOSHAN}.centre`])
  for (const other of [`${BOSHAN}.decision`, `${BADOU}.centre`, 'approval-bureau.decision'])
    expect([other, await doing('issuer.boshan', no, 'seal', { seal: other })]).toEqual([
      other,
      'refused: seal-not-the-centres',
    ])
  expect(await doing('issuer.boshan', no, 'seal', { seal: `${BOSHAN}.acceptance` })).toBe(
    'refused: seal-of-other-purpose',
  )
  expect(await doing('issuer.boshan', no, 'seal', { seal: `${BOSHAN}.centre` })).toBe('issued')
  await town.work()
  expect(
    (await town.detailOf('clerk.boshan', no)).story.find(({ text }) => /加盖印章/.test(text))!.details,
  ).toEqual(['印章：博山区博山镇便民服务中心行政审批专用章'])
}, 60_000)

test('LIC-03/a the log of seals names item, case and operator, paper, place and time of every use', async () => {
  const no = await decided(AID)
  expect(await doing('issuer.boshan', no, 'seal')).toBe('issued')
  await town.work()
  expect((await uses({ seal: `${BOSHAN}.centre` }))[0]).toMatchObject({
    sealName: '博山区博山镇便民服务中心行政审批专用章',
    item: AID,
    itemName: expect.stringMatching(/\p{Script=Han}/u),
    no,
    paperText: '准予决定书',
    operator: expect.stringContaining('演示出件04'),
    placeName: expect.stringContaining('博山镇便民服务中心'),
    at: expect.stringContaining('2026-03-16T09:'),
  })
}, 60_000)

test('LIC-04 law’s exception takes the centre’s seal off the certificate of that item', async () => {
  const { item } = (await town.catalogue.itemInForce(town.area, AID, today()))!
  await town.publish({
    ...item,
    version: item.version + 1,
    effectiveFrom: '2026-03-17',
    delegation: { entrust: true, remote: true, centreSeal: false, basis: '示例法第三十条' },
  })
  town.clock.set(at('2026-03-17T09:00'))
  const no = await decided(AID)
  expect(await sealChoices('issuer.boshan', no)).toEqual([`${BOSHAN}.decision`])
  expect(await town.act('issuer.boshan', no, 'seal', { seal: `${BOSHAN}.centre` })).toMatchObject({
    code: 'seal-law-exception',
    basis: '示例法第三十条',
  })
  expect(await doing('issuer.boshan', no, 'seal')).toBe('issued')
  await town.work()
  expect((await uses({ seal: `${BOSHAN}.decision` }))[0]?.no).toBe(no)
}, 60_000)

test('LIC-01/a a numbered seal is used by its own town, for its own item, within 9 to 20, and for nothing else', async () => {
  await policy('numbered-seals')
  const numbered = { kind: 'numbered' as const, body: 'approval-bureau', from: '2026-03-17' }
  const nine = done(await town.issueSeal({ ...numbered, number: 9, holder: BOSHAN, items: [SHOP] }))
  const ten = done(await town.issueSeal({ ...numbered, number: 10, holder: BADOU, items: [SHOP] }))
  const eleven = done(await town.issueSeal({ ...numbered, number: 11, holder: BOSHAN, items: ['legal-aid'] }))
  for (const number of [8, 21])
    expect(await town.issueSeal({ ...numbered, number, holder: BOSHAN, items: [SHOP] })).toMatchObject({
      code: 'seal-number-out-of-range',
    })
  expect(await town.issueSeal({ ...numbered, number: 9, holder: BADOU, items: [SHOP] })).toMatchObject({
    code: 'seal-number-taken',
  })
  done(await town.givePower({ items: [SHOP], body: BOSHAN }))
  later()

  const no = await decided(SHOP)
  expect(await sealChoices('issuer.boshan', no)).toEqual(['numbered.9'])
  const refused: Record<string, string> = {
    [ten.id]: 'refused: seal-of-other-town',
    [eleven.id]: 'refused: seal-of-other-item',
    'numbered.8': 'refused: seal-number-out-of-range',
    'numbered.21': 'refused: seal-number-out-of-range',
    [`${BOSHAN}.decision`]: 'refused: seal-not-numbered',
  }
  for (const [seal, code] of Object.entries(refused))
    expect([seal, await doing('issuer.boshan', no, 'seal', { seal })]).toEqual([seal, code])
  // Suspended, it is of no use from that moment, also to whoever still has the page open.
  done(await town.moveSeal(nine.id, 'suspend'))
  expect(await doing('issuer.boshan', no, 'seal', { seal: nine.id })).toBe('refused: seal-not-in-use')
  done(await town.moveSeal(nine.id, 'resume'))
  expect(await doing('issuer.boshan', no, 'seal', { seal: nine.id })).toBe('issued')
  // A power of the town’s own is none of the district’s: no numbered seal stands under it.
  const own = await decided(AID)
  expect(await doing('issuer.boshan', own, 'seal', { seal: nine.id })).toBe('refused: seal-only-delegated')
  expect(await doing('issuer.boshan', own, 'seal')).toBe('issued')
  await town.work()
  expect(await town.paperText('clerk.boshan', no, 'grant')).toContain('博山镇人民政府')
}, 120_000)

test('LIC-01/b every use of a numbered seal stands in the log, and a lost log is written anew from the facts', async () => {
  const [line] = await uses({ seal: 'numbered.9' })
  expect(line).toMatchObject({
    number: 9,
    sealName: expect.stringContaining('专用章（9）'),
    item: SHOP,
    operator: expect.stringContaining('演示出件04'),
    placeName: expect.stringContaining('博山镇便民服务中心'),
  })
  const before = await uses()
  await town.db.query('DELETE FROM licence_seal.use WHERE area_code = $1', [town.area])
  expect(await uses()).toEqual([])
  expect(await rebuildSealUses(town.db)).toBe(before.length)
  expect(await uses()).toEqual(before)
}, 60_000)

test('a numbered seal handed over is the other town’s from then on; retired, its number is free again', async () => {
  done(await town.bindSeal('numbered.9', { holder: BADOU, items: [SHOP] }))
  const no = await decided(SHOP)
  expect(await doing('issuer.boshan', no, 'seal', { seal: 'numbered.9' })).toBe('refused: seal-of-other-town')
  expect(await doing('issuer.boshan', no, 'seal')).toBe('refused: seal-none')
  done(await town.moveSeal('numbered.9', 'retire'))
  const again = {
    kind: 'numbered' as const,
    body: 'approval-bureau',
    number: 9,
    holder: BOSHAN,
    items: [SHOP],
  }
  expect(done(await town.issueSeal({ ...again, from: today() })).id).toBe('numbered.9.2')
  expect(await doing('issuer.boshan', no, 'seal')).toBe('issued')
}, 60_000)

test('LIC-02 a matter taken over by the bureau carries its one seal, and never the former department’s', async () => {
  await policy('bureau-seal')
  const { item } = (await town.catalogue.itemInForce(town.area, SHOP, today()))!
  await town.publish({
    ...item,
    version: item.version + 1,
    effectiveFrom: '2026-03-18',
    transferredFrom: 'culture-tourism',
    delegation: { entrust: false, remote: true, basis: '示例条例第五条' },
  })
  town.clock.set(at('2026-03-18T09:00'))
  const bureau = done(await town.issueSeal({ kind: 'bureau', body: 'approval-bureau', from: '2026-03-18' }))
  later()
  const no = await decided(SHOP)
  expect(await sealChoices('issuer.hall', no)).toEqual([bureau.id])
  expect(await doing('issuer.hall', no, 'seal', { seal: 'culture-tourism.decision' })).toBe(
    'refused: seal-of-former-department',
  )
  expect(await doing('issuer.hall', no, 'seal', { seal: 'approval-bureau.decision' })).toBe(
    'refused: seal-not-the-bureaus',
  )
  expect(await doing('issuer.hall', no, 'seal', { seal: bureau.id })).toBe('issued')
  await town.work()
  expect((await uses({ seal: bureau.id }))[0]).toMatchObject({ no, item: SHOP })
}, 60_000)

test('a plan without one seal for all leaves everybody their own, and others’ are refused', async () => {
  await policy('own-seal')
  const no = await decided(AID)
  expect(await sealChoices('issuer.boshan', no)).toEqual([`${BOSHAN}.decision`])
  expect(await doing('issuer.boshan', no, 'seal', { seal: `${BADOU}.decision` })).toBe(
    'refused: seal-of-other-body',
  )
  expect(await doing('issuer.boshan', no, 'seal')).toBe('issued')
}, 60_000)
