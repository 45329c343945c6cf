/** What a workbook may hold unpacked; twenty thousand lines of every field are 40 MB. */
const UNPACKED_MAX = 200_000_000

const ENTRY = 0x02014b50
const END = 0x06054b50
const END_LENGTH = 22
const COMMENT_MAX = 65_535
const ENTRY_LENGTH = 46

/**
 * Whether a workbook says of itself that it unpacks to what this house reads. Whoever reads it stops at the size an entry
 * declares, so an entry that declares none could fill the memory of the server from a few kilobytes.
 */
export function unpacksWithinReason(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOf(view)
  if (end === undefined) return false
  const entries = view.getUint16(end + 10, true)
  let [at, sum] = [view.getUint32(end + 16, true), 0]
  for (let entry = 0; entry < entries; entry++) {
    if (at + ENTRY_LENGTH > view.byteLength || view.getUint32(at, true) !== ENTRY) return false
    const [packed, unpacked] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true)]
    const sizesLater = (view.getUint16(at + 8, true) & 0b1000) !== 0
    if (unpacked === 0 && (packed > 0 || sizesLater)) return false
    sum += unpacked
    at += ENTRY_LENGTH + nameAndExtras(view, at)
  }
  return sum <= UNPACKED_MAX
}

const nameAndExtras = (view: DataView, at: number): number =>
  [28, 30, 32].reduce((sum, offset) => sum + view.getUint16(at + offset, true), 0)

function endOf(view: DataView): number | undefined {
  const last = view.byteLength - END_LENGTH
  for (let at = last; at >= Math.max(0, last - COMMENT_MAX); at--)
    if (view.getUint32(at, true) === END) return at
  return undefined
}
