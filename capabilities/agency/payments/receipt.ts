import { fileURLToPath } from 'node:url'
import { refusal, type Refusal } from '#engine/refusal.ts'
import type { StaffActor } from '#engine/actor.ts'
import { held } from '#capabilities/books/index.ts'
import type { Organisation } from '#capabilities/organisation/index.ts'
import type { Queryable } from '#platform/db/db.ts'
import type { Renderer } from '#platform/documents/render.ts'
import { moneyInWords } from '#ui/format/money-in-words.ts'
import { paymentWords as words } from '../words.ts'
import { decimalOfFen } from './money.ts'
import { UTILITY_NAMES, UTILITY_PAYMENT, type UtilityPaid } from './payment.ts'

const TEMPLATE = fileURLToPath(new URL('../documents/payment-receipt.typ', import.meta.url))

export interface ReceiptMeans {
  db: Queryable
  organisation: Pick<Organisation, 'placesByIds'>
  renderer: Renderer
  demo: boolean
}

/** The receipt of a payment the supplier has taken; the same payment gives the same bytes. */
export async function receiptOf(
  { db, organisation, renderer, demo }: ReceiptMeans,
  { area, place, roles }: StaffActor,
  id: string,
): Promise<{ fileName: string; bytes: Uint8Array } | Refusal> {
  const found = (await held<UtilityPaid>(db, { kind: UTILITY_PAYMENT }, { area })).find(
    (each) => each.id === id,
  )
  const mine = found?.entry.body.place === place || roles.includes('supervisor')
  if (found === undefined || !mine) return refusal('book-entry-not-found')
  const paid = found.entry.body
  if (paid.supplierNo === undefined || paid.takenOn === undefined) return refusal('utility-not-paid')
  const [at] = await organisation.placesByIds(area, [paid.place])
  const bytes = await renderer.render({
    template: TEMPLATE,
    data: {
      ...{
        date: paid.takenOn,
        title: words.receiptTitle,
        no: paid.supplierNo,
        place: at?.name ?? paid.place,
        demo,
      },
      lines: [
        { label: '费用种类', text: UTILITY_NAMES[paid.utility] },
        { label: '户号', text: paid.account },
        { label: '户名', text: paid.holder },
        { label: '账期', text: paid.period },
        { label: '金额', text: paid.amount },
        { label: '大写', text: moneyInWords(decimalOfFen(paid.amountFen)) ?? '' },
      ],
    },
  })
  return { fileName: words.receiptFile(paid.supplierNo), bytes }
}
