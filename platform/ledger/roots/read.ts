import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import fs from 'node:fs/promises'
import path from 'node:path'
import type { Keys } from '#platform/crypto/keys.ts'
import {
  AREA,
  DAY,
  HEADS_BEGIN,
  HEADS_END,
  headerOf,
  headOf,
  sameMac,
  startMac,
  type ExportedHead,
  type RootFile,
} from './root-file.ts'

export interface ReadRoot {
  /** SM3 of the file as it lies there. */
  file: string
  /** Undefined when the file is not what this installation wrote under this master key. */
  header?: RootFile
}

/**
 * Reads one root file line by line. What `onHead` hears is only to be believed once `header` came back: the MAC stands at
 * the end.
 */
export async function readRoot(
  file: string,
  keys: Keys,
  onHead: (head: ExportedHead) => void = () => {},
): Promise<ReadRoot> {
  const whole = createHash('sm3')
  const reader = new RootReader(keys, onHead)
  for await (const lines of linesOf(file, (chunk) => whole.update(chunk, 'latin1'))) {
    for (const line of lines) reader.line(line)
  }
  const header = reader.end()
  return { file: whole.digest('hex'), ...(header ? { header } : {}) }
}

/** Goes through the parts of a file in their order; one line out of place and the file is not ours. */
class RootReader {
  #part: 'opening' | 'heads' | 'mac' | 'closing' | 'end' | 'wrong' = 'opening'
  readonly #opening: string[] = []
  readonly #mac: ReturnType<typeof startMac>
  readonly #onHead: (head: ExportedHead) => void
  #header: RootFile | undefined

  constructor(keys: Keys, onHead: (head: ExportedHead) => void) {
    this.#mac = startMac(keys)
    this.#onHead = onHead
  }

  line(line: string): void {
    if (this.#part === 'opening' || this.#part === 'heads') this.#mac.line(line)
    if (this.#part === 'opening') this.#openingLine(line)
    else if (this.#part === 'heads') this.#headLine(line)
    else if (this.#part === 'mac') {
      const given = /^"mac":"([0-9a-f]{64})"$/.exec(line)?.[1]
      this.#part = given !== undefined && sameMac(this.#mac.end(), given) ? 'closing' : 'wrong'
    } else this.#part = this.#part === 'closing' && line === '}' ? 'end' : 'wrong'
  }

  end(): RootFile | undefined {
    return this.#part === 'end' ? this.#header : undefined
  }

  #openingLine(line: string): void {
    this.#opening.push(line)
    if (line === HEADS_BEGIN) {
      this.#header = headerOf(this.#opening)
      this.#part = this.#header === undefined ? 'wrong' : 'heads'
    } else if (this.#opening.length > OPENING_LINES_MAX) this.#part = 'wrong'
  }

  #headLine(line: string): void {
    if (line === HEADS_END) {
      this.#part = 'mac'
      return
    }
    const head = headOf(line)
    if (head === undefined) this.#part = 'wrong'
    else this.#onHead(head)
  }
}

const OPENING_LINES_MAX = 40

/** The lines of a file, several at a time; what follows the last line feed counts as a line of its own. */
export async function* linesOf(
  file: string,
  onChunk: (chunk: string) => void = () => {},
): AsyncGenerator<string[]> {
  let rest = ''
  for await (const chunk of createReadStream(file, { encoding: 'latin1', highWaterMark: 256 * 1024 })) {
    onChunk(chunk as string)
    const lines = (rest + (chunk as string)).split('\n')
    rest = lines.pop()!
    yield lines
  }
  if (rest !== '') yield [rest]
}

/** The days of an area that have a file, the earliest first. */
export async function rootDays(folder: string, areaCode: string): Promise<string[]> {
  const names = await namesIn(path.join(folder, areaCode))
  return names
    .filter((name) => name.endsWith(ROOT_ENDING))
    .map((name) => name.slice(0, -ROOT_ENDING.length))
    .filter((day) => DAY.test(day))
    .sort()
}

/** The areas that have a folder of roots. */
export const rootAreas = async (folder: string): Promise<string[]> =>
  (await namesIn(folder)).filter((name) => AREA.test(name)).sort()

export const rootPath = (folder: string, areaCode: string, day: string): string =>
  path.join(folder, areaCode, `${day}${ROOT_ENDING}`)

const ROOT_ENDING = '.json'

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await fs.readdir(folder)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}
