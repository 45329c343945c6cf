import { legalDay } from '#engine/day.ts'
import {
  loadElements,
  loadNavigation,
  loadStandards,
  publishItems,
  readStandards,
} from '#capabilities/catalogue/index.ts'
import { issueSeals, type SealPlan } from '#capabilities/licence-seal/index.ts'
import type { OrganisationPack, PackFile } from '#capabilities/organisation/contract.ts'
import { loadOrganisation, organisationReader } from '#capabilities/organisation/index.ts'
import type { PostsFile } from '#capabilities/staff/contract.ts'
import { loadStaff } from '#capabilities/staff/index.ts'
import type { Clock } from '#platform/clock.ts'
import type { Db } from '#platform/db/db.ts'
import type { Ledger } from '#platform/ledger/ledger.ts'
import { checkPack, worded, type AreaPack } from './check.ts'

export { checkPack, residentGroups, worded, type AreaPack, type CheckedPack, type PackFlaw } from './check.ts'

export type GrantingBodies = Parameters<typeof publishItems>[3]

export interface LoadedArea {
  area: string
  name: string
  posts: PostsFile
  granting: GrantingBodies
  /** How many items can be applied for in it. */
  items: number
}

/** The pack's own area, and all of them where it is a city's. */
export interface LoadedPack extends LoadedArea {
  areas: readonly LoadedArea[]
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

interface Means {
  db: Db
  ledger: Ledger
  clock: Clock
}

/** Loads a pack area by area and step by step; each step leaves alone what is already there. */
export async function loadPack(
  means: Means,
  packId: string,
  onStep: (words: string) => void = () => {},
  folder?: string,
): Promise<LoadedPack> {
  const { areas, problems, navigation, elements = [] } = checkPack(packId, folder)
  if (problems.length > 0 || areas.length === 0) throw new PackProblem(packId, problems.map(worded))
  const loaded: LoadedArea[] = []
  for (const area of areas) {
    const { name } = area.pack.pack.area
    const say = areas.length > 1 ? (words: string) => onStep(`${name} ${words}`) : onStep
    loaded.push(await loadArea(means, packId, area, say))
    await loadElements(means.db, area.pack.pack.area.code, elements, means.clock.now())
    if (navigation) await loadNavigation(means.db, area.pack.pack.area.code, navigation, means.clock.now())
  }
  return { ...loaded[0]!, areas: loaded }
}

async function loadArea(
  { db, ledger, clock }: Means,
  packId: string,
  { pack, posts, items, layered }: AreaPack,
  onStep: (words: string) => void,
): Promise<LoadedArea> {
  const area = pack.pack.area.code
  const now = clock.now()
  const refused = (refusals: readonly { code: string }[]) =>
    new PackProblem(
      packId,
      refusals.map(({ code }) => code),
    )
  onStep('区划、场所、机构')
  const loaded = await loadOrganisation(db, pack, legalDay(now))
  if (Array.isArray(loaded)) throw refused(loaded)
  onStep('岗位')
  const appointed = await loadStaff({ db, ledger }, area, posts, now)
  if (appointed.refusals.length > 0) throw refused(appointed.refusals)
  onStep('印章')
  await issueSeals(ledger, area, pack.bodies.bodies, await sealPlan(db, pack, legalDay(now)), now)
  onStep(`事项（${items.length}项）`)
  await loadStandards(db, area, readStandards().standards)
  const granting = grantingBodies(pack)
  await publishItems({ db, ledger }, area, items, granting, now, layered)
  return { area, name: pack.pack.area.name, posts, granting, items: items.length }
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

const clauseWords = ({ source }: PackFile) => (source.residencyClause ? `（${source.residencyClause}）` : '')

/** Who accepts for whom: every town and street, and the hall; the source is the plan's own clause (应进必进). */
function grantingBodies({ pack, bodies }: OrganisationPack): GrantingBodies {
  return {
    towns: bodies.bodies
      .filter(({ tier }) => tier === 5)
      .map(({ id, kind }) => ({ id, street: kind === 'street-office' })),
    hall: pack.parameters['constructionOwner'].value.hall,
    creditCodes: new Map(bodies.bodies.map(({ id, creditCode, tier }) => [id, { creditCode, tier }])),
    resident: `${pack.source.documentNo}：按照应进必进原则进驻综合窗口统一受理${clauseWords(pack)}`,
  }
}
