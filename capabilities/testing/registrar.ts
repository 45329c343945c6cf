import { isRefusal, type Refusal } from '#engine/refusal.ts'
import type { RegisterRequest } from '#capabilities/acts/on-register.ts'
import { amendPower, grantPower, takeBack } from '#capabilities/catalogue/index.ts'
import type { AmendedPower, NewPower, TakenBack } from '#capabilities/catalogue/contract.ts'
import { bindSeal, issueSeal, moveSeal } from '#capabilities/licence-seal/index.ts'
import type { BoundSeal, NewSeal } from '#capabilities/licence-seal/contract.ts'
import { forgetGround, type Organisation } from '#capabilities/organisation/index.ts'
import type { Staff } from '#capabilities/staff/index.ts'
import type { Db } from '#platform/db/db.ts'
import { newId } from '#platform/id.ts'
import type { Ledger } from '#platform/ledger/ledger.ts'
import type { Looking } from './actors.ts'

interface Means {
  db: Db
  ledger: Ledger
  organisation: Organisation
  staff: Pick<Staff, 'postsOfPerson'>
  looking(who: string): Promise<Looking>
}

const REGISTRAR = 'registrar.approval-bureau'
export const DOCUMENT = {
  title: '关于调整审批服务事项行使权限的决定',
  number: '博政字〔2026〕9号',
  on: '2026-03-01',
  announced: { on: '2026-03-02', where: '区政府网站' },
}

/** The registers of powers and of seals, and what the area's plan says, in the hands of a test. */
export function registrar(means: Means, area: string) {
  async function request(): Promise<RegisterRequest> {
    return { ...(await means.looking(REGISTRAR)), requestId: newId() }
  }
  return {
    /** Gives a power of the approval bureau to a town, from today on, unless said otherwise. */
    async givePower(
      wish: Partial<NewPower> & Pick<NewPower, 'items' | 'body'>,
    ): Promise<{ ids: string[] } | Refusal> {
      const asking = await request()
      const from = asking.now.slice(0, 10)
      return grantPower(means, asking, {
        ...{ places: [], kind: 'delegated', by: 'approval-bureau', powers: ['decide', 'seal'], from },
        document: DOCUMENT,
        ...wish,
      })
    },
    takePowerBack: async (
      id: string,
      wish: Partial<TakenBack> = {},
    ): Promise<{ ids: string[] } | Refusal> => {
      const asking = await request()
      const on = asking.now.slice(0, 10)
      return takeBack(means, asking, id, { on, document: DOCUMENT, reason: '不再下放', ...wish })
    },
    changePower: async (id: string, wish: Partial<AmendedPower>): Promise<{ ids: string[] } | Refusal> =>
      amendPower(means, await request(), id, { document: DOCUMENT, ...wish }),
    issueSeal: async (wish: NewSeal) => issueSeal(means, await request(), wish),
    bindSeal: async (id: string, wish: Omit<BoundSeal, 'reason'>) =>
      bindSeal(means, await request(), id, { ...wish, reason: '调整持章单位' }),
    moveSeal: async (id: string, move: 'suspend' | 'resume' | 'retire') =>
      moveSeal(means, await request(), id, move, { reason: '印章磨损停用' }),
    /** Sets one value of the plan (方案参数) as if the pack had said so from the start. */
    async plan(path: string, value: unknown): Promise<void> {
      await means.db.query(
        `UPDATE organisation.pack_version SET body = jsonb_set(body, $2::text[], $3::jsonb) WHERE area_code = $1`,
        [area, ['parameters', ...path.split('.')], JSON.stringify(value)],
      )
      forgetGround()
    },
  }
}

/** The answer, or the refusal as a fault of the test. */
export function done<T>(answer: T | Refusal): T {
  if (isRefusal(answer)) throw new Error(`${answer.code} ${JSON.stringify(answer.facts ?? {})}`)
  return answer
}
