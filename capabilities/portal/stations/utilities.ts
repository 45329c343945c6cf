import { isRefusal } from '#engine/refusal.ts'
import { owedUnder } from '#capabilities/agency/index.ts'
import { isRefused } from '#platform/refusal.ts'
import type { StationServices } from '../contract/stations.ts'
import { citizenOf, type CitizenMeans } from '../means.ts'
import { said } from '../words.ts'

/**
 * Bills for water, electricity, gas and heating as their supplier shows them. Only who is signed in asks: account numbers can be
 * guessed one after the other, and what others owe is nobody's business.
 */
export const utilityBills = ({
  utilities,
}: Pick<CitizenMeans, 'utilities'>): Pick<StationServices, 'owed'> => ({
  async owed(visitor, asked) {
    const who = citizenOf(visitor)
    if (isRefused(who)) return said(who)
    const found = await owedUnder(utilities, asked)
    if (isRefusal(found)) return said(found)
    const { utilityText, account, holder, period, amountText } = found
    return { utilityText, account, holder, period, amountText }
  },
})
