import { refusal, type Refusal } from '#engine/refusal.ts'
import type { Utility, UtilityGateway } from '#capabilities/exchange/index.ts'
import { yuanOfFen } from './money.ts'
import { UTILITY_NAMES } from './payment.ts'

/** What stands on a bill, as far as the supplier shows it. */
export interface Owed {
  bill: string
  utilityText: string
  account: string
  holder: string
  period: string
  amountText: string
}

/** What is owed under an account number; a supplier that does not answer is told plainly. */
export async function owedUnder(
  utilities: UtilityGateway | undefined,
  { utility, account }: { utility: Utility; account: string },
): Promise<Owed | Refusal> {
  if (utilities === undefined) return refusal('utility-not-connected')
  const bill = await utilities.owed(utility, account).catch(() => 'down' as const)
  if (bill === 'down') return refusal('utility-gateway-down')
  if (bill === undefined) return refusal('utility-nothing-owed')
  return {
    ...{ bill: bill.bill, utilityText: UTILITY_NAMES[utility], account: bill.accountMasked },
    ...{ holder: bill.holderMasked, period: bill.period, amountText: yuanOfFen(bill.amountFen) },
  }
}
