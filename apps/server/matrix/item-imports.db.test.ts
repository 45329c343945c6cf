import { beforeAll, expect, test } from 'vitest'
import { IMPORT_BYTES_MAX, type ImportRunDetail } from '#capabilities/catalogue/index.ts'
import { inject, type Reply, type Signed } from '../testing/signed.ts'
import { multipart, startStage, type Stage } from './stage.ts'

// Real: everything from the bytes on the wire to the drafts and the directory. The items of the files are made up.

const HEAD = '事项名称,基本编码,事项类型,实施主体,行使层级,设定依据,咨询电话'
const line = (name: string, code: string) => `${name},${code},给付,民政局,县级,示例办法第一条,0533-0000000`

let stage: Stage
let keeper: Signed
beforeAll(async () => {
  stage = await startStage()
  keeper = await stage.as('items.approval-bureau')
}, 120_000)

async function upload(bytes: Buffer, who = keeper): Promise<Reply> {
  const { payload, headers } = multipart(bytes, '目录.csv')
  const reply = await inject(stage.app, {
    ...{ method: 'POST', url: '/api/v1/item-imports', payload },
    headers: { ...headers, cookie: who.cookie, 'x-csrf-token': who.csrfToken },
  })
  await stage.settle()
  return reply
}
const idOf = ({ body }: Reply) => (body as { id: string }).id
const detail = async (id: string) => (await keeper.call('GET', `/item-imports/${id}`)).body as ImportRunDetail

test('from the upload to the directory over the interface, with the report as a workbook', async () => {
  const text = [HEAD, line('示例补贴甲', '370511997001'), line('示例补贴乙', '尽快')].join('\n')
  const id = idOf(await upload(Buffer.from(text)))
  expect(await detail(id)).toMatchObject({
    state: 'open',
    name: '目录.csv',
    counts: { new: 1, 'needs-a-human': 1 },
  })
  const rows = await keeper.call('GET', `/item-imports/${id}/rows?standing=needs-a-human`)
  const { n } = (rows.body as { items: { n: number }[] }).items[0]!
  const refused = await keeper.call('POST', `/item-imports/${id}/confirm`, {})
  expect([refused.status, refused.body]).toMatchObject([
    409,
    { code: 'import-rows-waiting', detail: expect.stringContaining('还有1行') },
  ])
  const mended = await keeper.call('POST', `/item-imports/${id}/rows/${n}/mend`, {
    fields: { catalogCode: '370511997002' },
  })
  expect(mended.body).toMatchObject({ standing: 'new' })
  const report = await keeper.call('GET', `/item-imports/${id}/export?format=xlsx`)
  expect(report.headers['content-type']).toContain('spreadsheetml')
  expect((await keeper.call('POST', `/item-imports/${id}/confirm`, {})).body).toMatchObject({
    state: 'taking-in',
  })
  // Pressed again, it is what it was.
  expect((await keeper.call('POST', `/item-imports/${id}/confirm`, {})).status).toBe(200)
  await stage.settle()
  expect(await detail(id)).toMatchObject({ state: 'done', counts: { listed: 2, 'not-a-row': 1 } })
  const lines = (await keeper.call('GET', '/directory-lines')).body as { items: { name: string }[] }
  expect(lines.items.map(({ name }) => name)).toEqual(['示例补贴乙', '示例补贴甲'])
})

test('a file of fifty megabytes comes in, one beyond the limit is told so and leaves nothing', async () => {
  const begin = Buffer.from(`${HEAD},备用\n${line('示例补贴丙', '370511997003')},"`)
  const padded = (bytes: number) =>
    Buffer.concat([begin, Buffer.alloc(bytes - begin.length - 2, '0'), Buffer.from('"\n')])
  const id = idOf(await upload(padded(50_000_000)))
  expect(await detail(id)).toMatchObject({ state: 'open', counts: { new: 1 } })
  const refused = await upload(padded(IMPORT_BYTES_MAX + 1))
  expect([refused.status, refused.body]).toMatchObject([413, { code: 'import-file-too-large' }])
  expect(await stage.house.db.query('SELECT 1 FROM catalogue.import_piece LIMIT 1')).toEqual([])
}, 120_000)

test('who does not look after the catalogue brings nothing in; what is not there is not found', async () => {
  const author = await stage.as('author.civil-affairs')
  expect((await upload(Buffer.from(HEAD), author)).status).toBe(403)
  expect((await author.call('GET', '/item-imports')).status).toBe(403)
  const nowhere = '/item-imports/01900000-0000-7000-8000-000000000000'
  for (const path of [nowhere, `${nowhere}/rows`, `${nowhere}/rows/1`, `${nowhere}/export`])
    expect((await keeper.call('GET', path)).status).toBe(404)
  for (const act of ['confirm', 'drop'])
    expect((await keeper.call('POST', `${nowhere}/${act}`, {})).status).toBe(404)
  expect(stage.faults).toEqual([])
})
