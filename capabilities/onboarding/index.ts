import { legalDay } from '#engine/day.ts'
import { publishItems } from '#capabilities/catalogue/index.ts'
import { issueSeals, type SealPlan } from '#capabilities/licence-seal/index.ts'
import type { OrganisationPack } from '#capabilities/organisation/contract.ts'
import { loadOrganisation, organisationReader } from '#capabilities/organisation/index.ts'
import type { PostsFile } from '#capabilities/staff/contract.ts'
import { loadStaff } from '#capabilities/staff/index.ts'
import type { Clock } from '#platform/clock.ts'
import type { Db } from '#platform/db/db.ts'
import type { Ledger } from '#platform/ledger/ledger.ts'
import { checkPack, worded } from './check.ts'

export { checkPack, residentGroups, worded, type CheckedPack, type PackFlaw } from './check.ts'

export type GrantingBodies = Parameters<typeof publishItems>[3]

export interface LoadedPack {
  area: string
  name: string
  posts: PostsFile
  granting: GrantingBodies
}

/** A pack that cannot be loaded: what is wrong, one sentence or code a line. Nothing of it has been kept. */
export class PackProblem extends Error {
  readonly pack: string
  readonly problems: readonly string[]
  constructor(pack: string, problems: readonly string[]) {
    super(`pack ${pack}: ${problems.slice(0, 3).join('; ')}`)
    this.pack = pack
    this.problems = problems
  }
}

/** Loads a pack step by step; each step leaves alone what is already there. */
export async function loadPack(
  { db, ledger, clock }: { db: Db; ledger: Ledger; clock: Clock },
  packId: string,
  onStep: (words: string) => void = () => {},
): Promise<LoadedPack> {
  const { pack, posts, items } = readWholePack(packId)
  const area = pack.pack.area.code
  const now = clock.now()
  onStep('区划、场所、机构')
  const loaded = await loadOrganisation(db, pack, legalDay(now))
  if (Array.isArray(loaded))
    throw new PackProblem(
      packId,
      loaded.map(({ code }) => code),
    )
  onStep('岗位')
  const appointed = await loadStaff({ db, ledger }, area, posts, now)
  if (appointed.refusals.length > 0)
    throw new PackProblem(
      packId,
      appointed.refusals.map(({ code }) => code),
    )
  onStep('印章')
  await issueSeals(ledger, area, pack.bodies.bodies, await sealPlan(db, pack, legalDay(now)), now)
  onStep(`事项（${items.length}项）`)
  const granting = grantingBodies(pack)
  await publishItems({ db, ledger }, area, items, granting, now)
  return { area, name: pack.pack.area.name, posts, granting }
}

/** Whose seals the plan wants beside those of every body. */
async function sealPlan(db: Db, { pack }: OrganisationPack, day: string): Promise<SealPlan> {
  const { seal, constructionOwner } = pack.parameters
  const places = await organisationReader(db).places(pack.area.code, day)
  const centres = places.filter(({ kind }) => kind === 'centre')
  return {
    county: pack.area.name,
    ...(seal ? { policy: seal.value.policy, lines: seal.value.special } : {}),
    centres: new Map(centres.map(({ owner, name }) => [owner, name])),
    bureau: constructionOwner.value.hall,
  }
}

function readWholePack(packId: string) {
  const { pack, posts, items, problems } = checkPack(packId)
  if (problems.length > 0 || pack === undefined || posts === undefined)
    throw new PackProblem(packId, problems.map(worded))
  return { pack, items, posts }
}

/** Who accepts for whom: every town and street, and the hall; the source is the plan's own clause (应进必进). */
function grantingBodies({ pack, bodies }: OrganisationPack): GrantingBodies {
  return {
    towns: bodies.bodies
      .filter(({ tier }) => tier === 5)
      .map(({ id, kind }) => ({ id, street: kind === 'street-office' })),
    hall: pack.parameters['constructionOwner'].value.hall,
    resident: `${pack.source.documentNo}：按照应进必进原则进驻综合窗口统一受理（${pack.source.clausePrefix}-2.1-03）`,
  }
}
