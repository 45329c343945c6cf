import { compileCalendar, type WorkingCalendar } from '#engine/calendar/calendar.ts'
import type { Actor } from '#engine/actor.ts'
import { legalDay } from '#engine/day.ts'
import type { ReliedOn } from '#engine/procedure/procedure.ts'
import { NO_AREA, subjectOf } from '#capabilities/party/index.ts'
import type { Letter } from '#capabilities/organisation/contract.ts'
import { lettersOf } from '#capabilities/organisation/index.ts'
import { licenceDays } from '#capabilities/licence-seal/model.ts'
import type { PublishedItem } from '#capabilities/catalogue/index.ts'
import { newId } from '#platform/id.ts'
import { effectiveItem, variantOf, type CaseDossier } from '../model.ts'
import { postsOf, reliedPosts } from '../chapters/queue/world.ts'
import type { ApprovalParameters, CaseWorld } from '../model/world.ts'
import type { CaseMeans } from './means.ts'

export interface Worlds {
  calendar(area: string): Promise<WorkingCalendar>
  parameters(area: string): Promise<ApprovalParameters>
  /** Towns with their villages, by which a page names the places people typed in. */
  regions(area: string): Promise<RegionEntries>
  /** The world of one act on a case of `party` under a pinned item. */
  of(
    area: string,
    item: PublishedItem,
    of: Pick<CaseDossier, 'party' | 'procedure' | 'about' | 'holder' | 'signers'>,
    who: {
      actor: Actor
      reliesOn: readonly ReliedOn[]
      input?: Readonly<Record<string, unknown>>
      /** An act that writes nothing about a person, such as counting clocks anew, asks for nobody's key. */
      sealsNothing?: boolean
      /** A page shows the office as it was a moment ago; an act goes by how it stands. */
      looking?: boolean
    },
    fresh: boolean,
  ): Promise<CaseWorld>
}

export type RegionEntries = Awaited<ReturnType<CaseMeans['organisation']['regionDirectory']>>

const NO_SEALER = {
  seal: (): never => {
    throw new Error('this act seals nothing')
  },
}

/** Policy that is not compared by version at commit is read again after this long. */
const POLICY_FOR_MS = 10_000

interface Policy {
  until: number
  calendar: WorkingCalendar
  parameters: ApprovalParameters
  towns: ReadonlySet<string>
  bodies: ReadonlyMap<string, string>
  /** The clauses by which representatives in the hall decide by letter only. */
  byLetter?: string
}

