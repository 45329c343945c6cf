/**
 * What was typed and not sent yet, kept through an ended session, a reload, a crash of the tab and a lost connection. It lies in
 * the memory of this tab alone and belongs to one person in one post: another person who signs in here finds nothing, signing out
 * clears it, and so do twelve hours. It is not encrypted: county intranets serve plain http, where browsers offer no encryption.
 */
export interface Kept<Value = unknown> {
  value: Value
  /** When it was written last, in milliseconds. */
  at: number
}

export interface Owner {
  person: string
  post: string
}

interface Stored extends Kept {
  person: string
  /** What the form asked; an answer to other questions is not put back. */
  stamp: string
}

export const KEPT_HOURS = 12
const KEPT_MS = KEPT_HOURS * 3_600_000
const PREFIX = 'kept '
const CHANNEL = 'staff-signed-out'

let owner: Owner | undefined
const listeners = new Set<() => void>()
let version = 0

/** Whoever sits here now; whatever another person left in this tab is gone. */
export function keptBelongsTo(next: Owner): void {
  owner = next
  sweep(({ person }) => person !== next.person)
}

/** Signed out, here or in another tab of this browser. */
export function forgetAll(tell = true): void {
  owner = undefined
  sweep(() => true)
  if (tell) channel()?.postMessage('')
}

export function keep(matter: string, part: string, stamp: string, value: unknown): void {
  if (owner === undefined) return
  const stored: Stored = { value, at: Date.now(), person: owner.person, stamp }
  try {
    sessionStorage.setItem(keyOf(matter, part), JSON.stringify(stored))
  } catch {
    // No room, or storage is switched off: the form works on without being kept.
  }
  changed()
}

export function findKept<Value>(matter: string, part: string, stamp: string): Kept<Value> | undefined {
  if (owner === undefined) return undefined
  const found = read(keyOf(matter, part))
  return found !== undefined && found.stamp === stamp && isFresh(found) ? (found as Kept<Value>) : undefined
}

/** Everything kept about one matter. */
export function forget(matter: string): void {
  for (const key of keys()) if (key.startsWith(keyOf(matter, ''))) sessionStorage.removeItem(key)
  changed()
}

/** One part of it alone. */
export function forgetPart(matter: string, part: string): void {
  sessionStorage.removeItem(keyOf(matter, part))
  changed()
}

/** The matters below a path of which something is kept, with the time of the latest word. */
export function keptBelow(path: string): { matter: string; at: number }[] {
  if (owner === undefined) return []
  const found = new Map<string, number>()
  const before = keyOf(path, '').trimEnd()
  for (const key of keys()) {
    const stored = key.startsWith(before) ? read(key) : undefined
    if (stored === undefined || !isFresh(stored)) continue
    const matter = key.slice(before.length, key.lastIndexOf(' '))
    found.set(matter, Math.max(found.get(matter) ?? 0, stored.at))
  }
  return [...found].map(([matter, at]) => ({ matter, at }))
}

/** The post somebody was working in when the page was lost, so that signing in again leads back to it. */
export function lastKeptPost(): string | undefined {
  const latest = keys()
    .flatMap((key) => ({ post: key.split(' ')[2], at: read(key)?.at ?? 0 }))
    .sort((one, other) => other.at - one.at)
  return latest[0]?.post
}

export function onKept(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Changes with whatever is kept or forgotten. */
export function keptVersion(): number {
  return version
}

/** Twelve hours go by in an open tab too, and a colleague's machine signs out in another one. */
export function watchKept(): void {
  setInterval(() => sweep(() => false), SWEEP_MS)
  channel()?.addEventListener('message', () => forgetAll(false))
}

const SWEEP_MS = 10 * 60_000

function sweep(gone: (stored: Stored) => boolean): void {
  for (const key of keys()) {
    const stored = read(key)
    if (stored === undefined || !isFresh(stored) || gone(stored)) sessionStorage.removeItem(key)
  }
  changed()
}

function isFresh({ at }: Kept): boolean {
  return Date.now() - at < KEPT_MS
}

function keyOf(matter: string, part: string): string {
  return `${PREFIX}${owner?.person} ${owner?.post} ${matter} ${part}`
}

function keys(): string[] {
  try {
    return Object.keys(sessionStorage).filter((key) => key.startsWith(PREFIX))
  } catch {
    return []
  }
}

function read(key: string): Stored | undefined {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? 'null') ?? undefined
  } catch {
    return undefined
  }
}

function changed(): void {
  version += 1
  for (const listener of listeners) listener()
}

let opened: BroadcastChannel | undefined

function channel(): BroadcastChannel | undefined {
  if (typeof BroadcastChannel === 'undefined') return undefined
  return (opened ??= new BroadcastChannel(CHANNEL))
}
