import { CHAPTER_NUMBERED } from '../chapters/papers.ts'
import type { CaseDossier } from '../model/dossier.ts'
import type { CaseWorld } from '../model/world.ts'

/** What a fact says of the paper it brings about: its id, and its number where such papers are numbered. */
export function paperOf(world: CaseWorld): { paper: string; number?: string } {
  const number = world.documentNumber
  return { paper: world.newId(), ...(number === undefined ? {} : { number }) }
}

/** The word in a paper's number: what is told (不受理) is not numbered among what is refused. */
export function numberWord(
  action: string,
  input: Readonly<Record<string, unknown>>,
  { proposal }: Pick<CaseDossier, 'proposal'>,
): string {
  const ground = input['ground'] ?? proposal?.ground
  return action === 'refuse-acceptance' && ground === 'not-needed' ? '不受理' : NUMBERED[action]!
}

/** Acts whose paper carries a 文号; the number is taken in the transaction of the act. */
export const NUMBERED: Readonly<Record<string, string>> = {
  ...CHAPTER_NUMBERED,
  accept: '受理',
  'deem-accept': '受理',
  'notify-supplement': '补正',
  'refuse-acceptance': '不予受理',
  grant: '准予',
  deny: '不予',
  revoke: '撤销',
}
