import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '#engine/actor.ts'
import { isRefusal } from '#engine/refusal.ts'
import { actorKey } from '#capabilities/acts/actor-record.ts'
import { at, startTown, syntheticCreditCode, type Town } from '#capabilities/testing/town.ts'
import { bornAsNumbered, plausible, VILLAGE } from '#capabilities/testing/citizens.ts'
import type { Filing } from './contract.ts'
import { caseRefusalWords } from './index.ts'

const ALLOWANCE = 'elderly-allowance'
const LICENCE = 'food-business-licence'
const NAMELESS = 'nameless-matter'

// Real: pack, database, ledger, files. Moved by hand: the clock.
let town: Town
beforeAll(async () => {
  town = await startTown({ clock: at('2026-11-23T09:00') })
  const { item } = (await town.catalogue.itemInForce(town.area, ALLOWANCE, '2026-11-23'))!
  // A form that forgot to ask who the applicant is.
  const fields = item.form.fields.filter(({ element }) => element !== 'party.citizenId')
  const codes = { ...item.codes, catalogCode: `${item.codes.catalogCode.slice(0, 9)}999` }
  await town.publish({ ...item, id: NAMELESS, codes, form: { ...item.form, fields } })
})
afterAll(() => town.stop())

type Answers = Filing['form']
type Change = (filing: Filing) => Partial<Filing>

/** A good application at 山头's first window, with one thing changed. */
async function filed(item: string, change: Change, who = 'clerk.shantou'): Promise<string> {
  const looking = await town.looking(who)
  const found = (await town.catalogue.itemInForce(town.area, item, '2026-11-23'))?.item
  const good: Filing = {
    item,
    itemVersion: found?.version ?? 1,
    acceptPlace: looking.actor.place,
    region: VILLAGE,
    form: found ? (bornAsNumbered(found.form, plausible(found.form.fields, VILLAGE)) as Answers) : {},
    materials: [],
    delivery: 'window',
  }
  const requestId = crypto.randomUUID()
  const filing = { ...good, ...change(good) }
  const done = await town.cases.file({
    ...looking,
    area: town.area,
    filing,
    requestId,
    requestHash: requestId,
  })
  return isRefusal(done) ? `refused: ${done.code}` : 'received'
}

async function uploaded(actor: Actor): Promise<string> {
  const bytes = Buffer.from('%PDF-1.7\n1 0 obj << >> endobj\n%%EOF\n')
  const done = await town.cases.attachments.upload(town.area, actor, 'a.pdf', one(bytes))
  if ('refused' in done) throw new Error(done.code)
  return done.id
}

async function* one(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes
}

const withFiles =
  (files: string[]): Change =>
  () => ({
    materials: [{ material: 'id-card', files, paperOriginals: 0, paperCopies: 0 }],
  })
const company: Change = ({ form }) => ({ form: { ...form, creditCode: syntheticCreditCode(31) } })

test.each<[what: string, item: string, change: Change, gives: string]>([
  ['nothing', ALLOWANCE, () => ({}), 'received'],
  ['a matter nobody offers', 'no-such-matter', () => ({}), 'refused: item-not-in-force'],
  ['an older guide', ALLOWANCE, () => ({ itemVersion: 99 }), 'refused: item-changed'],
  ['an empty form', ALLOWANCE, () => ({ form: {} }), 'refused: form-invalid'],
  [
    'a day of birth other than the id number says',
    ALLOWANCE,
    ({ form }) => ({ form: { ...form, birthDate: '1905-03-12' } }),
    'refused: form-invalid',
  ],
  [
    'another sex than the id number says',
    ALLOWANCE,
    ({ form }) => ({ form: { ...form, sex: form['sex'] === 'male' ? 'female' : 'male' } }),
    'refused: form-invalid',
  ],
  [
    'a sign no paper could show',
    ALLOWANCE,
    ({ form }) => ({ form: { ...form, householdAddress: '秋谷村1号🦄' } }),
    'refused: unprintable-signs',
  ],
  ['a form that never asks who applies', NAMELESS, () => ({}), 'refused: party-unknown'],
  ['another office’s place', ALLOWANCE, () => ({ acceptPlace: 'hall-370304' }), 'refused: place-not-yours'],
  ['a window that is not there', ALLOWANCE, () => ({ window: 'hall-370304-w1' }), 'refused: window-unknown'],
  ['another window of the same place', ALLOWANCE, () => ({ window: 'centre-370304004-w3' }), 'received'],
  [
    'a promise the guide does not offer',
    ALLOWANCE,
    () => ({ commitment: { confirmed: true } }),
    'refused: commitment-not-offered',
  ],
  [
    'a promise by a company',
    LICENCE,
    (good) => ({ ...company(good), commitment: { confirmed: true } }),
    'refused: commitment-not-offered',
  ],
  [
    'a paper the guide does not list',
    ALLOWANCE,
    () => ({ materials: [{ material: 'bank-card', files: [], paperOriginals: 1, paperCopies: 0 }] }),
    'refused: material-unknown',
  ],
  [
    'the post without an address',
    LICENCE,
    (good) => ({ ...company(good), delivery: 'post' }),
    'refused: postal-address-missing',
  ],
  [
    'a file nobody sent',
    ALLOWANCE,
    withFiles(['019a0000-0000-7000-8000-000000000000']),
    'refused: file-not-yours',
  ],
  [
    'more files than anybody can read',
    ALLOWANCE,
    withFiles(Array.from({ length: 201 }, (_, at_) => `f${at_}`)),
    'refused: too-many-files',
  ],
])('filing at a window: %s', async (_what, item, change, gives) => {
  expect(await filed(item, change)).toBe(gives)
})

test('a matter is taken in where its guide says: a place of another tier cannot', async () => {
  expect(await filed(LICENCE, company, 'agent.qiugu')).toBe('refused: item-not-offered-here')
})

test('a file another person sent, and one that the scanner did not pass, are not handed in', async () => {
  const theirs = await uploaded(await town.as('clerk.hall'))
  expect(await filed(ALLOWANCE, withFiles([theirs]))).toBe('refused: file-not-yours')
  const mine = await uploaded(await town.as('clerk.shantou'))
  await town.db.query(
    `UPDATE files.file SET scan = 'quarantined' WHERE area_code = $1 AND id = (SELECT file FROM cases.attachment WHERE area_code = $1 AND id = $2)`,
    [town.area, mine],
  )
  expect(await filed(ALLOWANCE, withFiles([mine]))).toBe('refused: file-not-clean')
})

test('whoever uploads all day is told to come back tomorrow', async () => {
  const actor: Actor = { kind: 'citizen', person: 'test-uploader', party: 'test-uploader' }
  await town.db.query(
    `INSERT INTO cases.attachment (area_code, id, file, size, media_type, uploaded_by, uploaded_at)
      SELECT $1, gen_random_uuid(), gen_random_uuid(), 1, 'application/pdf', $2, $3 FROM generate_series(1, 5000)`,
    [town.area, actorKey(actor), town.clock.now()],
  )
  await expect(uploaded(actor)).rejects.toThrow('too-many-uploads')
  expect(caseRefusalWords['too-many-uploads']).toContain('明天')
})
