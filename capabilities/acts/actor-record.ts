import type { Actor } from '#engine/actor.ts'
import type { Json } from '#platform/ledger/canonical.ts'

/** The actor as every fact names them: (person, post, place, body, area), a citizen's party, or a job. */
export function actorRecord(actor: Actor): Json {
  switch (actor.kind) {
    case 'staff': {
      const { kind, person, post, place, body, area } = actor
      return { kind, person, post, place, body, area }
    }
    case 'citizen':
      return { kind: actor.kind, person: actor.person, party: actor.party }
    case 'system':
      return { kind: actor.kind, job: actor.job }
  }
}

/** Whose request ids these are: two people may use the same id without meeting. */
export function actorKey(actor: Actor): string {
  switch (actor.kind) {
    case 'staff':
      return `post:${actor.post}:${actor.person}`
    case 'citizen':
      return `citizen:${actor.person}`
    case 'system':
      return 'system'
  }
}
