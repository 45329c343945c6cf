import type { Content } from './content.ts'
import { MEDIA_TYPES, type MediaType } from './media-types.ts'
import { structureProblem, type StructureProblem } from './structure.ts'
import { zipEntries, type ZipEntry } from './zip-directory.ts'

export { MEDIA_TYPES, type MediaType }

export type TypeRefusal = 'file-type-not-allowed' | StructureProblem

/**
 * The type of a file by its content. The extension of its name must agree, so that a person who opens the
 * file later gets what the clerk saw.
 */
export async function mediaTypeOf(
  content: Content,
  fileName: string,
  allowed: readonly MediaType[],
): Promise<{ mediaType: MediaType } | { code: TypeRefusal }> {
  const head = await content.read(0, 16)
  const zip = head.subarray(0, 4).equals(ZIP_MARK) ? await zipEntries(content) : undefined
  if (zip === null)
    return { code: extensionOf(fileName) === 'zip' ? 'file-type-not-allowed' : 'file-unreadable' }
  const mediaType = zip ? zippedType(zip) : plainType(head)
  if (!mediaType || !allowed.includes(mediaType)) return { code: 'file-type-not-allowed' }
  const extensions: readonly string[] = MEDIA_TYPES[mediaType]
  if (!extensions.includes(extensionOf(fileName))) return { code: 'file-type-not-allowed' }
  const problem = await structureProblem(mediaType, content, zip ?? [])
  return problem ? { code: problem } : { mediaType }
}

const ZIP_MARK = Buffer.from('PK\x03\x04', 'latin1')

function extensionOf(fileName: string): string {
  return /\.([A-Za-z0-9]{1,8})$/.exec(fileName.trim())?.[1]?.toLowerCase() ?? ''
}

function plainType(head: Buffer): MediaType | null {
  const text = head.toString('latin1')
  if (text.startsWith('%PDF-')) return 'application/pdf'
  if (text.startsWith('\xff\xd8\xff')) return 'image/jpeg'
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png'
  if (text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP') return 'image/webp'
  return null
}

function zippedType(entries: readonly ZipEntry[]): MediaType | null {
  const names = new Set(entries.map((entry) => entry.name))
  if (names.has('OFD.xml')) return 'application/ofd'
  if (!names.has('[Content_Types].xml')) return null
  if (names.has('word/document.xml'))
    return 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  if (names.has('xl/workbook.xml')) return 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return null
}
