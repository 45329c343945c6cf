import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { at, startTown, syntheticId, type TestCitizen, type Town } from '#capabilities/testing/town.ts'
import type { PageRefusal } from './contract.ts'
import { citizenServices } from './index.ts'

let town: Town
let zhang: TestCitizen
let li: TestCitizen

beforeAll(async () => {
  town = await startTown({ clock: at('2026-11-23T09:00') })
  zhang = await town.citizen('张示例')
  li = await town.citizen('李示例')
})
afterAll(() => town.stop())

const ITEM = 'elderly-allowance'
const upload = (text = 'x') => ({
  fileName: 'scan.pdf',
  stream: Readable.from([Buffer.from(`%PDF-1.7\n${text}\n%%EOF\n`)]),
})
const codeOf = (answer: unknown) => (answer as PageRefusal | undefined)?.code

function granted<T>(answer: T | PageRefusal): T {
  if (codeOf(answer) !== undefined && 'refused' in (answer as object)) throw new Error(JSON.stringify(answer))
  return answer as T
}

test('a stranger gets a signed cookie and a form token that only that cookie fits', async () => {
  const first = await town.portal.visitor({ anonymous: 'planted' })
  expect(first.citizen).toBeUndefined()
  const again = await town.portal.visitor({ anonymous: first.anonymousCookie! })
  expect(again.anonymousCookie).toBeUndefined()
  expect([again.ownsForm!(first.csrfToken), first.ownsForm!(first.csrfToken)]).toEqual([true, false])
})

test('a registered person is known by a masked name, signs in and out, and owns their forms', async () => {
  const { session } = granted(
    await town.portal.signIn({ login: zhang.login, password: zhang.password }, '192.0.2.1', 'test'),
  )
  const visitor = await town.portal.visitor({ session })
  expect(visitor.citizen?.displayName).toBe('张*例')
  expect([visitor.ownsForm!(visitor.csrfToken), visitor.ownsForm!(zhang.visitor.csrfToken)]).toEqual([
    true,
    false,
  ])
  await town.portal.signOut(session)
  expect((await town.portal.visitor({ session })).citizen).toBeUndefined()
})

test.each([
  ['a person who has an account', {}, 'register-not-possible'],
  ['a number that is another’s', { name: '王示例' }, 'identity-not-confirmed'],
  ['a number that does not check', { citizenId: '370304190101010011' }, 'register-invalid'],
  ['a weak password', { password: 'abc' }, 'password-too-short'],
])('%s cannot register', async (_, change, code) => {
  const { name, idNumber: citizenId, phone } = zhang.details
  const input = { name, citizenId, phone, login: 'somebody', password: 'Shiyong-2026!', ...change }
  expect(codeOf(await town.portal.register(input, '192.0.2.2'))).toBe(code)
})

test.each([
  ['the phone', ({ phone }: TestCitizen['details']) => phone],
  [
    'the phone as it stands on a card',
    ({ phone }: TestCitizen['details']) => `+86 ${phone.slice(0, 3)}-${phone.slice(3)}`,
  ],
  ['the id number', ({ idNumber }: TestCitizen['details']) => idNumber.toLowerCase()],
])('%s signs in as well as the account name', async (_, typed) => {
  const { session } = granted(
    await town.portal.signIn({ login: typed(zhang.details), password: zhang.password }, '192.0.2.9', 'test'),
  )
  const visitor = await town.portal.visitor({ session })
  expect(visitor.citizen?.party).toBe(zhang.visitor.citizen?.party)
})

test('nobody has to think of an account name, and nobody takes a number that is another’s for one', async () => {
  const fresh = {
    name: '赵示例',
    citizenId: syntheticId(98),
    phone: '19900000098',
    password: 'Shiyong-2026!',
  }
  for (const login of ['19900000097', syntheticId(97)])
    expect(await town.portal.register({ ...fresh, login }, '192.0.2.7')).toMatchObject({
      code: 'register-invalid',
      problems: [{ field: 'login' }],
    })
  expect(granted(await town.portal.register({ ...fresh, login: '' }, '192.0.2.7')).session).toBeDefined()
  for (const login of [fresh.phone, fresh.citizenId])
    expect(
      granted(await town.portal.signIn({ login, password: fresh.password }, '192.0.2.7', 'test')).session,
    ).toBeDefined()
  expect(codeOf(await town.portal.register({ ...fresh, login: '' }, '192.0.2.7'))).toBe(
    'register-not-possible',
  )
})

