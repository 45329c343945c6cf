import { strToU8, zipSync } from 'fflate'

// Small whole files of every kind, and their broken and harmful relatives, for the tests of this folder.

export const pdf = (inside = '') => Buffer.from(`%PDF-1.7\n1 0 obj << ${inside} >> endobj\n%%EOF\n`, 'latin1')

export function png(width = 20, height = 10): Buffer {
  const header = Buffer.alloc(33)
  header.write('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1')
  header.writeUInt32BE(width, 16)
  header.writeUInt32BE(height, 20)
  return Buffer.concat([header, Buffer.from('\0\0\0\0IEND\xae\x42\x60\x82', 'latin1')])
}

export function jpeg(width = 20, height = 10): Buffer {
  const frame = Buffer.from([0xff, 0xc0, 0, 11, 8, 0, 0, 0, 0, 1, 1, 0x11, 0])
  frame.writeUInt16BE(height, 5)
  frame.writeUInt16BE(width, 7)
  const start = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 1, 0xff])
  return Buffer.concat([start, frame, Buffer.from([0xff, 0xda, 0, 2, 1, 2, 3, 0xff, 0xd9])])
}

export function webp(width = 20, height = 10): Buffer {
  const file = Buffer.alloc(40)
  file.write('RIFF\x20\0\0\0WEBPVP8X\x0a\0\0\0', 'latin1')
  file.writeUIntLE(width - 1, 24, 3)
  file.writeUIntLE(height - 1, 27, 3)
  return file
}

export function zip(names: readonly string[]): Buffer {
  return Buffer.from(zipSync(Object.fromEntries(names.map((name) => [name, strToU8(`content of ${name}`)]))))
}

export const docx = (...more: string[]) => zip(['[Content_Types].xml', 'word/document.xml', ...more])
export const xlsx = (...more: string[]) => zip(['[Content_Types].xml', 'xl/workbook.xml', ...more])
export const ofd = (...more: string[]) => zip(['OFD.xml', 'Doc_0/Document.xml', ...more])

export const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('')

/** Bytes as a browser sends them, in uneven pieces. */
export async function* pieces(bytes: Uint8Array, length = 40_000): AsyncIterable<Uint8Array> {
  for (let from = 0; from < bytes.length; from += length) yield bytes.subarray(from, from + length)
}

export async function collect(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = []
  for await (const part of stream) parts.push(part)
  return Buffer.concat(parts)
}
