import net from 'node:net'

const HOST = 'host: house.test\r\nconnection: close\r\n'
const JSON_BODY = 'content-type: application/json\r\n'

/** Bytes that are no request, or two at once: what only a socket can send. */
export const WIRES: Readonly<Record<string, string>> = {
  'two lengths': `POST /api/v1/session HTTP/1.1\r\n${HOST}${JSON_BODY}content-length: 2\r\ncontent-length: 4\r\n\r\n{}{}`,
  'a length and chunks': `POST /api/v1/session HTTP/1.1\r\n${HOST}${JSON_BODY}content-length: 2\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\nGET /api/v1/items HTTP/1.1\r\n\r\n`,
  'chunks of no size': `POST /api/v1/session HTTP/1.1\r\n${HOST}${JSON_BODY}transfer-encoding: chunked\r\n\r\nZZ\r\n{}\r\n0\r\n\r\n`,
  'less than was announced': `POST /api/v1/session HTTP/1.1\r\n${HOST}${JSON_BODY}content-length: 200\r\n\r\n{"login":`,
  'two hosts': `GET /api/v1/items HTTP/1.1\r\nhost: a.test\r\n${HOST}\r\n`,
  'two types': `POST /api/v1/session HTTP/1.1\r\n${HOST}${JSON_BODY}content-type: text/plain\r\ncontent-length: 2\r\n\r\n{}`,
  'two cookies': `GET /api/v1/session HTTP/1.1\r\n${HOST}cookie: staff_session=a\r\ncookie: staff_session=b\r\n\r\n`,
  'two tokens': `DELETE /api/v1/session HTTP/1.1\r\n${HOST}x-csrf-token: a\r\nx-csrf-token: b\r\n\r\n`,
  'a folded header': `GET /api/v1/items HTTP/1.1\r\n${HOST}accept: a\r\n b\r\n\r\n`,
  'a zero byte in a header': `GET /api/v1/items HTTP/1.1\r\n${HOST}x-as: citi\0zen\r\n\r\n`,
  'headers without end': `GET /api/v1/items HTTP/1.1\r\n${HOST}x-long: ${'x'.repeat(40_000)}\r\n\r\n`,
  'an address without end': `GET /api/v1/items?q=${'x'.repeat(40_000)} HTTP/1.1\r\n${HOST}\r\n`,
  'a whole address': `GET http://evil.test/api/v1/items HTTP/1.1\r\n${HOST}\r\n`,
  'an address that is a star': `OPTIONS * HTTP/1.1\r\n${HOST}\r\n`,
  'bytes in the address': `GET /api/v1/items/\xff\xfe HTTP/1.1\r\n${HOST}\r\n`,
  'no host': 'GET /api/v1/items HTTP/1.1\r\nconnection: close\r\n\r\n',
  'no such version': `GET /api/v1/items HTTP/9.9\r\n${HOST}\r\n`,
  'no such method': `FUZZ /api/v1/items HTTP/1.1\r\n${HOST}\r\n`,
  'no request': '\x16\x03\x01\x02\x00\x01\x00\r\n\r\n',
}

/** Everything the server says until it hangs up. */
export function say(port: number, bytes: string): Promise<string> {
  return new Promise((resolve) => {
    let heard = ''
    const socket = net.connect(port, '127.0.0.1', () => socket.end(Buffer.from(bytes, 'latin1')))
    socket.on('data', (part) => (heard += part.toString('utf8')))
    // A server may hang up on whoever talks nonsense.
    socket.on('error', () => {})
    socket.on('close', () => resolve(heard))
  })
}
