import { uploadWords as words } from '../words.ts'

/** Twice what is shown, for sharp screens. */
const THUMB_WIDTH = 128
/** A scan larger than this would keep an old phone busy for seconds. */
const READ_BYTES_MAX = 8 * 1024 * 1024

/** A small picture of a photograph, the number of pages of a PDF; nothing where the browser cannot tell. */
export async function preview(file: File): Promise<HTMLElement[]> {
  try {
    if (file.type.startsWith('image/')) return [await thumb(file)]
    if (file.type === 'application/pdf' && file.size <= READ_BYTES_MAX) return await pages(file)
  } catch {
    // A picture that cannot be drawn can still be sent; the server says whether it can be opened.
  }
  return []
}

/** Drawn small at once: a dozen whole photographs would not fit into the memory of an old phone. */
async function thumb(file: File): Promise<HTMLElement> {
  const picture = await createImageBitmap(file, { resizeWidth: THUMB_WIDTH })
  const canvas = document.createElement('canvas')
  canvas.className = 'upload-thumb'
  canvas.width = picture.width
  canvas.height = picture.height
  canvas.setAttribute('aria-hidden', 'true')
  canvas.getContext('2d')?.drawImage(picture, 0, 0)
  picture.close()
  return canvas
}

async function pages(file: File): Promise<HTMLElement[]> {
  const text = new TextDecoder('latin1').decode(await file.arrayBuffer())
  const each = text.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0
  const counted = Math.max(0, ...[...text.matchAll(/\/Count\s+(\d+)/g)].map(([, count]) => Number(count)))
  const count = each || counted
  if (count === 0) return []
  const note = document.createElement('span')
  note.className = 'muted small upload-pages'
  note.textContent = words.pages(count)
  return [note]
}
