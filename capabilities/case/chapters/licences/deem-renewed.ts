import { Type as T } from 'typebox'
import { legalDay } from '#engine/day.ts'
import { chineseDay } from '#engine/clock/explain.ts'
import { refusal } from '#engine/refusal.ts'
import { renewedUntil, spanFrom } from '#capabilities/licence-seal/model.ts'
import { caseAction } from '../../actions/case-action.ts'
import { paperOf } from '../../actions/paper-of.ts'
import type { CaseDossier } from '../../model/dossier.ts'
import { deliveryClock, endRunning, ITEM_CLOCKS } from '../../model/limits.ts'
import type { About } from './about.ts'

/** The states in which an accepted application waits for the office. */
export const UNDECIDED = ['accepted', 'reviewed'] as const

/** A renewal that counts as granted if nobody decides: filed in time, complete before the last day, of a licence that has one. */
export function mayBeDeemed({
  about,
  receivedOn,
}: CaseDossier): (About & { validUntil: string }) | undefined {
  if (about?.kind !== 'renew' || !about.inTime || about.validUntil === undefined) return undefined
  return receivedOn <= about.validUntil ? { ...about, validUntil: about.validUntil } : undefined
}

/**
 * C11: whoever asks in time and hears nothing before the licence runs out has it renewed by law (视为准予延续, 行政许可法第五十条第二款).
 * The case is decided, and says that the law decided it and not a person; it was late, and supervision counts it so.
 */
export const deemRenewed = caseAction({
  name: 'deem-renewed',
  from: [...UNDECIDED],
  to: ['decided'],
  by: ['system'],
  input: T.Object({}, { additionalProperties: false }),
  offered: (dossier) => mayBeDeemed(dossier) !== undefined,
  refuse: ({ dossier, now }) =>
    legalDay(now) <= mayBeDeemed(dossier)!.validUntil ? refusal('not-overdue') : undefined,
  facts: ({ dossier, now, world }) => {
    const { validUntil, termFrom = validUntil, number } = mayBeDeemed(dossier)!
    const { term } = world.item.result
    const until = term?.kind === 'span' ? spanFrom(validUntil, term) : renewedUntil(termFrom, validUntil)
    const moment = { day: legalDay(now), at: now }
    const conclusion =
      `${number}的有效期于${chineseDay(validUntil)}届满。本机关在届满前没有作出是否准予延续的决定，` +
      '依照《中华人民共和国行政许可法》第五十条第二款，视为准予延续'
    const power = world.grants.find(
      ({ body, powers }) => body === dossier.decidingBody && powers.includes('decide'),
    )
    return [
      {
        kind: 'granted',
        body: {
          reason: world.seal({ conclusion, validUntil: until }),
          grant: power?.id ?? '',
          ...{ deemed: true, until, ...paperOf(world) },
        },
        clock: [
          ...endRunning(
            dossier.clocks,
            [...ITEM_CLOCKS, 'step-survey', 'step-review', 'step-decide'],
            moment,
          ),
          deliveryClock('granted', { ...moment, world }),
        ],
      },
      { kind: 'renewal-deemed', body: { number, validUntil, until } },
    ]
  },
})
