import { hidden } from '../../citizen-web/walk.ts'
import { AREA, PASSWORD, type Citizen, type Stage } from '../matrix/stage.ts'
import { signedIn, type Signed } from '../testing/signed.ts'
import type { Asked } from './requests.ts'
import { answered } from './runs.ts'

export interface Answer {
  status: number
  type: string
  text: string
}

/** A case as far as it says who may see it. */
export interface CaseRow {
  no: string
  stream: string
  party: string
  acceptPlace: string
  decidingBody: string
}

/** Somebody who sends requests, and what they may know. */
export interface FuzzCaller {
  name: CallerName
  /** `public`, `signed-in`, `staff`, `citizen` and their roles, as operations name who may send them. */
  standing: readonly string[]
  sees(row: CaseRow): boolean
  send(asked: Asked): Promise<Answer>
  /** After a sign-out, or a change of post or password. */
  signInAgain(password?: string): Promise<void>
}

/** The staff and how far their roles see: stated anew here, so that it checks the rule of the house. */
const STAFF = [
  ['the clerk of the town', 'clerk.shantou', 'office'],
  ['the clerk of another town', 'clerk.boshan', 'office'],
  ['the reviewer', 'reviewer.shantou', 'body'],
  ['the approver', 'approver.shantou', 'body'],
  ['the issuer', 'issuer.shantou', 'body'],
  ['the director', 'director.shantou', 'office'],
  ['the supervisor', 'supervisor', 'area'],
  ['the registrar', 'registrar.approval-bureau', 'nothing'],
  ['the author of items', 'author.civil-affairs', 'nothing'],
  ['the approver of items', 'items.approval-bureau', 'nothing'],
  ['the organiser', 'organiser.approval-bureau', 'nothing'],
  ['the system administrator', 'admin.system', 'nothing'],
  ['the security administrator', 'admin.security', 'nothing'],
  ['the audit administrator', 'admin.audit', 'nothing'],
] as const

export const CITIZENS = ['a citizen', 'another citizen'] as const
export const CALLERS = ['anonymous', ...CITIZENS, ...STAFF.map(([name]) => name)] as const
export type CallerName = (typeof CALLERS)[number]

export async function callersOf(
  stage: Stage,
  citizens: readonly Citizen[],
): Promise<ReadonlyMap<CallerName, FuzzCaller>> {
  const all = [
    anonymous(stage),
    ...(await Promise.all(
      citizens.map((citizen, index) => resident(stage, CITIZENS[index]!, citizen, index + 1)),
    )),
    ...(await Promise.all(STAFF.map((line) => officer(stage, line)))),
  ]
  return new Map(all.map((caller) => [caller.name, caller]))
}

function anonymous(stage: Stage): FuzzCaller {
  return {
    ...{ name: 'anonymous', standing: ['public'], sees: () => false },
    send: (asked) => send(stage, {}, asked),
    async signInAgain() {},
  }
}

async function resident(
  stage: Stage,
  name: CallerName,
  { call, walker }: Citizen,
  index: number,
): Promise<FuzzCaller> {
  const { items } = (await call('GET', '/cases?queue=all')).body as { items: { no: string }[] }
  const [{ party } = { party: '' }] = await stage.house.db.query<{ party: string }>(
    'SELECT party FROM cases.case_view WHERE area_code = $1 AND no = $2',
    [AREA, items[0]!.no],
  )
  let token = hidden(await walker.get('/my'), 'csrf')
  return {
    ...{
      name,
      standing: ['public', 'signed-in', 'citizen', 'applicant'],
      sees: (row) => row.party === party,
    },
    send: (asked) =>
      send(
        stage,
        { cookie: `citizen_session=${walker.cookies['citizen_session']}`, 'x-csrf-token': token },
        asked,
      ),
    async signInAgain() {
      delete walker.cookies['citizen_session']
      const csrf = hidden(await walker.get('/sign-in'), 'csrf')
      await walker.post('/sign-in', { csrf, login: `resident-${index}`, password: PASSWORD, to: '/my' })
      token = hidden(await walker.get('/my'), 'csrf')
    },
  }
}

async function officer(stage: Stage, [name, login, sight]: (typeof STAFF)[number]): Promise<FuzzCaller> {
  let password = stage.onboarded.password!
  let signed: Signed = await signedIn(stage.app, login, password)
  const { place, body, roles } = signed.session.post
  const first = signed.session.post.id
  const sees: FuzzCaller['sees'] = (row) =>
    sight === 'area' ||
    (sight !== 'nothing' && row.decidingBody === body) ||
    (sight === 'office' && row.acceptPlace === place)
  return {
    ...{ name, standing: ['public', 'signed-in', 'staff', ...roles], sees },
    send: (asked) => send(stage, { cookie: signed.cookie, 'x-csrf-token': signed.csrfToken }, asked),
    async signInAgain(changed) {
      password = changed ?? password
      const account = await stage.house.accounts.findBySubject('staff', signed.session.person.id)
      // Wrong old passwords have been tried.
      await stage.house.accounts.unlock(account!.id, 'job:test')
      signed = await signedIn(stage.app, login, password)
      if (signed.session.post.id === first) return
      await signed.call('PUT', '/session/post', { post: first })
      signed = await signedIn(stage.app, login, password)
    },
  }
}

let address = 0

async function send(stage: Stage, own: Record<string, string>, asked: Asked): Promise<Answer> {
  // Everybody writes from somewhere else, so that many failures are not taken for one machine's guessing.
  address = (address + 1) % 65_536
  const sent = stage.app.inject({
    method: asked.method as 'GET',
    url: asked.url,
    headers: { ...own, ...asked.headers },
    ...(asked.payload === undefined ? {} : { payload: asked.payload }),
    remoteAddress: `198.18.${address >> 8}.${address & 255}`,
  })
  const reply = await answered(`${asked.method} ${asked.url}`, sent)
  return {
    status: reply.statusCode,
    type: String(reply.headers['content-type'] ?? ''),
    text: reply.rawPayload.toString('utf8'),
  }
}
