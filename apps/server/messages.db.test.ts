import { beforeAll, expect, test } from 'vitest'
import { hidden, Walker } from '../citizen-web/walk.ts'
import { startStage, type Citizen, type Stage } from './matrix/stage.ts'

// Real: the whole server, answered over `inject` as a browser without scripts would ask it.
let stage: Stage
let owner: Citizen
let no: string

beforeAll(async () => {
  stage = await startStage()
  owner = await stage.citizen()
  no = await stage.file(owner)
  await stage.settle()
}, 60_000)

const badge = (html: string) => /，(\d+)条未读/.exec(html)?.[1]

test('whoever signs in sees on every page how many messages wait, opens one, and lands in its case', async () => {
  const home = await owner.walker.get('/')
  expect(badge(home.html)).toBe('1')
  const list = await owner.walker.get('/my/messages')
  expect(list.html).toContain('收到了您的申请')
  const action = /action="(\/my\/messages\/[0-9a-f-]{36})"/.exec(list.html)![1]!
  const opened = await owner.walker.post(action, { csrf: hidden(list, 'csrf') })
  expect([opened.status, opened.location]).toEqual([303, `/my/cases/${no}`])
  const page = await owner.walker.get(opened.location!)
  expect([page.status, badge(page.html)]).toEqual([200, undefined])
  expect((await owner.walker.get('/my/messages')).html).toContain('消息都看过了')
})

test('a stranger has no link to messages, another citizen an empty list', async () => {
  expect((await new Walker(stage.app).get('/')).html).not.toContain('/my/messages')
  const other = await stage.citizen()
  const list = await other.walker.get('/my/messages')
  expect(list.html).toContain('还没有消息')
  expect(list.html).not.toContain(no)
})

test('all are marked as read at once', async () => {
  await stage.file(owner)
  await stage.settle()
  const list = await owner.walker.get('/my/messages')
  expect(badge(list.html)).toBe('1')
  const upTo = hidden(list, 'upTo')
  const done = await owner.walker.post('/my/messages/read', { csrf: hidden(list, 'csrf'), upTo })
  expect(done.location).toBe('/my/messages')
  expect(badge((await owner.walker.get('/my/messages')).html)).toBeUndefined()
})

test('settings are kept, and the address is shown to nobody but its owner', async () => {
  const form = await owner.walker.get('/my/messages/settings')
  const fields = { csrf: hidden(form, 'csrf'), sms: 'off', email: 'ceshi@example.com' }
  const saved = await owner.walker.post('/my/messages/settings', fields)
  expect(saved.location).toBe('/my/messages/settings?saved=1')
  const shown = await owner.walker.get(saved.location!)
  expect(shown.html).toContain('value="ceshi@example.com"')
  expect(shown.html).toMatch(/value="off"[^>]*checked|checked[^>]*value="off"/)
  expect(stage.faults).toEqual([])
})
