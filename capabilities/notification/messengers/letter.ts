import net from 'node:net'
import type { Outgoing } from '../contract.ts'

const SENDER_NAME = '政务服务'

/** A whole message as mail programs read it (RFC 5322, MIME with UTF-8 in base64); the site's host names the sender. */
export function letterOf({ id, at, to, subject = '', text }: Outgoing, publicUrl: string): string {
  const host = mailHost(new URL(publicUrl).hostname)
  const lines = [
    `From: ${encodedWords(SENDER_NAME)} <no-reply@${host}>`,
    `To: <${to}>`,
    `Subject: ${encodedWords(subject)}`,
    `Date: ${mailDate(at)}`,
    `Message-ID: <${id}@${host}>`,
    // Keeps the answering machines of the world from answering (RFC 3834).
    'Auto-Submitted: auto-generated',
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    ...(Buffer.from(text.replace(/\r?\n/g, '\r\n'), 'utf8')
      .toString('base64')
      .match(/.{1,76}/g) ?? []),
  ]
  return `${lines.join('\r\n')}\r\n`
}

/** A line with an encoded word holds at most 76 characters (RFC 2047 §2), the name of the header included; longer text is folded. */
const WORD_BYTES_MAX = 39

function encodedWords(text: string): string {
  const words: string[] = []
  let word = ''
  for (const sign of text) {
    if (Buffer.byteLength(word + sign) > WORD_BYTES_MAX) {
      words.push(word)
      word = ''
    }
    word += sign
  }
  words.push(word)
  return words.map((part) => `=?UTF-8?B?${Buffer.from(part, 'utf8').toString('base64')}?=`).join('\r\n ')
}

/** `Mon, 16 Mar 2026 09:30:00 +0800`: the office's own time. */
function mailDate(at: string): string {
  const local = new Date(Date.parse(at) + 8 * 3_600_000).toUTCString()
  return local.replace('GMT', '+0800')
}

/** A bare address stands in brackets (RFC 5321 §4.1.3). */
function mailHost(host: string): string {
  if (host.startsWith('[')) return `[IPv6:${host.slice(1, -1)}]`
  return net.isIPv4(host) ? `[${host}]` : host
}
