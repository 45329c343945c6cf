import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readSettings } from '#platform/settings.ts'
import { messageGateway } from '../../simulators/message-gateway/server.ts'
import { messengersOf } from './outside.ts'

const SECRET = 'shared-with-the-gateway'
const told = { id: '01900000-0000-7000-8000-000000000001', at: '2026-03-16T16:30:00.000Z', to: '19900000001' }

async function house(gateways: Record<string, string> = {}) {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'yichuang-outside-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const [sms, email] = messengersOf(readSettings({ DATA_DIR: folder, ...gateways }))
  return { outgoing: path.join(folder, 'outgoing'), sms: sms!, email: email! }
}

async function kept(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  return found
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .toSorted()
}

test('without a gateway messages are files, under the day on which people were told', async () => {
  const { outgoing, sms, email } = await house()
  const letter = { ...told, to: 'ceshi@example.com', subject: '新消息', text: '您好' }
  expect([await sms.send({ ...told, text: '您好' }), await email.send(letter)]).toEqual(['sent', 'sent'])
  // The day is the county's: half past midnight there.
  const file = `sms/2026-03-17/${told.id}.txt`
  expect(await kept(outgoing)).toEqual([`email/2026-03-17/${told.id}.eml`, file])
  expect(await readFile(path.join(outgoing, file), 'utf8')).toBe('19900000001\n您好\n')
  // Numbers stand in it: nobody else on the machine reads it.
  expect((await stat(path.join(outgoing, file))).mode & 0o077).toBe(0)
  expect((await stat(path.dirname(path.join(outgoing, file)))).mode & 0o077).toBe(0)
})

test('a message handed over twice is one file, and stays as it was first', async () => {
  const { outgoing, sms } = await house()
  await sms.send({ ...told, text: '第一次' })
  await sms.send({ ...told, text: '第二次' })
  expect(await kept(outgoing)).toHaveLength(1)
  expect(await readFile(path.join(outgoing, (await kept(outgoing))[0]!), 'utf8')).toContain('第一次')
})

test('a gateway that is named gets its messages; the other kind stays in files', async () => {
  const gateway = messageGateway({ secret: SECRET })
  onTestFinished(() => gateway.close())
  const { outgoing, sms, email } = await house({ SMS_URL: await gateway.listen(), SMS_SECRET: SECRET })
  expect(await sms.send({ ...told, text: '您好' })).toBe('sent')
  expect(await sms.send({ ...told, text: '您好' })).toBe('sent')
  await email.send({ ...told, to: 'ceshi@example.com', subject: '新消息', text: '您好' })
  expect(gateway.delivered()).toEqual([{ channel: 'sms', id: told.id, to: told.to, text: '您好' }])
  expect(await kept(outgoing)).toEqual([`email/2026-03-17/${told.id}.eml`])
  gateway.refuse(told.to)
  expect(await sms.send({ ...told, id: 'other', text: '您好' })).toBe('refused')
  gateway.fail(true)
  await expect(sms.send({ ...told, id: 'third', text: '您好' })).rejects.toThrow('503')
})

test('somebody with another secret is turned away', async () => {
  const gateway = messageGateway({ secret: SECRET })
  onTestFinished(() => gateway.close())
  const { email } = await house({ EMAIL_URL: await gateway.listen(), EMAIL_SECRET: 'another-long-secret' })
  await expect(email.send({ ...told, subject: '新消息', text: '您好' })).rejects.toThrow('401')
  expect(gateway.delivered()).toEqual([])
})
