import { addDays, legalDay } from '#engine/day.ts'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import type { ProcedureName } from '#capabilities/case/contract.ts'
import type { AboutKind } from '#capabilities/licence-seal/contract.ts'
import { aboutLicence, heldLicences } from '../applications.ts'
import { BEGINNINGS, GOING_ON, REFUSED, signed, type LicencePlan } from '../licence-plans.ts'
import type { Run } from '../run.ts'
import { servedBy } from '../serving.ts'
import { plain } from './writing.ts'
import type { Wanted } from './filing.ts'
import type { Going, Step } from './errand.ts'
import { does, files, onLicence, untilLicence } from './steps.ts'
import type { Doing } from './take.ts'

export const text = '经核查情况属实，依法办理。'

/** A document that stays with its holder, with the last day the approver writes. */
export const lasting = ({ result }: ItemVersion): boolean =>
  ['1', '2'].includes(result.type) && result.term?.kind === 'decided'

export const simple = (item: ItemVersion): boolean => item.process.forwardsTo === undefined && plain(item)

/** A licence whose law lets its holder ask for more time. */
export const renewable =
  (late?: 'accepted' | 'refused') =>
  (item: ItemVersion): boolean =>
    lasting(item) &&
    simple(item) &&
    item.lifecycle?.renew !== undefined &&
    (late === undefined || item.lifecycle.renew.late === late)

export const wanted = (
  like: (item: ItemVersion) => boolean,
  procedure: ProcedureName = 'approval',
): Wanted => ({
  procedure,
  ...{ like, delivery: 'window' },
})

/** Granted for so many days from today, or from the end of the term before. */
export const grantedFor = (days: number): Doing => ({
  fill: ({ dossier }, { today, item, run }) => ({
    conclusion: '符合规定条件，准予办理。',
    ...(item.result.term?.kind === 'decided'
      ? { validUntil: endingWell(addDays(dossier.about?.validUntil ?? today, days), run) }
      : {}),
  }),
})

/** The day after is one on which the office is there when something falls due. */
export function endingWell(day: string, { calendars: [calendar] }: Run): string {
  return calendar!.isWorkday(addDays(day, 1)) ? day : addDays(calendar!.addWorkingDays(day, 1), -1)
}

export const isThere: LicencePlan['when'] = ({ state }) => state === 'valid'
export const isOver: LicencePlan['when'] = ({ state }) => state === 'expired'

export const issued = (days: number): Step[] => [
  ...[does('grant', grantedFor(days)), does('seal'), untilLicence(isThere)],
]

interface Asking {
  /** What they hear instead. */
  code?: string
  when?: (until: string | null, today: string) => boolean
  elsewhere?: boolean
}

/** A place that another town decides for. */
export const otherTown = ({ places }: Run, { body }: { body: string }): string | undefined =>
  places.find(({ tier, region }) => tier === 'centre' && !body.endsWith(region.slice(0, 9)))?.region

/** Its holder asks for something about it, once it stands so. */
export const asks = (kind: AboutKind, { code, when = () => true, elsewhere = false }: Asking = {}): Step =>
  files(async (run: Run, { cases }: Going) => {
    const held = (await heldLicences(run)).find(({ caseNo }) => cases.includes(caseNo))
    const today = legalDay(run.town.clock.now())
    return held !== undefined && when(held.until, today)
      ? aboutLicence(run, held, kind, elsewhere ? otherTown(run, held) : undefined)
      : undefined
  }, code)

export const plan = (
  act: string,
  fill: LicencePlan['fill'],
  more: Partial<LicencePlan> = {},
): LicencePlan => ({
  ...{ act, fill, when: () => true, ...more },
})

export const served = (mode: 'window' | 'announcement'): Step =>
  onLicence(
    plan('serve-intent', (_dossier, today) => servedBy(mode, today), {
      when: ({ papers, intent }) => papers.some(({ kind, seq }) => kind === 'intent' && seq === intent?.seq),
    }),
  )

export const heard = onLicence(plan('hear', (_dossier, today) => signed(today)))
export const decides = { role: 'approver' } as const
/** What follows by itself once the licence stands so. */
export const goesOn = (act: string): Step => onLicence(GOING_ON.find((one) => one.act === act)!)
/** Proposed by somebody who will not also have to decide it. */
export const begun = (name: string): Step => onLicence({ role: 'reviewer', ...BEGINNINGS[name]! })
export const refused = (code: string): Step => onLicence(REFUSED[code]!, code)
