import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isRefusal } from '#engine/refusal.ts'
import { newId } from '#platform/id.ts'
import { at, paperScan, startTown, type TestCitizen, type Town } from '#capabilities/testing/town.ts'

const ITEM = 'temporary-assistance-small'
const CLERK = 'clerk.shantou'
const CARD = 'id-card'

// Real: pack, database, ledger, uploads. Moved by hand: the clock.
let town: Town
let zhang: TestCitizen
let no: string
beforeAll(async () => {
  town = await startTown({ clock: at('2026-11-23T09:00') })
  zhang = await town.citizen('张示例')
  no = await town.file(zhang, ITEM)
  await town.work()
})
afterAll(() => town.stop())

async function supplied(name: string): Promise<string> {
  const upload = {
    fileName: `${name}.pdf`,
    mediaType: 'application/pdf',
    stream: Readable.from([paperScan(name)]),
  }
  const file = await town.portal.uploadForCase(zhang.visitor, no, CARD, upload)
  if ('refused' in file) throw new Error(file.code)
  const input = { materials: [{ material: CARD, files: [file.id], paperOriginals: 0, paperCopies: 0 }] }
  expect(await town.portal.actOnCase(zhang.visitor, no, { act: 'supply', input }, newId())).toBeUndefined()
  await town.work()
  return file.id
}
async function clerks(act: string, input: Record<string, unknown>): Promise<void> {
  const done = await town.act(CLERK, no, act, input)
  if (isRefusal(done)) throw new Error(done.code)
  await town.work()
}
async function seen() {
  const { actor, now } = await town.looking(CLERK)
  const listed = (await town.cases.list(actor, now, { queue: 'mine' })).items.find((line) => line.no === no)
  const { materials } = await town.detailOf(CLERK, no)
  return { answered: listed?.answered, fresh: materials.flatMap(({ fresh = [] }) => fresh) }
}

test('a case whose notice was answered stands out in the list, and its page tells the new files from the old', async () => {
  expect(await seen()).toEqual({ answered: undefined, fresh: [] })
  const { checklist } = await town.goodChecklist(CLERK, no)
  const lines = [{ material: CARD, problem: '身份证已过期。', remedy: '请提供有效期内的身份证。' }]
  await clerks('notify-supplement', {
    lines,
    checklist: checklist.map((line) => (line.material === CARD ? { ...line, verdict: 'defective' } : line)),
  })
  const file = await supplied('card')
  expect(await seen()).toEqual({ answered: true, fresh: [file] })
  const own = await town.applicantsView(no)
  expect([own.summary.answered, own.materials.some(({ fresh }) => fresh !== undefined)]).toEqual([
    undefined,
    false,
  ])
  await clerks('accept', await town.goodChecklist(CLERK, no))
  expect((await seen()).fresh).toEqual([])
})
