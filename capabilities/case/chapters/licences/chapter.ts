import { addDays, legalDay, startOfDay } from '#engine/day.ts'
import type { Fact } from '#engine/fact.ts'
import { refusal } from '#engine/refusal.ts'
import { endRevocationAnnouncement } from '../../actions/revoke.ts'
import type { CaseDossier } from '../../model/dossier.ts'
import { moved } from '../../model/fold.ts'
import type { Chapter } from '../chapter.ts'
import { termOffered } from './term.ts'
import { deemRenewed, mayBeDeemed, UNDECIDED } from './deem-renewed.ts'

/** Acts of the office that leave the applicant without a yes; the law has said it once the licence ran out undecided. */
const SAYS_NO = ['deny', 'refuse-acceptance', 'propose-refusal', 'terminate', 'return-application']

/** A promise stands in for a first application only (`licence-about.ts`), so under one there is nothing the law could renew. */
export const renewals: Chapter = {
  name: 'renewals',
  procedures: ['approval', 'on-the-spot'],
  actions: [deemRenewed],
  apply: {},
}

/** Applications about a licence that the applicant holds: 变更, 延续, 注销 (行政许可法第四十九条、第五十条、第七十条). */
export const licencesChapter: Chapter = {
  name: 'licences',
  actions: [endRevocationAnnouncement],
  // The register hears them; the case itself is moved by the facts beside them.
  apply: {
    'about-licence': (dossier) => dossier,
    'renewal-deemed': (dossier) => dossier,
    'revocation-announced': (
      dossier,
      fact: Fact<NonNullable<NonNullable<CaseDossier['revocation']>['announced']>>,
    ) => ({
      ...moved(dossier, fact),
      revocation: {
        ...dossier.revocation!,
        announced: fact.body,
      },
    }),
  },
  timers(dossier) {
    const { announced } = dossier.revocation ?? {}
    if (dossier.state === 'revoking' && announced !== undefined)
      return [{ action: 'end-revocation-announcement', at: startOfDay(addDays(announced.until, 1)) }]
    const renewal = mayBeDeemed(dossier)
    return renewal !== undefined && UNDECIDED.some((state) => state === dossier.state)
      ? [{ action: 'deem-renewed', at: startOfDay(addDays(renewal.validUntil, 1)) }]
      : []
  },
  bars(act, { dossier, now }) {
    const renewal = SAYS_NO.includes(act) ? mayBeDeemed(dossier) : undefined
    return renewal !== undefined && legalDay(now) > renewal.validUntil
      ? refusal('renewal-deemed', { facts: { day: renewal.validUntil }, basis: '行政许可法第五十条第二款' })
      : undefined
  },
  refuses(act, { dossier, input, now, world }) {
    const { about } = dossier
    if (act !== 'grant' || about?.kind !== 'renew' || about.validUntil === undefined) return undefined
    const { given } = termOffered({ item: world.item, about, today: legalDay(now) })
    const { validUntil = given } = input as { validUntil?: string }
    return validUntil === undefined || validUntil <= about.validUntil
      ? refusal('renewal-term-missing', { facts: { day: about.validUntil } })
      : undefined
  },
}
