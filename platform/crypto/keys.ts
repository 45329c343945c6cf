import { hkdfSync } from 'node:crypto'

/**
 * What a derived key is for. One purpose, one key: a value made for one purpose says nothing about another.
 */
export type Purpose =
  | 'subject-wrap'
  | 'blind-index'
  | 'file-address'
  | 'file-wrap'
  | 'token'
  | 'form-token'
  | 'login'
  | 'paper-token'
  | 'query-code'
  | 'pick-up-code'
  | 'audit'
  | 'ledger-root'
  | 'key-check'

/** The keys of an installation. They come from its settings and never stand in its database. */
export interface Keys {
  /** 32 bytes, always the same for the same master key and purpose. */
  of(purpose: Purpose): Buffer
}

export const MASTER_KEY_BYTES_MIN = 32

export type MasterKeyProblem =
  | 'master-key-missing'
  | 'master-key-malformed'
  | 'master-key-too-short'
  | 'master-key-weak'

/** Why a setting cannot serve as master key (hex, at least 32 bytes); null when it can. */
export function masterKeyProblem(hex: string | undefined): MasterKeyProblem | null {
  if (hex === undefined || hex === '') return 'master-key-missing'
  if (!/^(?:[0-9a-fA-F]{2})+$/.test(hex)) return 'master-key-malformed'
  if (hex.length < MASTER_KEY_BYTES_MIN * 2) return 'master-key-too-short'
  // A random key of 32 bytes repeats a few of them; one with fewer than 16 different bytes was typed by a
  // person.
  const different = new Set(Buffer.from(hex, 'hex')).size
  return different < 16 ? 'master-key-weak' : null
}

export function keysFrom(masterKeyHex: string): Keys {
  const problem = masterKeyProblem(masterKeyHex)
  if (problem) throw new Error(`the master key cannot be used: ${problem}`)
  const master = Buffer.from(masterKeyHex, 'hex')
  const derived = new Map<Purpose, Buffer>()
  return {
    of(purpose) {
      const known = derived.get(purpose)
      if (known) return known
      // HKDF (RFC 5869) on SM3; the prefix keeps these keys apart from anything else derived from the same
      // master key.
      const key = Buffer.from(hkdfSync('sm3', master, Buffer.alloc(0), `yichuang/v1/${purpose}`, 32))
      derived.set(purpose, key)
      return key
    },
  }
}
