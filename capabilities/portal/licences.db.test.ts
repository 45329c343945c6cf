import { afterAll, beforeAll, expect, test } from 'vitest'
import { isRefusal } from '#engine/refusal.ts'
import { at, startTown, type TestCitizen, type Town } from '#capabilities/testing/town.ts'
import type { LicenceDetail, PageRefusal } from './contract.ts'

const ITEM = 'publications-retail-licence'

// Real: pack, database, ledger, due jobs, papers, messages. Moved by hand: the clock.
let town: Town
let owner: TestCitizen
let number: string
beforeAll(async () => {
  town = await startTown({ clock: at('2026-11-23T09:00') })
  owner = await town.citizen('张示例')
  const hall = (await town.portal.places(ITEM, '370304004207')).find(({ tier }) => tier === 'hall')!
  const no = await town.file(owner, ITEM, { place: hall.id, delivery: 'electronic' })
  await granted(no, { conclusion: '准予从事出版物零售', validUntil: '2027-06-30' })
  const mine = await town.portal.myLicences(owner.visitor)
  number = answered(mine).items[0]!.number
})
afterAll(() => town.stop())

function answered<V extends object>(value: V | PageRefusal): V {
  if ('refused' in value) throw new Error((value as PageRefusal).code)
  return value as V
}

async function act(who: string, no: string, name: string, input: Record<string, unknown> = {}) {
  const done = await town.act(who, no, name, input)
  if (isRefusal(done)) throw new Error(`${name}: ${done.code} ${JSON.stringify(done.facts ?? {})}`)
}

async function granted(no: string, grant: Record<string, unknown>) {
  await act('clerk.hall', no, 'accept', await town.goodChecklist('clerk.hall', no))
  await act('reviewer.approval-bureau', no, 'review', { opinion: 'grant', text: '符合条件。' })
  await act('approver.approval-bureau', no, 'grant', grant)
  await act('issuer.hall', no, 'seal')
  await town.work()
}

const licence = async (who = owner): Promise<LicenceDetail> =>
  answered(await town.portal.myLicence(who.visitor, number))
const titles = async () => answered(await town.portal.messages(owner.visitor)).items.map(({ title }) => title)

test('a licence is seen by its holder and looks like none to anybody else', async () => {
  expect((await licence()).summary).toMatchObject({ state: 'valid', validUntil: '2027-06-30' })
  expect((await licence()).allowed).toEqual([])
  const stranger = await town.citizen('李示例')
  expect(await town.portal.myLicence(stranger.visitor, number)).toMatchObject({ code: 'licence-not-found' })
  expect(answered(await town.portal.myLicences(stranger.visitor)).items).toEqual([])
  const tried = await town.portal.applyAbout(stranger.visitor, number, 'cancel')
  expect(tried).toMatchObject({ code: 'licence-not-found' })
  expect(await town.portal.myLicence({ csrfToken: '' }, number)).toMatchObject({ refused: true })
})

test('the holder is reminded ninety, sixty and thirty days before the last day to ask for renewal', async () => {
  // The 31st of May is thirty days before the 30th of June, the last day to ask.
  for (const [day, count] of [
    ['2027-03-01', 0],
    ['2027-03-02', 1],
    ['2027-04-01', 2],
    ['2027-05-01', 3],
  ] as const) {
    town.clock.set(at(`${day}T10:00`))
    await town.work()
    expect((await titles()).filter((title) => title === '证照快到期了')).toHaveLength(count)
  }
  const { items } = answered(await town.portal.messages(owner.visitor))
  const told = items.find(({ title }) => title === '证照快到期了')!
  expect(told.text).toContain(number)
  expect(told.text).toContain('2027年5月31日')
  expect(await town.portal.readMessage(owner.visitor, told.id)).toMatchObject({ licence: number })
})

