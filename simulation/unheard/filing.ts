import { addDays, legalDay } from '#engine/day.ts'
import type { AboutKind } from '#capabilities/licence-seal/contract.ts'
import type { Application, HeldLicence } from '../application.ts'
import { asOfficer } from '../people.ts'
import type { Run } from '../run.ts'

/** How an application comes to be told a certain no. */
export interface FilingAttempt {
  code: string
  make(run: Run, means: FilingMeans): Promise<Application | undefined>
}

/** What applications are put together from. */
export interface FilingMeans {
  held: readonly HeldLicence[]
  about(held: HeldLicence, kind: AboutKind, region?: string): Promise<Application>
  first(wanted: {
    item(id: string): boolean
    citizen?: number
    procedure?: string
    place?: string
    region?: string
  }): Promise<Application | undefined>
}

const inForce = ({ state, running }: HeldLicence): boolean => state === 'valid' && !running

/** An application about the first licence that stands so. */
const about = (
  code: string,
  kind: AboutKind,
  stands: (held: HeldLicence, today: string) => boolean,
  elsewhere = false,
): FilingAttempt => ({
  code,
  async make(run, { held, about: file }) {
    const today = legalDay(run.town.clock.now())
    const fitting = held.filter((one) => stands(one, today))
    if (fitting.length === 0) return undefined
    const one = run.random.oneOf(fitting)
    const other = run.places.find(
      ({ region, tier }) => tier === 'centre' && !one.body.endsWith(region.slice(0, 9)),
    )
    return file(one, kind, elsewhere ? other?.region : undefined)
  },
})

/** The same applicant comes again for the same matter, as it was refused or revoked. */
const barred = (by: '78' | '79'): FilingAttempt => ({
  code: `barred-${by}`,
  async make({ journal, random }, { first }) {
    const before = journal.cases.filter(
      ({ citizen, dossier }) => citizen !== undefined && dossier?.barred?.by === by,
    )
    if (before.length === 0) return undefined
    const { citizen, dossier } = random.oneOf(before)
    return first({ item: (id) => id === dossier!.item.id, citizen: citizen! })
  },
})

const renewable = (held: HeldLicence, today: string): boolean =>
  inForce(held) &&
  held.item.lifecycle?.renew !== undefined &&
  held.until !== null &&
  held.until > addDays(today, 4) &&
  held.until < addDays(today, 20)

/** A promise was broken, and the same person offers another. */
const broken = ({ journal }: Run) =>
  journal.cases.filter(
    ({ citizen, dossier }) =>
      citizen !== undefined &&
      dossier?.creditRestored === undefined &&
      (dossier?.state === 'revoked' || dossier?.gaps?.broken === true),
  )

