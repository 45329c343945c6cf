import { readTable, readText, type Table, type TableFault } from './table.ts'

/** A file in pieces that can be read again from the first. */
export type Pieces = () => AsyncIterable<Uint8Array>

/** A table out of pieces. Of a CSV only its text is in memory, never its bytes beside it. */
export async function tableOfPieces(pieces: Pieces): Promise<Table | TableFault> {
  const head = await firstBytes(pieces)
  if (head.length === 0) return 'list-file-empty'
  const [one, two] = head
  const workbook = (one === 0x50 && two === 0x4b) || (one === 0xd0 && two === 0xcf)
  if (workbook) return readTable(await together(pieces))
  if (one === 0xff && two === 0xfe) return decodedTable(pieces, 'utf-16le', 'utf-16')
  if (one === 0xfe && two === 0xff) return decodedTable(pieces, 'utf-16be', 'utf-16')
  if (await holdsZeros(pieces)) return 'list-file-encoding-unknown'
  const table = await decodedTable(pieces, 'utf-8', 'utf-8')
  return typeof table === 'string' ? decodedTable(pieces, 'gb18030', 'gb18030') : table
}

async function firstBytes(pieces: Pieces): Promise<Uint8Array> {
  for await (const piece of pieces()) if (piece.length > 0) return piece
  return new Uint8Array()
}

async function together(pieces: Pieces): Promise<Uint8Array> {
  const all: Uint8Array[] = []
  for await (const piece of pieces()) all.push(piece)
  return new Uint8Array(Buffer.concat(all))
}

async function holdsZeros(pieces: Pieces): Promise<boolean> {
  for await (const piece of pieces()) if (piece.includes(0)) return true
  return false
}

async function decodedTable(
  pieces: Pieces,
  label: string,
  encoding: Table['encoding'],
): Promise<Table | TableFault> {
  const decoder = new TextDecoder(label, { fatal: true })
  const parts: string[] = []
  try {
    for await (const piece of pieces()) parts.push(decoder.decode(piece, { stream: true }))
    parts.push(decoder.decode())
  } catch (error) {
    if (error instanceof TypeError) return 'list-file-encoding-unknown'
    throw error
  }
  return readText(parts.join(''), encoding)
}
