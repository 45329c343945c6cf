import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto'
import { COMMON_PASSWORDS } from './common-passwords.ts'

/**
 * What a guess costs: log2 of N, block size, rounds. Stored with each hash, so that it can be raised later.
 */
export interface HashCost {
  ln: number
  r: number
  p: number
}

/** 32 MB and about 0.2 s on one core for a guess. */
export const PRODUCTION_COST: HashCost = { ln: 15, r: 8, p: 3 }
/** For tests and the simulation, which sign in thousands of people. */
export const TEST_COST: HashCost = { ln: 8, r: 8, p: 1 }

export async function hashPassword(password: string, cost: HashCost): Promise<string> {
  const salt = randomBytes(16)
  const hash = await derive(password, salt, cost, 32)
  return `scrypt$ln=${cost.ln},r=${cost.r},p=${cost.p}$${salt.toString('base64url')}$${hash.toString('base64url')}`
}

export async function verifyPassword(stored: string, password: string): Promise<boolean> {
  const { cost, salt, hash } = parse(stored)
  return timingSafeEqual(await derive(password, salt, cost, hash.length), hash)
}

/**
 * Whether a hash is cheaper than it should be now; it is renewed at the next sign-in, when the password is at
 * hand.
 */
export function isCheaper(stored: string, cost: HashCost): boolean {
  const was = parse(stored).cost
  return was.ln < cost.ln || was.r < cost.r || was.p < cost.p
}

/**
 * A hash nobody has the password of: a sign-in under an unknown login takes as long as one under a known
 * login.
 */
export function hashOfNobody(cost: HashCost): string {
  const [salt, hash] = [randomBytes(16), randomBytes(32)].map((bytes) => bytes.toString('base64url'))
  return `scrypt$ln=${cost.ln},r=${cost.r},p=${cost.p}$${salt}$${hash}`
}

export type PasswordProblem =
  | 'password-too-short'
  | 'password-too-long'
  | 'password-too-simple'
  | 'password-has-login'
  | 'password-common'

const CLASSES = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{Ll}\p{Lu}\p{Nd}]/u]

/** Why a new password is refused; null when it is taken (GB/T 22239: at least 8 signs, three kinds). */
export function passwordProblem(password: string, login: string): PasswordProblem | null {
  if ([...password].length < 8) return 'password-too-short'
  // Hashing megabytes is a cheap way to keep a server busy.
  if (password.length > 128) return 'password-too-long'
  if (CLASSES.filter((kind) => kind.test(password)).length < 3 || new Set(password).size < 5)
    return 'password-too-simple'
  const lower = password.toLowerCase()
  const name = login.trim().toLowerCase()
  if (name.length >= 3 && (lower.includes(name) || lower.includes([...name].toReversed().join(''))))
    return 'password-has-login'
  return COMMON_PASSWORDS.has(plain(lower)) ? 'password-common' : null
}

/** P@ssw0rd! and Password0 are one and the same to somebody who guesses. */
function plain(lower: string): string {
  return lower
    .replace(/[@4]/g, 'a')
    .replace(/[0]/g, 'o')
    .replace(/[$5]/g, 's')
    .replace(/[1!|]/g, 'i')
    .replace(/3/g, 'e')
}

function parse(stored: string): { cost: HashCost; salt: Buffer; hash: Buffer } {
  const match = /^scrypt\$ln=(\d+),r=(\d+),p=(\d+)\$([\w-]+)\$([\w-]+)$/.exec(stored)
  if (!match) throw new Error('this is not a password hash of ours')
  const [ln, r, p] = match.slice(1, 4).map(Number) as [number, number, number]
  return {
    cost: { ln, r, p },
    salt: Buffer.from(match[4]!, 'base64url'),
    hash: Buffer.from(match[5]!, 'base64url'),
  }
}

function derive(password: string, salt: Buffer, cost: HashCost, length: number): Promise<Buffer> {
  const N = 2 ** cost.ln
  const options: ScryptOptions = { N, r: cost.r, p: cost.p, maxmem: 128 * cost.r * (N + cost.p + 2) + 1024 }
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, length, options, (error, key) =>
      error ? reject(error) : resolve(key),
    )
  })
}
