import { ACTS } from '../demo/acts.ts'
import { AREA, type Citizen, type Stage } from './stage.ts'

const LOGINS = {
  'window-clerk': 'clerk.shantou',
  reviewer: 'reviewer.shantou',
  approver: 'approver.shantou',
  issuer: 'issuer.shantou',
} as const

/** A case of this citizen at 山头, taken through these steps by the people of the street office. */
export async function taken(
  stage: Stage,
  owner: Citizen,
  itemId: string,
  steps: readonly (keyof typeof ACTS)[],
): Promise<string> {
  const no = await stage.file(owner, itemId)
  const { item } = (await stage.house.catalogue.itemInForce(AREA, itemId, '2026-03-16'))!
  const about = { item, person: owner.person, promise: false, day: '2026-03-16' }
  for (const step of steps) {
    const { act, role, input } = ACTS[step]
    await press(stage, LOGINS[role], no, act, input(about))
  }
  return no
}

export async function press(stage: Stage, login: string, no: string, act: string, input: object) {
  return got(await (await stage.as(login)).call('POST', `/cases/${no}/acts/${act}`, { input }))
}

/** The applicant has been told that a hearing may be asked for (听证告知), and may ask for it. */
export async function hearingTold(stage: Stage, owner: Citizen, why: string): Promise<string> {
  const no = await taken(stage, owner, 'temporary-assistance-small', ['accept', 'review'])
  await press(stage, 'approver.shantou', no, 'notify-hearing-right', { ground: 'interests', why })
  await stage.settle()
  const receiver = { receiver: owner.person.name, relation: 'self', identified: '居民身份证' }
  await press(stage, 'clerk.shantou', no, 'serve-hearing-notice', receiver)
  await stage.settle()
  return no
}

export function got({ status, body }: { status: number; body: unknown }): unknown {
  if (status !== 200) throw new Error(JSON.stringify(body))
  return body
}
