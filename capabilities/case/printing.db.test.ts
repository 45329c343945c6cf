import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { StaffActor } from '#engine/actor.ts'
import { isRefusal } from '#engine/refusal.ts'
import { at, startTown, type Town } from '#capabilities/testing/town.ts'
import { readPages } from '#platform/documents/reading.ts'
import type { PrintRequest } from './service/print-file.ts'

const CLERK = 'clerk.hall'
const AGENCY = 'human-resources-service-licence'

// Real: pack, database, ledger, papers as they are typeset; the bundle is read by another program. Moved by hand: the clock.
let town: Town
let accepted: string
let received: string
beforeAll(async () => {
  town = await startTown({ clock: at('2026-11-23T09:00') })
  accepted = await town.fileAtWindow(CLERK, AGENCY)
  await done(CLERK, accepted, 'accept', await town.goodChecklist(CLERK, accepted))
  received = await town.fileAtWindow(CLERK, AGENCY)
  await town.work()
}, 120_000)
afterAll(() => town.stop())

async function done(who: string, no: string, act: string, input: Record<string, unknown> = {}) {
  const answer = await town.act(who, no, act, input)
  if (isRefusal(answer)) throw new Error(`${who} cannot ${act}: ${answer.code}`)
}

async function print(request: Partial<PrintRequest>, who = CLERK) {
  const { actor, now } = await town.looking(who)
  const whole = { numbers: [received, accepted], papers: ['receipt'], duplex: false, ...request } as const
  if (actor.kind !== 'staff') throw new Error(`${who} has no post`)
  return town.cases.printing.make(actor, now, whole, '10.0.0.8')
}

/** `…/print/{file}/{proof}`. */
function fetch(actor: StaffActor, url: string) {
  const [file = '', proof = ''] = url.split('/').slice(-2)
  return town.cases.printing.fetch(actor, file, proof)
}

async function pagesOf(request: Partial<PrintRequest>): Promise<string[]> {
  const made = await print(request)
  if (isRefusal(made)) throw new Error(made.code)
  const { actor } = await town.looking(CLERK)
  const fetched = await fetch(actor as StaffActor, made.url)
  if (isRefusal(fetched)) throw new Error(fetched.code)
  return readPages(await buffer(fetched.stream))
}
/** Numbers stand in groups on paper and their spaces are taken out when it is read. */
const last = (no: string) => no.slice(-7)
const TITLE = /接收凭证|受理通知书/

test('papers of several cases are one file in the order of the list, under a cover that names them', async () => {
  const [cover, ...papers] = await pagesOf({ papers: ['receipt', 'acceptance'] })
  expect(cover).toContain('批量打印清单')
  expect(cover).toContain('共3份文书')
  expect(cover).toContain('没有受理通知书，或者还在制作')
  expect(cover!.indexOf(last(received))).toBeLessThan(cover!.indexOf(last(accepted)))
  // A paper may run over several pages; its title stands on the first.
  const begun = papers.filter((page) => TITLE.test(page))
  expect(begun.map((page) => TITLE.exec(page)![0])).toEqual(['接收凭证', '接收凭证', '受理通知书'])
  const text = papers.join('')
  expect(text.indexOf(received)).toBeLessThan(text.indexOf(accepted))
  const turned = (await pagesOf({ numbers: [accepted, received] })).slice(1).join('')
  expect(turned.indexOf(accepted)).toBeLessThan(turned.indexOf(received))
})

test('for both sides of a sheet every paper begins on an odd page, and nothing follows the last', async () => {
  const pages = await pagesOf({ duplex: true })
  const begun = pages.flatMap((page, at) =>
    TITLE.test(page) || page.includes('批量打印清单') ? [at + 1] : [],
  )
  expect(begun).toHaveLength(3)
  expect(begun.filter((number) => number % 2 === 0)).toEqual([])
  expect(pages.at(-1)).not.toBe('')
})

test('what is not there or not yet made is named with the reason, and what others hold looks like nothing', async () => {
  const strange = `${accepted.slice(0, -1)}${accepted.endsWith('0') ? '1' : '0'}`
  const [cover] = await pagesOf({ numbers: [strange, received, accepted], papers: ['acceptance'] })
  expect(cover).toContain('没有打印的')
  expect(cover).toContain('没有这个办件，或者不归这个岗位查看')
  expect(cover).toContain('没有受理通知书，或者还在制作')
  expect(await print({}, 'clerk.shantou')).toMatchObject({ refused: true, code: 'print-nothing' })
})

test('a decision is printed here only after it was served', async () => {
  const no = await town.fileAtWindow(CLERK, AGENCY)
  await done(CLERK, no, 'accept', await town.goodChecklist(CLERK, no))
  await done('reviewer.human-resources', no, 'review', { opinion: 'grant', text: '符合条件。' })
  await done('approver.human-resources', no, 'grant', { conclusion: '准予。' })
  await done('issuer.human-resources', no, 'seal')
  await town.work()
  const before = await pagesOf({ numbers: [no], papers: ['receipt', 'decision'] })
  expect(before[0]).toContain('决定书还没有送达，请在办件里办理送达时打印')
  expect(before.slice(1).join('')).not.toContain('准予')
  expect(await print({ numbers: [no], papers: ['decision'] })).toMatchObject({ code: 'print-nothing' })
})

test('what was made is fetched by the post that had it made and by nobody else', async () => {
  const made = await print({})
  if (isRefusal(made)) throw new Error(made.code)
  const [own, other] = await Promise.all(
    [CLERK, 'clerk.shantou'].map(async (who) => (await town.looking(who)).actor),
  )
  expect(await fetch(own as StaffActor, made.url)).toMatchObject({ mediaType: 'application/pdf' })
  for (const [who, url] of [
    [other, made.url],
    [own, `${made.url}x`],
    [own, made.url.replace(/[^/]+\/[^/]+$/, 'no-file/no-proof')],
  ] as const)
    expect(await fetch(who as StaffActor, url)).toMatchObject({ refused: true, code: 'file-not-found' })
})

test('who printed what of whom, and what not, is on record', async () => {
  await print({ numbers: [received, accepted], papers: ['acceptance'] })
  const { actor } = await town.looking(CLERK)
  const [record] = (await town.audit.list({ area: town.area, event: 'papers-printed' })).items
  expect(record).toMatchObject({
    ...{ actor: `post:${actor.post}`, object: 'case-papers', ip: '10.0.0.8', success: true },
    after: {
      papers: [{ no: accepted, title: '行政许可申请受理通知书' }],
      left: [{ no: received, why: '没有受理通知书，或者还在制作' }],
    },
  })
})
