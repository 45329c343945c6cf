import { describe, expect, test } from 'vitest'
import { MESSAGE_KINDS, type MessageParams } from './contract.ts'
import { letterOf } from './messengers/letter.ts'
import { email, goesOutside, inInbox, shortMessage, signatory, SMS_CHARACTERS_MAX } from './words.ts'

const params: MessageParams = {
  item: '临时救助对象认定（小额）',
  place: '山头街道便民服务中心',
  day: '2026-12-03',
  outcome: 'denied',
  carrier: '邮政特快专递',
  waybill: 'EM12345678901',
  toCheck: true,
}
const no = '370304400420261118001234'
const outside = MESSAGE_KINDS.filter(goesOutside)
const letter = (kind: (typeof MESSAGE_KINDS)[number], more: Partial<MessageParams> = {}) =>
  ({ kind, params: { ...params, ...more }, no, areaName: '博山区' }) as const

describe.each(MESSAGE_KINDS)('%s', (kind) => {
  test('the inbox says what it is about, in whole sentences', () => {
    const { title, text } = inInbox(kind, params)
    expect(title).toMatch(/^\S{4,16}$/u)
    expect(text).toContain(params.item)
    expect(text).toMatch(/。$/u)
    expect(text + inInbox(kind, { item: params.item, place: params.place }).text).not.toMatch(
      /undefined|NaN|。。|，。|，，/u,
    )
  })
})

describe.each(outside)('%s outside the house', (kind) => {
  test('a short message is signed, short, and tells nobody what it is about', () => {
    const text = shortMessage(letter(kind))
    expect(text).toMatch(/^【博山政务服务】您的办件（尾号1234）.+。$/u)
    const longest = shortMessage(letter(kind, { place: '很长的地方名称'.repeat(15) }))
    const bare = shortMessage({ ...letter(kind), params: { item: params.item, place: params.place } })
    for (const each of [text, longest, bare]) {
      expect([...each].length).toBeLessThanOrEqual(SMS_CHARACTERS_MAX)
      expect(each).not.toMatch(/undefined|临时救助|认定|准予|不予|批准/u)
      expect(each).not.toContain(no)
    }
  })

  test('an e-mail says no more, and where to look', () => {
    const { subject, text } = email(letter(kind), 'https://zwfw.example.cn')
    expect(subject).toBe('您的办件（尾号1234）有新消息')
    expect(text).toContain('https://zwfw.example.cn/my/messages')
    expect(text).not.toMatch(/undefined|临时救助|认定|准予|不予|批准/u)
    expect(text).not.toContain(no)
  })
})

test('what the person did alone, and what was handed over at the counter, rings no telephone', () => {
  expect(MESSAGE_KINDS.filter((kind) => !goesOutside(kind))).toEqual([
    'received',
    'papers-received',
    'not-finished',
    'special-over',
    'publicity-opened',
    'promise-moved',
    'result-by-post',
    'delivered-by-post',
    'collected',
    'check-met',
  ])
})

test.each([
  ['博山区', '博山政务服务'],
  ['沂源县', '沂源政务服务'],
  ['单县', '单县政务服务'],
])('%s signs as %s', (areaName, gives) => {
  expect(signatory(areaName)).toBe(gives)
})

describe('a letter as a file', () => {
  const mail = {
    id: '01900000-0000-7000-8000-000000000001',
    at: '2026-03-16T01:30:00.000Z',
    to: 'ceshi@example.com',
    ...email(letter('supplement'), 'https://zwfw.example.cn'),
    subject: '您的办件（尾号1234）有新消息，请尽快登录网站查看𠮷',
  }

  test('is what mail programs read', () => {
    const text = letterOf(mail, 'https://zwfw.example.cn')
    const [head, body] = text.split('\r\n\r\n') as [string, string]
    // Each line ends as the standard wants, and none is longer than 78.
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    expect(Math.max(...text.split('\r\n').map(({ length }) => length))).toBeLessThanOrEqual(76)
    expect(text).toMatch(/^[\x20-\x7e\r\n]*$/)
    const headers = head.replaceAll('\r\n ', '').split('\r\n')
    expect(headers).toEqual(
      expect.arrayContaining([
        'To: <ceshi@example.com>',
        'Date: Mon, 16 Mar 2026 09:30:00 +0800',
        `Message-ID: <${mail.id}@zwfw.example.cn>`,
        'MIME-Version: 1.0',
        'Content-Type: text/plain; charset=utf-8',
        'Content-Transfer-Encoding: base64',
      ]),
    )
    const subject = headers.find((line) => line.startsWith('Subject: '))!.slice('Subject: '.length)
    const words = [...subject.matchAll(/=\?UTF-8\?B\?([^?]+)\?=/g)]
    expect(words.length).toBeGreaterThan(1)
    expect(words.every(([word]) => word.length <= 75)).toBe(true)
    expect(words.map(([, word]) => Buffer.from(word!, 'base64').toString('utf8')).join('')).toBe(mail.subject)
    expect(Buffer.from(body, 'base64').toString('utf8').replaceAll('\r\n', '\n')).toBe(mail.text)
  })

  test.each([
    ['http://127.0.0.1:3000', '@[127.0.0.1]>'],
    ['http://[::1]:3000', '@[IPv6:::1]>'],
  ])('of a site at %s comes from %s', (publicUrl, gives) => {
    expect(letterOf(mail, publicUrl)).toContain(gives)
  })
})
