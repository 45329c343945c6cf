import { inflateSync } from 'node:zlib'

const WOFF_HEADER_BYTES = 44
const WOFF_ENTRY_BYTES = 20
const TTF_HEADER_BYTES = 12
const TTF_ENTRY_BYTES = 16

interface Table {
  tag: number
  checksum: number
  bytes: Buffer
}

/**
 * Unpacks a WOFF 1 file into the TrueType it was made of; npm ships LXGW WenKai only as WOFF, which the
 * typesetter cannot read.
 */
export function woffToTtf(woff: Buffer): Buffer {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('Not a WOFF 1 font')
  const tables = readTables(woff)
  const directory = Buffer.alloc(TTF_HEADER_BYTES + TTF_ENTRY_BYTES * tables.length)
  writeHeader(directory, woff.readUInt32BE(4), tables.length)
  const parts: Buffer[] = [directory]
  let offset = directory.length
  tables.forEach((table, index) => {
    const entry = TTF_HEADER_BYTES + TTF_ENTRY_BYTES * index
    directory.writeUInt32BE(table.tag, entry)
    directory.writeUInt32BE(table.checksum, entry + 4)
    directory.writeUInt32BE(offset, entry + 8)
    directory.writeUInt32BE(table.bytes.length, entry + 12)
    const padding = Buffer.alloc((4 - (table.bytes.length % 4)) % 4)
    parts.push(table.bytes, padding)
    offset += table.bytes.length + padding.length
  })
  return Buffer.concat(parts)
}

function readTables(woff: Buffer): Table[] {
  return Array.from({ length: woff.readUInt16BE(12) }, (_, index) => {
    const entry = WOFF_HEADER_BYTES + WOFF_ENTRY_BYTES * index
    const start = woff.readUInt32BE(entry + 4)
    const packedBytes = woff.readUInt32BE(entry + 8)
    const packed = woff.subarray(start, start + packedBytes)
    const stored = packedBytes === woff.readUInt32BE(entry + 12)
    return {
      tag: woff.readUInt32BE(entry),
      checksum: woff.readUInt32BE(entry + 16),
      bytes: stored ? packed : inflateSync(packed),
    }
  })
}

function writeHeader(directory: Buffer, flavour: number, tables: number): void {
  const power = Math.floor(Math.log2(tables))
  directory.writeUInt32BE(flavour, 0)
  directory.writeUInt16BE(tables, 4)
  directory.writeUInt16BE(16 * 2 ** power, 6)
  directory.writeUInt16BE(power, 8)
  directory.writeUInt16BE(16 * (tables - 2 ** power), 10)
}
