import net from 'node:net'
import type { Content } from './content.ts'
import type { FileScanner, ScanVerdict } from './scanner.ts'

/** Where a ClamAV daemon listens. */
export type ClamdAddress = { host: string; port: number } | { path: string }

const ANSWER_WITHIN_MS = 60_000

/**
 * Sends each file to a ClamAV daemon (INSTREAM of its protocol). A daemon that is down, full or slow throws,
 * and the file stays in quarantine.
 */
export function clamdScanner(address: ClamdAddress, answerWithinMs = ANSWER_WITHIN_MS): FileScanner {
  return {
    async scan(content) {
      const socket = net.connect(address)
      socket.setTimeout(answerWithinMs, () => socket.destroy(new Error('clamd does not answer')))
      try {
        const [answer] = await Promise.all([answerOf(socket), send(socket, content)])
        return verdictOf(answer)
      } finally {
        socket.destroy()
      }
    },
  }
}

async function send(socket: net.Socket, content: Content): Promise<void> {
  await write(socket, Buffer.from('zINSTREAM\0'))
  for await (const chunk of content.stream()) {
    await write(socket, lengthOf(chunk.length))
    await write(socket, chunk)
  }
  await write(socket, lengthOf(0))
}

function write(socket: net.Socket, bytes: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => socket.write(bytes, (error) => (error ? reject(error) : resolve())))
}

function lengthOf(bytes: number): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bytes)
  return length
}

async function answerOf(socket: net.Socket): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of socket) parts.push(part as Buffer)
  return Buffer.concat(parts).toString('utf8').replaceAll('\0', '').trim()
}

function verdictOf(answer: string): ScanVerdict {
  if (answer === 'stream: OK') return 'clean'
  const found = /^stream: (.+) FOUND$/.exec(answer)
  if (!found) throw new Error(`clamd could not scan: ${answer || 'it closed the connection'}`)
  return { rejected: found[1]! }
}
