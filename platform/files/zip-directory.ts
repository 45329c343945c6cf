import type { Content } from './content.ts'

export interface ZipEntry {
  name: string
  size: number
  packedSize: number
  encrypted: boolean
}

const END_BYTES = 22
const COMMENT_BYTES_MAX = 65_535
const DIRECTORY_BYTES_MAX = 4 * 1024 * 1024
const ENTRY_BYTES = 46

/**
 * The names in a ZIP (OFD, DOCX, XLSX) from its central directory, which is what every reader of these
 * formats goes by; null when it is damaged, has something glued before or behind it, or is of a kind no
 * office program writes (ZIP64).
 */
export async function zipEntries(content: Content): Promise<ZipEntry[] | null> {
  const end = await endRecord(content)
  if (!end || end.size > DIRECTORY_BYTES_MAX || end.offset + end.size !== end.at) return null
  const directory = await content.read(end.offset, end.size)
  const entries: ZipEntry[] = []
  for (let at = 0; at < directory.length;) {
    if (at + ENTRY_BYTES > directory.length || directory.readUInt32LE(at) !== 0x02014b50) return null
    const flags = directory.readUInt16LE(at + 8)
    const [nameBytes, extraBytes, commentBytes] = [28, 30, 32].map((field) =>
      directory.readUInt16LE(at + field),
    )
    entries.push({
      name: directory.toString('utf8', at + ENTRY_BYTES, at + ENTRY_BYTES + nameBytes!),
      size: directory.readUInt32LE(at + 24),
      packedSize: directory.readUInt32LE(at + 20),
      encrypted: (flags & 1) !== 0,
    })
    at += ENTRY_BYTES + nameBytes! + extraBytes! + commentBytes!
  }
  return entries.length === end.entries ? entries : null
}

async function endRecord(content: Content) {
  const from = Math.max(0, content.size - END_BYTES - COMMENT_BYTES_MAX)
  const tail = await content.read(from, END_BYTES + COMMENT_BYTES_MAX)
  for (let at = tail.length - END_BYTES; at >= 0; at--) {
    if (tail.readUInt32LE(at) !== 0x06054b50 || at + END_BYTES + tail.readUInt16LE(at + 20) !== tail.length)
      continue
    return {
      entries: tail.readUInt16LE(at + 10),
      size: tail.readUInt32LE(at + 12),
      offset: tail.readUInt32LE(at + 16),
      at: from + at,
    }
  }
  return null
}
