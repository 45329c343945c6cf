import type { FastifyInstance } from 'fastify'
import { birthdayOf, sexOf } from '#ui/form/index.ts'
import { hidden, Walker } from '../../apps/citizen-web/walk.ts'
import { inject, type Reply, type Signed } from '../../apps/server/testing/signed.ts'
import { inventedId } from './citizen.ts'

export const CENTRE = 'centre-370304004'
export const ITEM = 'elderly-allowance'
export const PAPERS = ['identity-card', 'household-register', 'social-security-card']

/** A citizen with an account, at the JSON interface. */
export interface Resident {
  name: string
  citizenId: string
  call(method: string, path: string, body?: unknown): Promise<Reply>
}

export async function register(app: FastifyInstance, name: string, sequence: string): Promise<Resident> {
  const walker = new Walker(app)
  const person = { name, citizenId: residentId(sequence), phone: `19900000${sequence}` }
  const form = await walker.get('/register')
  const csrf = hidden(form, 'csrf')
  const done = await walker.post('/register', {
    csrf,
    to: '/my',
    ...person,
    login: `resident${sequence}`,
    password: 'Shiyong-2026!',
  })
  if (done.location !== '/my?registered=1') throw new Error(`${name} could not register: ${done.status}`)
  return resident(app, walker, name, sequence)
}

/** Signs in on another day. */
export async function comeBack(app: FastifyInstance, name: string, sequence: string): Promise<Resident> {
  const walker = new Walker(app)
  const csrf = hidden(await walker.get('/sign-in'), 'csrf')
  await walker.post('/sign-in', { csrf, to: '/my', login: `resident${sequence}`, password: 'Shiyong-2026!' })
  return resident(app, walker, name, sequence)
}

function residentId(sequence: string): string {
  return inventedId('1909-01-01', sequence)
}

async function resident(
  app: FastifyInstance,
  walker: Walker,
  name: string,
  sequence: string,
): Promise<Resident> {
  const token = hidden(await walker.get('/my'), 'csrf')
  const cookie = Object.entries(walker.cookies)
    .map(([key, value]) => `${key}=${value}`)
    .join('; ')
  return {
    name,
    citizenId: residentId(sequence),
    call: (method, path, body) =>
      inject(app, {
        method: method as never,
        url: `/api/v1${path}`,
        headers: { cookie, 'x-as': 'citizen', 'x-csrf-token': token },
        ...(body === undefined ? {} : { payload: body as never }),
      }),
  }
}

/** The application of an old man, as he or his clerk fills it in. */
export function application({
  name,
  citizenId = inventedId('1904-03-05', '101'),
  place = CENTRE,
  region = '370304004207',
  papers = PAPERS,
}: {
  name: string
  citizenId?: string
  place?: string
  region?: string
  papers?: readonly string[]
}) {
  return {
    item: ITEM,
    itemVersion: 1,
    region,
    acceptPlace: place,
    delivery: 'window',
    // One person applies in several of these stories.
    again: { reason: '与前一件不是同一笔需要' },
    form: {
      name,
      citizenId,
      phone: '19900000101',
      sex: sexOf(citizenId),
      birthDate: birthdayOf(citizenId),
      householdAddress: '博山区山头街道秋谷村1号',
      village: region,
      residence: 'home',
      ageBand: '100',
      receivesElsewhere: 'no',
      bank: '示例银行',
      accountNumber: '6200000000000000001',
      byAgent: 'no',
    },
    materials: papers.map((material) => ({ material, files: [], paperOriginals: 1, paperCopies: 1 })),
  }
}

/** Every line judged; those not named otherwise are in order when required and not needed when conditional. */
export function checklist(verdicts: Readonly<Record<string, string>> = {}) {
  const required = ['application-form', ...PAPERS].map((material) => [material, 'ok'] as const)
  const conditional = ['low-income-proof', 'agent-authority'].map(
    (material) => [material, 'not-applicable'] as const,
  )
  return [...required, ...conditional].map(([material, verdict]) => ({
    material,
    verdict: verdicts[material] ?? verdict,
  }))
}

/** One act on a case by somebody signed in. */
export function act(
  who: Pick<Signed, 'call'> | Resident,
  no: string,
  name: string,
  input: unknown,
): Promise<Reply> {
  return who.call('POST', `/cases/${no}/acts/${name}`, { input })
}
