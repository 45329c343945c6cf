/** Reading and writing tar (POSIX ustar), so that a backup can be opened with tools that every system has. */

const BLOCK = 512
const LONGEST_NAME_BYTES = 100
const LARGEST_BYTES = 8 * 1024 ** 3 - 1 // eleven octal digits

export interface Entry {
  name: string
  size: number
  body: AsyncIterable<Buffer>
}

/** The bytes of one entry; `size` must be what `body` yields. */
export async function* tarEntry(name: string, size: number, body: AsyncIterable<Buffer> | Buffer) {
  yield header(name, size)
  let written = 0
  for await (const chunk of Buffer.isBuffer(body) ? [body] : body) {
    written += chunk.length
    yield chunk
  }
  if (written !== size) throw new Error(`${name} changed while it was being read`)
  yield padding(size)
}

export const tarEnd = Buffer.alloc(2 * BLOCK)

/** The entries in order. The body of one must be read before the next is asked for; what is left of it is skipped. */
export async function* readTar(stream: AsyncIterable<Buffer>): AsyncGenerator<Entry> {
  const bytes = reader(stream)
  for (;;) {
    const block = await bytes.exactly(BLOCK)
    if (block.every((byte) => byte === 0)) return
    const { name, size } = parse(block)
    let left = size
    const body = (async function* () {
      while (left > 0) {
        const chunk = await bytes.upTo(left)
        left -= chunk.length
        yield chunk
      }
    })()
    yield { name, size, body }
    while (left > 0) left -= (await bytes.upTo(left)).length
    await bytes.exactly(padding(size).length)
  }
}

function header(name: string, size: number): Buffer {
  if (Buffer.byteLength(name) > LONGEST_NAME_BYTES)
    throw new Error(`the name ${name} is too long for the archive`)
  if (size > LARGEST_BYTES) throw new Error(`${name} is too large for the archive`)
  const block = Buffer.alloc(BLOCK)
  block.write(name, 0)
  block.write('0000600\0', 100)
  block.write('0000000\0', 108)
  block.write('0000000\0', 116)
  block.write(`${size.toString(8).padStart(11, '0')}\0`, 124)
  block.write('00000000000\0', 136)
  block.write('0', 156)
  block.write('ustar\u000000', 257)
  block.write(`${checksum(block).toString(8).padStart(6, '0')}\0 `, 148)
  return block
}

function parse(block: Buffer): { name: string; size: number } {
  const text = (from: number, length: number) =>
    block
      .toString('utf8', from, from + length)
      .replace(/\0.*$/s, '')
      .trim()
  if (checksum(block) !== Number.parseInt(text(148, 8), 8)) throw new Error('the archive is damaged')
  return { name: text(0, LONGEST_NAME_BYTES), size: Number.parseInt(text(124, 12), 8) }
}

/** The sum of all bytes, with the field that holds it taken as spaces. */
function checksum(block: Buffer): number {
  return block.reduce((sum, byte, at) => sum + (at >= 148 && at < 156 ? 32 : byte), 0)
}

function padding(size: number): Buffer {
  return Buffer.alloc((BLOCK - (size % BLOCK)) % BLOCK)
}

function reader(stream: AsyncIterable<Buffer>) {
  const source = stream[Symbol.asyncIterator]()
  let held: Buffer = Buffer.alloc(0)

  async function upTo(length: number): Promise<Buffer> {
    while (held.length === 0) {
      const { value, done } = await source.next()
      if (done) throw new Error('the archive ends too early')
      held = value
    }
    const chunk = held.subarray(0, length)
    held = held.subarray(chunk.length)
    return chunk
  }

  async function exactly(length: number): Promise<Buffer> {
    const chunks: Buffer[] = []
    for (let left = length; left > 0; left -= chunks.at(-1)!.length) chunks.push(await upTo(left))
    return Buffer.concat(chunks)
  }

  return { upTo, exactly }
}