test('a login that is taken is said at its field', async () => {
  const fresh = { name: '赵示例', phone: '19900000099' }
  const input = { ...fresh, citizenId: syntheticId(99), login: zhang.login, password: 'Shiyong-2026!' }
  expect(await town.portal.register(input, '192.0.2.2')).toMatchObject({
    code: 'login-taken',
    problems: [{ field: 'login' }],
  })
})

test('without a real-name provider nobody registers', async () => {
  const production = citizenServices({ ...town, demo: false })
  const input = { name: '赵示例', citizenId: '1', phone: '1', login: 'x1', password: 'y' }
  expect(codeOf(await production.register(input, '192.0.2.3'))).toBe('identity-provider-missing')
})

test('a village chosen anew in the form takes the matter along, and with it who takes the papers in', async () => {
  const draft = granted(await town.portal.openDraft(li.visitor, ITEM))
  const here = '370304004207'
  const elsewhere = (await town.portal.regions()).find(({ code }) => code !== '370304004000')!
  const village = elsewhere.children[0]!.code
  const [centre] = granted(await town.portal.places(ITEM, here))
  await town.portal.saveDraft(li.visitor, draft.id, { region: here, acceptPlace: centre!.id })
  const same = granted(await town.portal.saveDraft(li.visitor, draft.id, { values: { residence: 'home' } }))
  expect([same.region, same.acceptPlace, same.values['village']]).toEqual([here, centre!.id, here])
  const moved = granted(await town.portal.saveDraft(li.visitor, draft.id, { values: { village } }))
  expect([moved.region, moved.values['village']]).toEqual([village, village])
  const offered = granted(await town.portal.places(ITEM, village)).map(({ id }) => id)
  expect(moved.acceptPlace === undefined || offered.includes(moved.acceptPlace)).toBe(true)
  // What is no place here stays what somebody typed, and the form says so.
  const odd = granted(
    await town.portal.saveDraft(li.visitor, draft.id, { values: { village: '000000000000' } }),
  )
  expect(odd.region).toBe(village)
  await town.portal.dropDraft(li.visitor, draft.id)
})

test('home counts every item in force and says whether the hall is open', async () => {
  const view = await town.portal.home()
  expect(view.domains.reduce((sum, { count }) => sum + count, 0)).toBe(
    (await town.catalogue.itemsInForce(town.area, '2026-11-23')).length,
  )
  expect(view.hall).toMatchObject({ tier: 'hall', now: { open: true } })
  expect(view.near).toBeUndefined()
  expect(view.scenes.every(({ items, count }) => items.length > 0 && count >= items.length)).toBe(true)
  expect(view.areaName).toContain('博山')
})

test('whoever said where they live reads the station, the centre and the hall, and which are open now', async () => {
  const { near } = await town.portal.home('370304004207')
  expect(near?.regionName).toContain('秋谷')
  expect(near?.places.map(({ tier }) => tier)).toEqual(['station', 'centre', 'hall'])
  for (const { now, address, phone } of near!.places) {
    expect(now.sentence).toMatch(/^今天星期一/)
    expect([address, phone].every(Boolean)).toBe(true)
  }
  // A town has no station of its own.
  expect(granted(await town.portal.near('370304004000')).places.map(({ tier }) => tier)).toEqual([
    'centre',
    'hall',
  ])
  expect(codeOf(await town.portal.near('370304999999'))).toBe('region-unknown')
  expect((await town.portal.home('370304999999')).near).toBeUndefined()
})

test('a scene lists everything that belongs to it; one nobody knows is refused', async () => {
  const scene = granted(await town.portal.scene('elderly'))
  expect(scene.items[0]).toMatchObject({ id: ITEM, called: '领高龄津贴', online: true, nearest: 'station' })
  expect(codeOf(await town.portal.scene('stars'))).toBe('scene-not-found')
})