test('C11 a renewal begins with everything that is known, is filed online, and renews the licence', async () => {
  town.clock.set(at('2027-05-10T09:00'))
  const draft = answered(await town.portal.applyAbout(owner.visitor, number, 'renew'))
  expect(draft).toMatchObject({
    about: { licence: number, kind: 'renew' },
    item: { name: '出版物经营许可（零售，延续）' },
  })
  expect(draft.values['name']).toBe('示例')
  expect(draft.papers.asked.map(({ material }) => material.id)).toContain('current-licence')
  // Pressed again it is the same draft, and an ordinary application of the item is another.
  expect(answered(await town.portal.applyAbout(owner.visitor, number, 'renew')).id).toBe(draft.id)
  expect(answered(await town.portal.openDraft(owner.visitor, ITEM)).id).not.toBe(draft.id)
  const names = (await town.portal.drafts(owner.visitor)).map(({ itemName }) => itemName)
  expect(names).toContain('出版物经营许可（零售，延续）')

  const { no } = answered(await town.portal.file(owner.visitor, draft.id, 'r'))
  await town.work()
  expect((await licence()).summary.application).toMatchObject({ kind: 'renew' })
  expect((await licence()).cases.at(-1)).toEqual({ no, text: '延续办理中' })
  const [, renew] = (await licence()).applications
  expect(renew).toMatchObject({ kind: 'renew', notNow: expect.stringContaining('正在办理') })
  await granted(no, { conclusion: '准予延续', validUntil: '2028-06-30' })
  expect((await licence()).summary).toMatchObject({ validUntil: '2028-06-30', state: 'valid' })
  const { papers } = answered(await town.portal.myCase(owner.visitor, no))
  expect(papers.map(({ kind }) => kind)).toContain('grant')
})

test('what is meant to be taken away is told, and its paper is fetched by the holder alone', async () => {
  const { actor, now, reliesOn } = await town.looking('reviewer.approval-bureau')
  const done = await town.cases.licences.act({
    ...{ actor, now, reliesOn, number, act: 'intend', requestId: 'i', requestHash: 'i' },
    input: { ground: 'not-qualified', reason: '经营场所不符合规定的条件', basis: '出版管理条例第三十五条' },
  })
  expect(isRefusal(done)).toBe(false)
  await town.work()
  expect(await titles()).toContain('拟对您的证照作出处理')
  const { papers, parts } = await licence()
  expect(parts[0]).toMatchObject({ key: 'intent', title: '拟撤销' })
  expect(papers[0]!.url).toBe(`/my/licences/${encodeURIComponent(number)}/papers/${papers[0]!.id}`)
  const got = answered(await town.portal.licencePaper(owner.visitor, number, papers[0]!.id))
  expect(Buffer.from(got.bytes).subarray(0, 4).toString()).toBe('%PDF')
  // Served into the account, the holder answers there, once a press, and nobody else does.
  const [offered, ...more] = (await licence()).allowed
  expect([offered, ...more].map((each) => [each?.act, each?.until !== undefined])).toEqual([['hear', true]])
  const said = { act: 'hear', input: { result: 'stated', text: '场所已经整改，附消防验收意见' } }
  const stranger = await town.citizen('王示例')
  expect(await town.portal.actOnLicence(stranger.visitor, number, said, 'x')).toMatchObject({
    code: 'licence-not-found',
  })
  expect(
    await town.portal.actOnLicence(owner.visitor, number, { act: 'revoke', input: {} }, 'y'),
  ).toMatchObject({ refused: true })
  const both = await Promise.all([1, 2].map(() => town.portal.actOnLicence(owner.visitor, number, said, 'h')))
  expect(both).toEqual([undefined, undefined])
  const heard = await licence()
  expect(heard.allowed).toEqual([])
  expect(heard.story.at(-1)).toMatchObject({ who: '持证人', text: '持证人提出陈述申辩' })
  expect(JSON.stringify(heard.parts)).toContain('消防验收意见')
  // The office reads it at once, and may decide.
  const seen = await town.cases.licences.detail(town.area, number, { actor, now, reliesOn })
  expect(JSON.stringify(isRefusal(seen) ? seen : seen.parts)).toContain('消防验收意见')
  expect(await town.portal.licencePaper(stranger.visitor, number, papers[0]!.id)).toMatchObject({
    code: 'licence-not-found',
  })
})
