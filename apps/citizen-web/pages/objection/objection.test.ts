import type { FastifyInstance } from 'fastify'
import { beforeEach, expect, test } from 'vitest'
import { createHttpServer } from '#platform/http/server.ts'
import { sampleNotices, sampleObjection } from '../../examples/notices.ts'
import { sampleServices, type SampleServices } from '../../examples/services.ts'
import { mountCitizenWeb, SESSION_COOKIE } from '../../index.ts'
import { hidden, Walker } from '../../walk.ts'

let app: FastifyInstance
let services: SampleServices
let guest: Walker
let citizen: Walker

beforeEach(async () => {
  const sentences = (() => '') as never
  app = await createHttpServer({ trustProxy: false, fileLimit: 1000, sentences, log: { fault: () => {} } })
  services = sampleServices()
  await mountCitizenWeb(app, services, {
    ...{ areaName: '示例县', demo: true, secureCookies: false, publicOrigin: 'http://localhost' },
    fileLimit: 1000,
  })
  guest = new Walker(app)
  citizen = new Walker(app, { [SESSION_COOKIE]: 'good' })
  return () => app.close()
})

const [notice] = sampleNotices
const path = `/publicity/${notice!.id}/objection`
const csrf = 'of-session'
const said = { text: '他家在县城有一套出租的房子。', from: '', contact: '19900000001' }

test('from the list to the receipt without JavaScript: sign in, write, read once more, send', async () => {
  expect((await guest.get('/publicity')).html).toContain(`href="${path}"`)
  const away = await guest.get(path)
  expect([away.status, away.location]).toEqual([303, `/sign-in?to=${encodeURIComponent(path)}`])

  const form = await citizen.get(path)
  expect(form.status).toBe(200)
  for (const words of ['最低生活保障，公示编号20261120-000012K', '张某，演示镇', '申请人看不到是谁提的'])
    expect(form.html).toContain(words)
  const look = await citizen.post(path, { csrf, step: 'look', ...said })
  expect(look.html).toContain('不留姓名')
  expect(services.done).toEqual([])
  const requestId = hidden(look, 'requestId')
  const mend = await citizen.post(path, { csrf, step: 'mend', requestId, ...said })
  expect(mend.html).toContain(said.text)
  expect(services.done).toEqual([])

  const sent = await citizen.post(path, { csrf, step: 'send', requestId, ...said })
  expect([sent.status, sent.location]).toEqual([303, `/my/objections/${sampleObjection.id}`])
  expect(services.done).toEqual([
    {
      act: 'object',
      input: { notice: notice!.id, input: { text: said.text, contact: said.contact }, requestId },
    },
  ])
  const receipt = await citizen.get(sent.location!)
  for (const words of ['公示异议回执', sampleObjection.number, '正在核实', '0000-0000001'])
    expect(receipt.html).toContain(words)
})

test.each([
  ['nothing', '', '至少4个字'],
  ['too little', '不对', '至少4个字'],
  ['too much', '长'.repeat(1001), '最多1000个字'],
])('%s written stays on the form and says so', async (_name, text, message) => {
  for (const step of ['look', 'send']) {
    const answer = await citizen.post(path, { csrf, step, requestId: 'x', text })
    expect(answer.status).toBe(422)
    expect(answer.html).toContain(message)
  }
  expect(services.done).toEqual([])
})

test('on one’s own application there is no button, and the reason instead', async () => {
  services.ownNotices = async () => [notice!.id]
  const { html } = await citizen.get('/publicity')
  expect(html).not.toContain(`href="${path}"`)
  expect(html).toContain('这是您自己的申请，不用提异议')
  const form = await citizen.get(path)
  expect([form.status, form.html.includes('这是您自己的申请，不用提异议')]).toEqual([409, true])
  expect(form.html).not.toContain('name="text"')
})

test('what does not hang any more is said, before and after it was written', async () => {
  const [, hearing] = sampleNotices
  for (const id of ['none', hearing!.id]) {
    const answer = await citizen.get(`/publicity/${id}/objection`)
    expect([answer.status, answer.html.includes('可能已经期满')]).toEqual([404, true])
  }
  const late = await citizen.post(path, { csrf, step: 'send', requestId: 'x', text: '期满以后才写好' })
  expect([late.status, late.html.includes('公示期已经届满')]).toEqual([409, true])
})

test('one’s own matters list what one has said and what came of it; a receipt of nobody is none', async () => {
  const { html } = await citizen.get('/my')
  for (const words of ['我提出的公示异议', '最低生活保障：张某，演示镇', '已核实，异议不成立'])
    expect(html).toContain(words)
  expect((await citizen.get('/my/objections/none')).status).toBe(404)
  expect((await guest.get(`/my/objections/${sampleObjection.id}`)).status).toBe(303)
})