test('what was found says why; a wrong sign of the same sound leads there as well', async () => {
  const { items, scenes } = await town.portal.search('长寿钱')
  expect(items[0]).toMatchObject({ id: ITEM, because: '长寿钱' })
  expect(scenes).toContainEqual(expect.objectContaining({ key: 'elderly' }))
  const misspelt = await town.portal.search('开反店')
  expect(misspelt.items[0]).toMatchObject({ id: 'food-business-licence' })
  expect(misspelt.items[0]!.why).toContain('按读音相近找到')
  expect((await town.portal.search('吃低保')).items[0]).toMatchObject({ id: 'subsistence-allowance' })
  expect((await town.portal.suggest('gaolingj'))[0]).toMatchObject({ id: ITEM })
})

test('words that find nothing lead to scenes; of too long a question the beginning is read, and that is said', async () => {
  const nothing = await town.portal.search('摘星星')
  expect(nothing).toMatchObject({ items: [], near: expect.any(Array) as unknown })
  expect(nothing.scenes!.length).toBeGreaterThan(0)
  const long = await town.portal.search(`高龄津贴${'，谢谢您'.repeat(30)}`)
  expect(long.items[0]).toMatchObject({ id: ITEM })
  expect(long.note).toContain('只按前40个字找')
})

test('who opens a restaurant is told the order and the choice, in what was found and in either guide', async () => {
  const { undertaking, scenes } = await town.portal.search('开饭店')
  expect(undertaking?.steps.map(({ ways }) => ways.map(({ id }) => id))).toEqual([
    ['individual-household-registration'],
    ['small-restaurant-registration', 'food-business-licence'],
  ])
  expect(scenes).toBeUndefined()
  for (const id of ['small-restaurant-registration', 'food-business-licence'])
    expect(granted(await town.portal.guide(id)).undertakings).toEqual([undertaking])
})

test('people find an item by how they say it', async () => {
  const { items } = await town.portal.search('高龄老人钱')
  expect(items.map(({ id }) => id)).toContain(ITEM)
})

test('a guide names its places; one nobody published is refused', async () => {
  const view = granted(await town.portal.guide(ITEM, '370304004207'))
  expect(view.places.map(({ tier }) => tier)).toEqual(expect.arrayContaining(['hall', 'centre', 'station']))
  expect(view.promisedSentence).toContain('10个工作日')
  expect(view.nearest).toMatchObject({ tier: 'station', region: '370304004207' })
  expect(codeOf(await town.portal.guide('no-such-item'))).toBe('item-not-found')
  expect(codeOf(await town.portal.guidePdf('no-such-item', 'full'))).toBe('item-not-found')
})

test('both printed editions come from the item and are kept', async () => {
  for (const edition of ['full', 'short'] as const) {
    const first = granted(await town.portal.guidePdf(ITEM, edition))
    const again = granted(await town.portal.guidePdf(ITEM, edition))
    expect(Buffer.from(first.bytes.subarray(0, 5)).toString()).toBe('%PDF-')
    expect(again.bytes).toBe(first.bytes)
  }
})

test('places to file with have a clerk; a street is left out where only towns decide', async () => {
  const places = await town.portal.places(ITEM, '370304004207')
  expect(places[0]).toMatchObject({ tier: 'centre', region: '370304004000' })
  expect(places.map(({ tier }) => tier)).not.toContain('station')
  expect(await town.portal.places('tree-felling-permit', '370304004207')).toEqual([])
})

test('a draft is prefilled, kept sealed, resumed, and nobody else’s', async () => {
  const begun = granted(await town.portal.openDraft(zhang.visitor, ITEM))
  expect(Object.values(begun.values)).toContain('张示例')
  granted(
    await town.portal.saveDraft(zhang.visitor, begun.id, {
      values: { nonsense: 'x' },
      region: '370304004207',
    }),
  )
  const resumed = granted(await town.portal.openDraft(zhang.visitor, ITEM))
  expect([resumed.id, resumed.region, 'nonsense' in resumed.values]).toEqual([
    begun.id,
    '370304004207',
    false,
  ])
  const [row] = await town.db.query<{ text: string }>(
    `SELECT row_to_json(d)::text AS text FROM portal.draft d WHERE area_code = $1 AND id = $2`,
    [town.area, begun.id],
  )
  expect(row!.text).not.toContain('张示例')
  expect(codeOf(await town.portal.draft(li.visitor, begun.id))).toBe('draft-not-found')
  expect(codeOf(await town.portal.uploadToDraft(li.visitor, begun.id, 'id-card', upload()))).toBe(
    'draft-not-found',
  )
  expect(codeOf(await town.portal.dropDraft(li.visitor, begun.id))).toBe('draft-not-found')
  expect(await town.portal.drafts(li.visitor)).toEqual([])
})

