import type { Content } from './content.ts'
import type { MediaType } from './media-types.ts'
import type { ZipEntry } from './zip-directory.ts'

export type StructureProblem = 'file-unreadable' | 'file-too-large'

// A photo of 100 million pixels takes 400 MB in the viewer; phones make 12 to 50.
const PIXELS_MAX = 100_000_000
const UNPACKED_BYTES_MAX = 512 * 1024 * 1024
const ENTRIES_MAX = 10_000
const TAIL_BYTES = 65_536

/** Whether a file is whole and can be opened without harm, as far as its outline tells. */
export async function structureProblem(
  mediaType: MediaType,
  content: Content,
  entries: readonly ZipEntry[],
): Promise<StructureProblem | null> {
  switch (mediaType) {
    case 'application/pdf':
      return (await tailOf(content)).includes('%%EOF') ? null : 'file-unreadable'
    case 'image/jpeg':
      return picture(await jpegSize(content), (await tailOf(content)).includes(Buffer.from([0xff, 0xd9])))
    case 'image/png':
      return picture(await pngSize(content), (await tailOf(content)).includes('IEND'))
    case 'image/webp':
      return picture(await webpSize(content), (await content.read(4, 4)).readUInt32LE() + 8 <= content.size)
    default:
      return zipProblem(entries)
  }
}

interface PictureSize {
  width: number
  height: number
}

function picture(size: PictureSize | null, whole: boolean): StructureProblem | null {
  if (!size || !whole || size.width === 0 || size.height === 0) return 'file-unreadable'
  return size.width * size.height > PIXELS_MAX ? 'file-too-large' : null
}

function zipProblem(entries: readonly ZipEntry[]): StructureProblem | null {
  if (entries.length > ENTRIES_MAX) return 'file-too-large'
  if (entries.some((entry) => entry.encrypted || /(^|[/\\])\.\.([/\\]|$)|^[/\\]|\0/.test(entry.name)))
    return 'file-unreadable'
  const unpacked = entries.reduce((sum, entry) => sum + entry.size, 0)
  return unpacked > UNPACKED_BYTES_MAX ? 'file-too-large' : null
}

async function tailOf(content: Content): Promise<Buffer> {
  return content.read(Math.max(0, content.size - TAIL_BYTES), TAIL_BYTES)
}

async function pngSize(content: Content): Promise<PictureSize | null> {
  const head = await content.read(8, 16)
  if (head.length < 16 || head.toString('latin1', 4, 8) !== 'IHDR') return null
  return { width: head.readUInt32BE(8), height: head.readUInt32BE(12) }
}

/**
 * Walks the segments to the frame header (SOF0–SOF15 without the tables DHT, JPG and DAC that share the
 * range).
 */
async function jpegSize(content: Content): Promise<PictureSize | null> {
  for (let at = 2, segments = 0; segments < 500; segments++) {
    const segment = await content.read(at, 9)
    if (segment.length < 9 || segment[0] !== 0xff) return null
    const mark = segment[1]!
    if (mark === 0xff) {
      at += 1
      continue
    }
    if (mark >= 0xc0 && mark <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(mark))
      return { height: segment.readUInt16BE(5), width: segment.readUInt16BE(7) }
    if (mark === 0xda || mark === 0xd9) return null
    at += 2 + segment.readUInt16BE(2)
  }
  return null
}

async function webpSize(content: Content): Promise<PictureSize | null> {
  const head = await content.read(12, 18)
  if (head.length < 18) return null
  switch (head.toString('latin1', 0, 4)) {
    case 'VP8 ':
      return { width: head.readUInt16LE(14) & 0x3fff, height: head.readUInt16LE(16) & 0x3fff }
    case 'VP8L': {
      const bits = head.readUInt32LE(9)
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
    }
    case 'VP8X':
      return { width: head.readUIntLE(12, 3) + 1, height: head.readUIntLE(15, 3) + 1 }
    default:
      return null
  }
}
