import { FIRST_PREV_HASH, HASH_ALG, factHash } from '#platform/ledger/chain.ts'
import type { FactRow } from '#platform/ledger/ledger.ts'
import type { CaseTruth } from './truth.ts'

/** Every fact is what was hashed, follows the one before, and the last one is the head. */
export function wrongChain({ facts, head }: CaseTruth): string[] {
  let prevHash = FIRST_PREV_HASH
  for (const [index, fact] of facts.entries()) {
    if (fact.seq !== index + 1) return [`fact ${index + 1} is missing from its chain`]
    if (fact.prev_hash !== prevHash) return [`fact ${fact.seq} does not point to the one before`]
    if (hashOf(fact) !== fact.hash) return [`fact ${fact.seq} is not what was hashed`]
    prevHash = fact.hash
  }
  return head?.hash === prevHash && head.version === facts.length ? [] : ['the head is not the last fact']
}

function hashOf(fact: FactRow): string {
  const { area_code: area, stream, seq, kind, body, actor, at, prev_hash: prevHash } = fact
  const { schema_version: schemaVersion } = fact
  return factHash({ area, stream, seq, kind, body, actor, at, schemaVersion, hashAlg: HASH_ALG, prevHash })
}