test.each([
  ['a region nobody knows', { region: '110101001001' }, 'region-unknown'],
  ['a place of nowhere', { region: '370304004207', acceptPlace: 'nowhere' }, 'place-not-offered'],
  ['more than a field holds', { values: { name: '长'.repeat(5000) } }, 'form-invalid'],
])('a draft does not take %s', async (_, change, code) => {
  const { id } = granted(await town.portal.openDraft(zhang.visitor, ITEM))
  expect(codeOf(await town.portal.saveDraft(zhang.visitor, id, change))).toBe(code)
})

test('files of a draft are named by material, only for listed ones, and removed by their owner', async () => {
  const { id, item } = granted(await town.portal.openDraft(zhang.visitor, ITEM))
  const material = item.materials.find((each) => !each.fromForm)!
  const file = granted(await town.portal.uploadToDraft(zhang.visitor, id, material.id, upload()))
  expect(file.name).toBe(`${material.name}-1.pdf`)
  expect(granted(await town.portal.draft(zhang.visitor, id)).files[material.id]).toHaveLength(1)
  expect(codeOf(await town.portal.uploadToDraft(zhang.visitor, id, 'unlisted', upload()))).toBe(
    'material-unknown',
  )
  const html = { fileName: 'a.pdf', stream: Readable.from([Buffer.from('<html></html>')]) }
  expect(codeOf(await town.portal.uploadToDraft(zhang.visitor, id, material.id, html))).toBe(
    'file-type-not-allowed',
  )
  expect(granted(await town.portal.draftFile(zhang.visitor, id, file.id))).toMatchObject({
    fileName: file.name,
    mediaType: file.mediaType,
  })
  expect(codeOf(await town.portal.draftFile(li.visitor, id, file.id))).toBe('draft-not-found')
  expect(codeOf(await town.portal.draftFile(zhang.visitor, id, material.id))).toBe('draft-file-not-found')
  expect(codeOf(await town.portal.removeFromDraft(li.visitor, id, material.id, file.id))).toBe(
    'draft-not-found',
  )
  expect(await town.portal.removeFromDraft(zhang.visitor, id, material.id, file.id)).toBeUndefined()
  expect(granted(await town.portal.draft(zhang.visitor, id)).files).toEqual({})
})

test('a draft that lacks its place is not filed and says what is missing', async () => {
  const wang = await town.citizen('王示例')
  const { id } = granted(await town.portal.openDraft(wang.visitor, ITEM))
  const refused = (await town.portal.file(wang.visitor, id, 'request-0')) as PageRefusal
  expect(refused.problems?.map(({ field }) => field)).toEqual(['region', 'acceptPlace', 'delivery'])
})

test('two presses at once and one after file one case; the draft is gone and another finds nothing', async () => {
  const draft = await town.draft(zhang, ITEM, { delivery: 'window', values: { name: zhang.details.name } })
  const both = await Promise.all([
    town.portal.file(zhang.visitor, draft, 'request-1'),
    town.portal.file(zhang.visitor, draft, 'request-1'),
  ])
  const [{ no }] = both.map(granted) as [{ no: string }]
  expect(await town.portal.file(zhang.visitor, draft, 'request-1')).toEqual({ no })
  expect(both[1]).toEqual({ no })
  expect(granted(await town.portal.myCases(zhang.visitor)).items.map((each) => each.no)).toEqual([no])
  expect(codeOf(await town.portal.draft(zhang.visitor, draft))).toBe('draft-not-found')
  expect(granted(await town.portal.myCases(li.visitor)).items).toEqual([])
  for (const answer of [
    await town.portal.file(li.visitor, draft, 'request-1'),
    await town.portal.myCase(li.visitor, no),
    await town.portal.ratedCase(li.visitor, no),
    await town.portal.withdraw(li.visitor, no, '不办了', 'request-2'),
  ]) {
    expect(codeOf(answer)).toMatch(/-not-found$/)
  }
  const detail = granted(await town.portal.myCase(zhang.visitor, no))
  const file = detail.materials.flatMap(({ files }) => files)[0]!
  expect(file.url).toBe(`/my/cases/${no}/files/${file.id}`)
  const download = granted(await town.portal.caseFile(zhang.visitor, no, file.id))
  expect(download.fileName).toBe(file.name)
  expect(String(await text(download.stream))).toContain('%PDF')
  expect(codeOf(await town.portal.caseFile(li.visitor, no, file.id))).toBe('case-not-found')
})

