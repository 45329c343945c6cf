import type { WorkingCalendar } from '#engine/calendar/calendar.ts'
import { due } from '#engine/clock/clock.ts'
import { withOffset } from '#platform/clock.ts'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import type { CaseDetail } from '../../contract.ts'
import type { CaseDossier } from '../../model.ts'
import { LEFT_OPEN_TITLES } from '../../words.ts'
import type { Open } from './materials.ts'

/** What the applicant promised and was told, in the words of the version the case is pinned to. */
export function promiseView({ process }: ItemVersion, { promise }: CaseDossier): Pick<CaseDetail, 'promise'> {
  const { commitment } = process
  if (promise === undefined || commitment === undefined) return {}
  return {
    promise: {
      promises: [...commitment.promises],
      liability: [...commitment.liability],
      basis: commitment.basis,
      checkedHow: commitment.check.how,
      how: promise.how,
      at: withOffset(promise.at),
      withdrawn: promise.withdrawnAt !== undefined,
    },
  }
}

type After = Pick<CaseDetail, 'survey' | 'leftOpen' | 'posting' | 'afterCheck' | 'revocation'>

/** Whatever happened beside and after the decision; what officers wrote for each other stays with them. */
export function afterView(dossier: CaseDossier, calendar: WorkingCalendar, open: Open, own: boolean): After {
  const { survey, visit, posting, check, revocation, clocks } = dossier
  const text = (sealed: unknown): string => (open(sealed) as { text?: string } | undefined)?.text ?? ''
  // While things are put right, that limit is the one to keep.
  const running = clocks['rectify'] ?? clocks['check']
  const checkDay = running && due(running, calendar).day
  return {
    ...(survey && !own ? { survey: { result: survey.result, text: text(survey.text), day: survey.on } } : {}),
    ...(visit && !own ? leftOpenView(visit, open) : {}),
    ...(posting
      ? {
          posting: {
            freight: posting.freight,
            ...(posting.carrier ? { carrier: posting.carrier } : {}),
            ...(posting.waybill ? { waybill: posting.waybill } : {}),
            ...(posting.receipt
              ? { receiptUrl: `/api/v1/cases/${dossier.no}/files/${posting.receipt.file}` }
              : {}),
            track: moves(open(posting.track)),
          },
        }
      : {}),
    ...(clocks['check']
      ? {
          afterCheck: {
            ...(checkDay ? { dueDay: checkDay } : {}),
            ...(check ? { result: check.result, text: text(check.text) } : {}),
          },
        }
      : {}),
    ...(revocation
      ? {
          revocation: {
            reason: (open(revocation.reason) as { reason?: string } | undefined)?.reason ?? '',
            day: revocation.by.day,
          },
        }
      : {}),
  }
}

/** Each move of the parcel as the carrier told it; the carrier's own moments may have any offset. */
function moves(said: unknown): { text: string; at: string }[] {
  const told = (said ?? []) as { text: string; at: string }[]
  return told.map(({ text, at }) => ({ text, at: withOffset(at) }))
}

function leftOpenView(visit: NonNullable<CaseDossier['visit']>, open: Open): Pick<CaseDetail, 'leftOpen'> {
  const { left, ended } = visit
  if (left === undefined && ended === undefined) return {}
  const said = left?.text === undefined ? '' : `：${String(open(left.text) ?? '')}`
  const explained = left !== undefined || ended?.explained === true
  return { leftOpen: { explained, text: left ? `${LEFT_OPEN_TITLES[left.code]}${said}` : '' } }
}
