import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Instant } from '#platform/clock.ts'
import type { Keys } from '#platform/crypto/keys.ts'
import { leafText } from '../merkle.ts'

/**
 * What was true of an area on one day, as it lies outside the database: JSON, one head to a line, so that it can be
 * written, read and compared without holding it whole. A line is the text of the leaf; whoever has the lines and SM3 can
 * compute the root with tools of their own.
 */
export interface RootFile {
  format: 1
  area: string
  /** The legal day on which it was taken; it covers everything up to the midnight before. */
  day: string
  takenAt: Instant
  algorithm: 'sm3'
  streams: number
  root: string
  /** Null in the first file. It quotes the whole file, so a row of files can be checked without any key. */
  previous: PreviousRoot | null
  /** All heads stand in the file; otherwise those that changed since the previous one. */
  complete: boolean
}

export interface PreviousRoot {
  day: string
  /** Null when the previous file could no longer be trusted. */
  root: string | null
  /** SM3 of that file, byte for byte. */
  file: string
}

/** A head as it was exported. Version 0: the stream was there at the previous root and is there no more. */
export interface ExportedHead {
  stream: string
  version: number
  hash: string | null
}

/** The lines of a root file around its heads. */
export const openingLines = (header: RootFile): string[] => {
  const members = Object.entries(ordered(header)).map(
    ([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)},`,
  )
  return ['{', ...members, HEADS_BEGIN]
}

export const HEADS_BEGIN = '"changed":['
export const HEADS_END = '],'

/** One head to a line; all but the last end with a comma. */
export const headText = ({ stream, version, hash }: ExportedHead): string =>
  hash === null
    ? `{"hash":null,"stream":${JSON.stringify(stream)},"version":0}`
    : leafText({ stream, version, hash })

export const macLine = (mac: string): string => `"mac":"${mac}"`

/** Everything before the line of the MAC is covered by it, line feeds included. */
export function startMac(keys: Keys): { line(text: string): void; end(): string } {
  const mac = createHmac('sm3', keys.of('ledger-root'))
  return { line: (text) => void mac.update(`${text}\n`), end: () => mac.digest('hex') }
}

export const sameMac = (computed: string, given: string): boolean =>
  computed.length === given.length && timingSafeEqual(Buffer.from(computed), Buffer.from(given))

/** The header of a file from its opening lines; undefined when it is not one of ours. */
export function headerOf(lines: readonly string[]): RootFile | undefined {
  const value = parsed(`${lines.join('')}]}`)
  if (!isRecord(value)) return undefined
  const { format, area, day, takenAt, algorithm, streams, root, previous, complete } = value
  if (format !== 1 || algorithm !== 'sm3' || typeof complete !== 'boolean') return undefined
  if (!isText(area, AREA) || !isText(day, DAY) || !isText(takenAt, INSTANT) || !isText(root, HASH))
    return undefined
  if (!isCount(streams)) return undefined
  const before = previousOf(previous)
  return before === undefined
    ? undefined
    : { format, area, day, takenAt, algorithm, streams, root, previous: before, complete }
}

function previousOf(value: unknown): PreviousRoot | null | undefined {
  if (value === null) return null
  if (!isRecord(value)) return undefined
  const { day, root, file } = value
  if (!isText(day, DAY) || !isText(file, HASH)) return undefined
  return root === null || isText(root, HASH) ? { day, root, file } : undefined
}

export function headOf(line: string): ExportedHead | undefined {
  const value = parsed(line.endsWith(',') ? line.slice(0, -1) : line)
  if (!isRecord(value)) return undefined
  const { stream, version, hash } = value
  if (!isText(stream, STREAM) || !isCount(version)) return undefined
  if (version === 0) return hash === null ? { stream, version, hash } : undefined
  return isText(hash, HASH) ? { stream, version, hash } : undefined
}

export const AREA = /^\d{6}$/
export const DAY = /^\d{4}-\d\d-\d\d$/
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/
const HASH = /^[0-9a-f]{64}$/
const STREAM = /^[a-z][a-z0-9-]*:\d{4}:[A-Za-z0-9._-]+$/

const isText = (value: unknown, pattern: RegExp): value is string =>
  typeof value === 'string' && pattern.test(value)

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The same order of members in every file, whoever made the object. */
const ordered = ({ format, area, day, takenAt, algorithm, streams, root, previous, complete }: RootFile) => ({
  format,
  area,
  day,
  takenAt,
  algorithm,
  streams,
  root,
  previous,
  complete,
})