test('an answer lost between the case and the draft is heard again, and no second case is made', async () => {
  const qian = await town.citizen('钱示例')
  const draft = await town.draft(qian, ITEM)
  const { values } = granted(await town.portal.draft(qian.visitor, draft))
  const first = granted(await town.portal.file(qian.visitor, draft, 'request-5'))
  await town.db.query('UPDATE portal.draft SET filed_no = NULL WHERE area_code = $1 AND id = $2', [
    town.area,
    draft,
  ])
  await town.portal.saveDraft(qian.visitor, draft, {
    region: '370304004207',
    acceptPlace: 'centre-370304004',
    delivery: 'window',
    values,
  })
  expect(await town.portal.file(qian.visitor, draft, 'request-6')).toEqual(first)
  expect(granted(await town.portal.myCases(qian.visitor)).items).toHaveLength(1)
})

test('a paper is genuine by its token, whole by its bytes, and one changed byte is not', async () => {
  const no = await town.file(li, ITEM, { delivery: 'electronic' })
  await town.work()
  const detail = granted(await town.portal.myCase(li.visitor, no))
  const receipt = detail.papers.find(({ kind }) => kind === 'receipt')!
  const { bytes } = granted(await town.portal.paper(li.visitor, no, receipt.id))
  const token = receipt.verifyUrl!.split('/').at(-1)!
  const view = await town.portal.verify(token)
  expect(view).toMatchObject({ genuine: true, status: '有效', demo: true })
  expect(JSON.stringify(view)).not.toContain('李示例')
  const sent = (content: Uint8Array) => ({ fileName: 'a.pdf', stream: Readable.from([Buffer.from(content)]) })
  expect((await town.portal.verifyFile(token, sent(bytes))).same).toBe(true)
  const changed = Uint8Array.from(bytes)
  changed[changed.length - 10]! ^= 1
  expect(await town.portal.verifyFile(token, sent(changed))).toMatchObject({
    same: false,
    view: { genuine: true },
  })
  const forged = `${token.slice(0, -2)}AA`
  expect(await town.portal.verify(forged)).toEqual({ genuine: false })
  expect(await town.portal.verifyFile(forged, sent(bytes))).toEqual({ same: false, view: { genuine: false } })
  expect(codeOf(await town.portal.paper(zhang.visitor, no, receipt.id))).toBe('case-not-found')
})

test('a draft begun under an older version shows the differences and is filed under what was shown', async () => {
  const sun = await town.citizen('孙示例')
  const draft = await town.draft(sun, 'temporary-assistance-small')
  const { item } = (await town.catalogue.itemInForce(town.area, 'temporary-assistance-small', '2026-11-23'))!
  const added = { ...item.materials[1]!, id: 'added-paper', name: '新增的证明' }
  await town.publish({ ...item, version: item.version + 1, materials: [...item.materials, added] })
  expect(codeOf(await town.portal.file(sun.visitor, draft, 'request-3'))).toBe('item-changed')
  expect(granted(await town.portal.draft(sun.visitor, draft)).changes).toEqual([
    '新增了材料“新增的证明”，请补上。',
  ])
  const { no } = granted(await town.portal.file(sun.visitor, draft, 'request-3'))
  expect(granted(await town.portal.myCase(sun.visitor, no)).itemVersion).toBe(item.version + 1)
})
