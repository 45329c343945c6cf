import net from 'node:net'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { clamdScanner } from './clamd-scanner.ts'
import { contentOf } from './content.ts'
import { docx, eicar, pdf } from './samples.ts'
import { allScanners, builtInScanner } from './scanner.ts'

// A daemon that speaks the protocol as its manual writes it, and finds only the test pattern.
let daemon: net.Server

afterEach(() => new Promise((resolve) => daemon.close(resolve)))

async function daemonSaying(
  answer: (received: Buffer) => string | null,
): Promise<{ host: string; port: number }> {
  daemon = net.createServer((socket) => {
    let received = Buffer.alloc(0)
    socket.on('error', () => {})
    socket.on('data', (part) => {
      received = Buffer.concat([received, part])
      const file = fileIn(received)
      if (file) socket.end(answer(file) ?? '')
    })
  })
  await new Promise<void>((resolve) => daemon.listen(0, '127.0.0.1', resolve))
  return { host: '127.0.0.1', port: (daemon.address() as AddressInfo).port }
}

function fileIn(received: Buffer): Buffer | null {
  const parts: Buffer[] = []
  for (let at = 10; at + 4 <= received.length;) {
    const length = received.readUInt32BE(at)
    if (length === 0) return Buffer.concat(parts)
    parts.push(received.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return null
}

const virusDaemon = () =>
  daemonSaying((file) => (file.includes(eicar) ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0'))

test('clamd sees the whole file and its verdict counts', async () => {
  const scanner = clamdScanner(await virusDaemon())
  expect(await scanner.scan(contentOf(pdf('x'.repeat(300_000))), 'application/pdf')).toBe('clean')
  const verdict = await scanner.scan(contentOf(pdf(`${'x'.repeat(300_000)}${eicar}`)), 'application/pdf')
  expect(verdict).toEqual({ rejected: 'Eicar-Test-Signature' })
})

test.each([
  ['INSTREAM size limit exceeded. ERROR\0', 'size limit exceeded'],
  ['', 'closed the connection'],
])('an answer of %j is no verdict', async (answer, message) => {
  const scanner = clamdScanner(await daemonSaying(() => answer))
  await expect(scanner.scan(contentOf(pdf()), 'application/pdf')).rejects.toThrow(message)
})

test('a daemon that is not there is no verdict', async () => {
  const address = await virusDaemon()
  await new Promise((resolve) => daemon.close(resolve))
  await expect(clamdScanner(address).scan(contentOf(pdf()), 'application/pdf')).rejects.toThrow(
    'ECONNREFUSED',
  )
  daemon = net.createServer().listen(0)
})

test('several scanners agree before a file is clean', async () => {
  const both = allScanners(builtInScanner, clamdScanner(await virusDaemon()))
  const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  expect(await both.scan(contentOf(docx()), word)).toBe('clean')
  expect(await both.scan(contentOf(docx('word/vbaProject.bin')), word)).toEqual({ rejected: 'macro' })
})
