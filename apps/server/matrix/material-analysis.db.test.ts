import { beforeAll, expect, test } from 'vitest'
import type { BookView, EntryDetail } from '#capabilities/books/contract.ts'
import type { ChangeDetail, ItemVersion } from '#capabilities/catalogue/contract.ts'
import { Walker } from '../../citizen-web/walk.ts'
import type { Reply, Signed } from '../testing/signed.ts'
import { startStage, type Stage } from './stage.ts'

// Real: database, pack, routes as the server answers them, sessions, worker. Moved by hand: the clock.

const ITEM = 'extreme-poverty-support'
const BOOK = '/books/material-analysis'
const TODAY = '2026-03-16'
const DECLARED = { lawful: true, true: true, accurate: true, complete: true }
const MARKS = { reasonable: true, necessary: true, timely: true, complete: true }
/** The six of YY-3.2.2-02: five of the shared paper, one of the matter's own result. */
const SIX = {
  sharedName: '居民身份证',
  provider: '公安机关',
  purpose: '核对申请人身份',
  infoItems: '姓名、身份证号码、有效期',
  method: 'interface',
  result: '特困人员救助供养证',
}

let stage: Stage
let author: Signed
let approver: Signed
let item: ItemVersion
beforeAll(async () => {
  stage = await startStage()
  author = await stage.as('author.civil-affairs')
  approver = await stage.as('items.approval-bureau')
  item = bodyOf<ItemVersion>(await stage.anonymous.call('GET', `/items/${ITEM}`))
}, 120_000)

const codeOf = ({ body }: Reply) => (body as { code?: string }).code
const bodyOf = <T>({ body }: Reply) => body as T
/** Papers somebody brings; the form is made by the house itself. */
const papers = () => item.materials.filter(({ fromForm }) => fromForm !== true)

async function proposed(material: string, decision: string, more: object = {}): Promise<string> {
  const input = { item: ITEM, material, decision, reason: '系统里能查到，不用再交', ...more }
  const reply = await author.call('POST', `${BOOK}/begin/propose`, { input })
  expect([reply.status, codeOf(reply)]).toEqual([200, undefined])
  return bodyOf<{ id: string }>(reply).id
}
const act = (who: Signed, id: string, name: string, input: object = {}) =>
  who.call('POST', `${BOOK}/entries/${id}/acts/${name}`, { input })

test('CAT-19/a a record to share a paper that lacks one of the six fields cannot be submitted, whichever it is', async () => {
  const material = papers()[0]!.id
  for (const name of Object.keys(SIX)) {
    const { [name as keyof typeof SIX]: _left, ...five } = SIX
    const id = await proposed(material, 'share', five)
    const refused = await act(author, id, 'submit')
    expect([name, codeOf(refused)]).toEqual([name, 'analysis-field-missing'])
    expect(JSON.stringify(refused.body)).toContain('六要素还缺')
    const { row } = bodyOf<EntryDetail>(await author.call('GET', `${BOOK}/entries/${id}`))
    expect(row.state).toBe('draft')
    // Filled in, it goes on; a paper has one open record.
    expect(
      codeOf(
        await author.call('POST', `${BOOK}/begin/propose`, {
          input: { item: ITEM, material, decision: 'keep', reason: '法律规定要交' },
        }),
      ),
    ).toBe('book-entry-exists')
    expect((await act(author, id, 'fill', { [name]: SIX[name as keyof typeof SIX] })).status).toBe(200)
    expect((await act(author, id, 'submit')).status).toBe(200)
    expect(codeOf(await act(author, id, 'agree'))).not.toBe(undefined)
    expect((await act(author, id, 'drop')).status).toBe(200)
  }
  // A paper of another item is none of this one's.
  const input = { item: ITEM, material: 'no-such-paper', decision: 'keep', reason: '法律规定要交' }
  expect(codeOf(await author.call('POST', `${BOOK}/begin/propose`, { input }))).toBe(
    'analysis-material-unknown',
  )
})

test('CAT-19/b a paper agreed to be trimmed keeps the next version from being published until it is gone, and then the guide is without it', async () => {
  const trimmed = papers().at(-1)!
  const id = await proposed(trimmed.id, 'trim')
  expect((await act(author, id, 'submit')).status).toBe(200)
  expect((await act(approver, id, 'agree')).status).toBe(200)

  const opened = await author.call('POST', '/authoring/changes', { item: ITEM, reason: '按材料梳理意见修改' })
  const change = bodyOf<{ id: string }>(opened).id
  const path = `/authoring/changes/${change}`
  const edit = (edits: object[]) => author.call('POST', `${path}/acts/edit`, { input: { edits } })
  expect(
    (await edit([{ at: '/enquiryPhone', value: '0533-0000899', was: { value: item.enquiryPhone } }])).status,
  ).toBe(200)
  const { findings } = bodyOf<ChangeDetail>(await author.call('GET', path))
  const [finding] = findings.filter(({ check }) => check === 'CAT-19')
  expect(finding).toMatchObject({ severity: 'block', what: `已审定精简的材料还在清单里：${trimmed.name}` })
  expect(codeOf(await author.call('POST', `${path}/acts/submit`, { input: DECLARED }))).toBe(
    'change-gate-failed',
  )

  expect((await edit([{ at: `/materials/${trimmed.id}`, was: { value: trimmed } }])).status).toBe(200)
  expect((await author.call('POST', `${path}/acts/submit`, { input: DECLARED })).status).toBe(200)
  expect((await approver.call('POST', `${path}/acts/approve`, { input: MARKS })).status).toBe(200)
  expect(
    (await approver.call('POST', `${path}/acts/publish`, { input: { effectiveFrom: TODAY } })).status,
  ).toBe(200)
  await stage.settle()
  const next = bodyOf<ItemVersion>(await stage.anonymous.call('GET', `/items/${ITEM}`))
  expect(next.materials.map(({ id: of }) => of)).toEqual(
    item.materials.map(({ id: of }) => of).filter((of) => of !== trimmed.id),
  )
  const { html: page } = await new Walker(stage.app).get(`/items/${ITEM}`)
  expect([page.includes(papers()[0]!.name), page.includes(trimmed.name)]).toEqual([true, false])
})

test('whoever asks what to share gets a list of resource, provider and data items (YY-3.2.2-06)', async () => {
  const id = await proposed(papers()[1]!.id, 'share', SIX)
  await act(author, id, 'submit')
  await act(approver, id, 'agree')
  const supervisor = await stage.as('supervisor')
  const file = await supervisor.call('GET', `${BOOK}/export?format=csv&state=agreed`)
  expect(file.status).toBe(200)
  for (const said of ['公安机关', '姓名、身份证号码、有效期', '接口核验'])
    expect(String(file.body)).toContain(said)
  const { items } = bodyOf<{ items: BookView[] }>(
    await (await stage.as('clerk.shantou')).call('GET', '/books'),
  )
  expect(items.map(({ book }) => book)).not.toContain('material-analysis')
})
