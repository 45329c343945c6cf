import type { Citizen, Stage } from './stage.ts'
import { got, taken } from './taking.ts'

/** A card that the street office of 山头 gives old people, and so a line of its register of licences. */
const CARD = 'senior-preferential-card'

export interface Licensed {
  /** The case that granted it. */
  no: string
  number: string
  /** The notice that it is meant to be revoked: it names the holder and says why. */
  paper: string
}

/** A licence of this citizen that the office means to revoke. */
export async function licensed(stage: Stage, owner: Citizen): Promise<Licensed> {
  const no = await taken(stage, owner, CARD, ['accept', 'grant', 'seal'])
  await stage.settle()
  const approver = await stage.as('approver.shantou')
  const { items } = got(await approver.call('GET', `/licences?item=${CARD}`)) as {
    items: { number: string }[]
  }
  const { number } = items[0]!
  const path = `/licences/${encodeURIComponent(number)}`
  const input = {
    ground: 'beyond-power',
    reason: '发证时不具备法定条件，拟予撤销',
    basis: '行政许可法第六十九条',
  }
  got(await approver.call('POST', `${path}/acts/intend`, { input }))
  await stage.settle()
  const { papers } = got(await approver.call('GET', path)) as { papers: { id: string }[] }
  return { no, number, paper: papers.at(-1)!.id }
}
