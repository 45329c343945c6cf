/** Enough to read a sheet on a wall; a telephone's own picture is five times as long on its way. */
const EDGE_MAX = 1600

/**
 * The picture as it is sent: no longer than needed, and drawn anew, so that where and with which telephone it was taken stays behind. One
 * that this browser cannot draw goes out as it is, and the server says whether it is a picture.
 */
export async function smallerPicture(file: File): Promise<File> {
  const bitmap = await createImageBitmap(file).catch(() => undefined)
  if (bitmap === undefined) return file
  const scale = Math.min(1, EDGE_MAX / Math.max(bitmap.width, bitmap.height))
  const canvas = new OffscreenCanvas(Math.round(bitmap.width * scale), Math.round(bitmap.height * scale))
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  bitmap.close()
  const drawn = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.85 })
  return new File([drawn], `${file.name.replace(/\.\w+$/, '')}.jpg`, { type: drawn.type })
}