export function worlds(means: CaseMeans): Worlds {
  const kept = new Map<string, Policy>()
  const compiled = new Map<string, WorkingCalendar>()
  const directories = new Map<string, { until: number; regions: RegionEntries }>()

  async function policy(area: string): Promise<Policy> {
    const held = kept.get(area)
    const now = Date.parse(means.clock.now())
    if (held && now < held.until && now > held.until - 2 * POLICY_FOR_MS) return held
    const [source, pack, bodies] = await Promise.all([
      means.organisation.calendarOf(area),
      means.organisation.pack(area),
      means.organisation.bodies(area, legalDay(means.clock.now())),
    ])
    const calendar = compiled.get(`${area}/${source.version}`) ?? compileCalendar(source)
    compiled.set(`${area}/${source.version}`, calendar)
    if (pack === undefined) throw new Error(`area ${area} has no pack`)
    const { supplementWorkingDays, deliveryWorkingDays, roleSeparation, seal } = pack.body.parameters
    const {
      toleratedGapWorkingDays,
      gapReminderWorkingDays,
      jointHandling,
      hearingRequest,
      countersignWorkingDays,
      revocationWorkingDays,
      supervisionThresholds,
      upwardMoves,
      hallAuthorisation,
    } = pack.body.parameters
    const parameters: ApprovalParameters = {
      pack: `${pack.body.id}@${pack.version}`,
      supplementWorkingDays: supplementWorkingDays.value,
      deliveryWorkingDays: deliveryWorkingDays.value,
      ...(toleratedGapWorkingDays ? { toleratedGapWorkingDays: toleratedGapWorkingDays.value } : {}),
      ...(gapReminderWorkingDays ? { gapReminderWorkingDays: gapReminderWorkingDays.value } : {}),
      ...(countersignWorkingDays ? { countersignWorkingDays: countersignWorkingDays.value } : {}),
      ...(revocationWorkingDays ? { revocationWorkingDays: revocationWorkingDays.value } : {}),
      ...(supervisionThresholds ? { near: supervisionThresholds.value } : {}),
      reviewAndDecideDiffer: roleSeparation?.value.reviewAndApprove === 'must-differ',
      acceptAndDecideDiffer: roleSeparation?.value.acceptAndApprove === 'must-differ',
      stationsDiffer: roleSeparation?.value.atStations === 'must-differ',
      ...(hearingRequest ? { hearingRequest: hearingRequest.value } : {}),
      licences: licenceDays(pack.body.parameters),
      windowsDecide: pack.body.parameters.integratedHandling?.value === 'accept-and-decide',
      // [K] No clause names either: five working days, and silence is no consent.
      opinionWorkingDays: jointHandling?.value.opinionWorkingDays ?? 5,
      silenceCountsAsNoObjection: jointHandling?.value.silence === 'counts-as-no-objection',
      crossTown: pack.body.parameters.crossTownAcceptance?.value ?? true,
      remote:
        (pack.body.parameters.delegation?.value.remoteApproval ?? true) &&
        (upwardMoves === undefined || upwardMoves.value.includes('remote-approval')),
      proxyAcceptance: upwardMoves === undefined || upwardMoves.value.includes('proxy-acceptance'),
      seals: {
        policy: seal?.value.policy ?? 'own-seal',
        ...(seal?.value.numbers ? { numbers: seal.value.numbers } : {}),
      },
    }
    const towns = new Set(bodies.filter(({ tier }) => tier === 5).map(({ id }) => id))
    const names = new Map(bodies.map(({ id, shortName }) => [id, shortName]))
    const fresh = {
      ...{ until: now + POLICY_FOR_MS, calendar, parameters, towns, bodies: names },
      ...(hallAuthorisation === undefined ? {} : { byLetter: hallAuthorisation.clauses.join('、') }),
    }
    kept.set(area, fresh)
    return fresh
  }

  return {
    calendar: async (area) => (await policy(area)).calendar,
    parameters: async (area) => (await policy(area)).parameters,
    async regions(area) {
      const held = directories.get(area)
      const now = Date.parse(means.clock.now())
      if (held && now < held.until && now > held.until - 2 * POLICY_FOR_MS) return held.regions
      const regions = await means.organisation.regionDirectory(area, legalDay(means.clock.now()))
      directories.set(area, { until: now + POLICY_FOR_MS, regions })
      return regions
    },
    async of(area, published, dossier, { actor, reliesOn, input, sealsNothing, looking }, fresh) {
      const { party, procedure, about } = dossier
      const day = legalDay(means.clock.now())
      const [{ calendar, parameters, towns, bodies, byLetter }, grants, seals, sealer, posts] =
        await Promise.all([
          policy(area),
          means.catalogue.grantsInMemory(area, fresh),
          means.seals.inForce(area, day, fresh),
          sealsNothing ? NO_SEALER : means.sealing.sealFor(NO_AREA, subjectOf(party)),
          means.posts[looking ? 'standingsSeen' : 'standings'](area, postsOf(dossier, input), day),
        ])
      const letters = byLetter === undefined ? undefined : await lettersFor(means, area, actor)
      return {
        area,
        calendar,
        parameters,
        grants: grants.filter((grant) => grant.item === published.item.id),
        seals,
        towns,
        bodies,
        ...(byLetter === undefined || letters === undefined
          ? {}
          : { letters: { basis: byLetter, of: letters } }),
        item: effectiveItem(published.item, procedure, dossier),
        published: variantOf(published.item, about?.kind),
        ...(about === undefined ? {} : { about }),
        itemStream: published.stream,
        posts,
        reliesOn: [...reliesOn, ...reliedPosts(dossier, actor, posts)],
        seal: (value) => sealer.seal(JSON.stringify(value)),
        newId,
      }
    },
  }
}

/** Whoever is named in a letter, or decides at a window, represents the department in the hall; everybody else is the department. */
async function lettersFor(
  { db, posts }: CaseMeans,
  area: string,
  actor: Actor,
): Promise<readonly Letter[] | undefined> {
  if (actor.kind !== 'staff' || !actor.roles.includes('approver')) return undefined
  const letters = await lettersOf(db, area, actor.post)
  if (letters.length > 0) return letters
  return (await posts.windowOf(area, actor.post)) === undefined ? undefined : letters
}