export const FILINGS: readonly FilingAttempt[] = [
  about('about-not-offered', 'renew', (held) => inForce(held) && held.item.lifecycle?.renew === undefined),
  about(
    'about-running',
    'change',
    (held) => held.state === 'valid' && held.running && held.item.lifecycle?.change !== undefined,
  ),
  about(
    'about-not-in-force',
    'change',
    ({ state, item }) => state === 'cancelled' && item.lifecycle !== undefined,
  ),
  about(
    'about-other-body',
    'change',
    (held) => inForce(held) && held.body.startsWith('town-') && held.item.lifecycle?.change !== undefined,
    true,
  ),
  about(
    'renewal-not-needed',
    'renew',
    (held) => inForce(held) && held.until === null && held.item.lifecycle?.renew !== undefined,
  ),
  about('renewal-late', 'renew', ({ state, running, until, item }, today) => {
    const { renew } = item.lifecycle ?? {}
    return (
      !running &&
      renew?.late === 'refused' &&
      until !== null &&
      (state === 'expired' || (state === 'valid' && until <= addDays(today, 2)))
    )
  }),
  about('renewal-early', 'renew', (held, today) => {
    const first = held.item.lifecycle?.renew?.notEarlierThan
    return (
      inForce(held) &&
      first !== undefined &&
      held.until !== null &&
      held.until > addDays(today, first.amount + 3)
    )
  }),
  about('licence change', 'change', (held) => inForce(held) && held.item.lifecycle?.change !== undefined),
  about(
    'licence cancel-applied',
    'cancel',
    (held) => inForce(held) && held.item.lifecycle?.cancel !== undefined,
  ),
  about('licence renew', 'renew', renewable),
  ...['approval', 'on-the-spot'].map((procedure) =>
    about(
      `${procedure} deem-renewed`,
      'renew',
      (held, today) => renewable(held, today) && held.item.process.procedure === procedure,
    ),
  ),
  barred('78'),
  barred('79'),
  {
    // Fraud that the register revoked for bars as a revoked promise does.
    code: 'barred-79',
    async make({ random }, { held, first }) {
      const lost = held.filter(({ fraud, item }) => fraud && item.publicSafety !== undefined)
      if (lost.length === 0) return undefined
      const { applicant, item } = random.oneOf(lost)
      return first({ item: (id) => id === item.id, citizen: applicant.index })
    },
  },
  {
    code: 'commitment-blocked',
    async make(run, { first }) {
      const before = broken(run)
      if (before.length === 0) return undefined
      return first({ item: () => true, citizen: run.random.oneOf(before).citizen!, procedure: 'commitment' })
    },
  },
  {
    code: 'gap-blocked',
    async make(run, { first }) {
      const before = broken(run)
      if (before.length === 0 || !run.random.chance(0.3)) return undefined
      const tolerant = new Set(
        run.items
          .filter(({ item }) => item.materials.some(({ necessity }) => necessity === 'tolerable'))
          .map(({ item }) => item.id),
      )
      const citizen = run.random.oneOf(before).citizen!
      return first({ item: (id) => tolerant.has(id), citizen, procedure: 'approval' })
    },
  },
  ...['result-expired', 'approval take-over-result', 'on-the-spot take-over-result'].map(
    (code): FilingAttempt => ({
      code,
      async make({ random }, { held, first }) {
        const own = held.filter(({ state }) => state === (code === 'result-expired' ? 'expired' : 'valid'))
        if (own.length === 0 || !random.chance(0.25)) return undefined
        const [procedure] = code.split(' take-over')
        const asked = code === 'result-expired' ? {} : { procedure: procedure! }
        return first({ item: () => true, citizen: random.oneOf(own).applicant.index, ...asked })
      },
    }),
  ),
  ...['approval', 'on-the-spot'].map((procedure): FilingAttempt => ({
    code: `${procedure} file-at-station`,
    async make({ places, random }, { first }) {
      const stations = places.filter(({ tier }) => tier === 'station')
      if (stations.length === 0) return undefined
      return first({ item: () => true, procedure, place: random.oneOf(stations).place })
    },
  })),
  {
    code: 'remote-forbidden',
    async make({ places, items }, { first }) {
      const centre = places.find(({ tier }) => tier === 'centre')
      const forbidden = new Set(
        items.filter(({ item }) => item.delegation?.remote === false).map(({ item }) => item.id),
      )
      return centre && first({ item: (id) => forbidden.has(id), place: centre.place })
    },
  },
  {
    code: 'window-unknown',
    async make({ town, officeOpen }, { first }) {
      const asked = await first({ item: () => true })
      const clerk = town.posts.find(
        ({ roles, place }) => roles.includes('window-clerk') && place === asked?.filing.acceptPlace,
      )
      if (asked === undefined || clerk === undefined || !officeOpen) return undefined
      return {
        ...{ ...asked, who: asOfficer(clerk) },
        filing: { ...asked.filing, materials: [], window: 'no-such-window' },
      }
    },
  },
  {
    code: 'postal-address-missing',
    async make(_run, { first }) {
      const asked = await first({ item: () => true })
      if (asked?.item.delivery.includes('post') !== true) return undefined
      const { postal: _left, ...filing } = asked.filing
      return { ...asked, filing: { ...filing, delivery: 'post' } }
    },
  },
  {
    code: 'already-applied',
    async make({ journal, random }, { first }) {
      const open = journal.cases.filter((known) => known.open && known.citizen !== undefined)
      if (open.length === 0) return undefined
      const known = random.oneOf(open)
      const { acceptPlace, region, procedure } = known.dossier ?? {}
      const asked = await first({
        item: (id) => id === known.item,
        citizen: known.citizen!,
        ...(acceptPlace ? { place: acceptPlace } : {}),
        ...(region ? { region } : {}),
        ...(procedure ? { procedure } : {}),
      })
      return asked && { ...asked, warns: true }
    },
  },
  {
    code: 'not-cross-town',
    async make({ plan, items, places }, { first }) {
      const [one, other] = places.filter(({ tier }) => tier === 'centre')
      if (plan === undefined || one === undefined || other === undefined) return undefined
      const ofTowns = new Set(
        items.filter(({ item }) => item.decidingBody.kind !== 'body').map(({ item }) => item.id),
      )
      return first({ item: (id) => ofTowns.has(id), place: one.place, region: other.region })
    },
  },
]

/** An application that hears a no nobody has heard yet, where there is one to be made. */
export async function unheardFiling(run: Run, means: FilingMeans): Promise<Application | undefined> {
  const { journal } = run
  const left = FILINGS.filter(({ code }) => !journal.refused.has(code) && !journal.met.has(code))
  while (left.length > 0) {
    const [attempt] = left.splice(run.random.whole(0, left.length - 1), 1)
    const asked = await attempt!.make(run, means)
    if (asked !== undefined) return asked
  }
  return undefined
}
