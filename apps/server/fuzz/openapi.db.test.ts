import type { AddressInfo } from 'node:net'
import { beforeAll, expect, test } from 'vitest'
import { actsOn, buttonsOf, oddOnes, type Button, type Pressed } from './acts.ts'
import { CALLERS, CITIZENS, type CallerName, type FuzzCaller } from './callers.ts'
import type { Operation } from './description.ts'
import { formsOn, posts, visits, type Form } from './pages.ts'
import { EXAMPLES } from './examples.ts'
import { later } from '../matrix/stage.ts'
import { requestsOf, type Asked } from './requests.ts'
import { asUsual, fuzzSettings, timeFor, tryOut } from './runs.ts'
import { startScene, type Scene } from './scene.ts'
import { tally } from './tally.ts'
import { say, WIRES } from './wire.ts'

// Real: the server's routes, gate, procedures, worker and database. Requests are made from what the house says of itself.

let scene: Scene
const tallied = tally()
/** What each of the town's people is offered at the beginning. */
let offered: readonly Button[]

const INSIDERS = ['a citizen', 'the clerk of the town', 'the reviewer', 'the approver', 'the issuer'] as const
/** Deciding officers send nothing but steps that the others do not. */
const SENDERS = CALLERS.filter((name) => !['the reviewer', 'the approver', 'the issuer'].includes(name))
const OUTSIDERS = CALLERS.filter((name) => !INSIDERS.some((each) => each === name))

beforeAll(async () => {
  process.stdout.write(`${fuzzSettings}\n`)
  scene = await startScene()
  offered = (await Promise.all(INSIDERS.map((name) => buttons(name)))).flat()
}, 300_000)

const callerNamed = (name: CallerName): FuzzCaller => scene.callers.get(name)!

async function buttons(name: CallerName): Promise<Button[]> {
  const caller = callerNamed(name)
  const seen = (await scene.standing()).filter((row) => caller.sees(row))
  return buttonsOf(
    caller,
    seen.map(({ no }) => no),
    scene.licences,
  )
}

/** Fewer requests to a door that is shut to them. */
const runsOf = (caller: FuzzCaller, { who }: Operation) =>
  who.some((each) => caller.standing.includes(each)) ? 8 : 2

/** Requests that are right as they are, before those that are made up. */
function firstOf({ name, standing }: FuzzCaller, { id, method, path, who }: Operation): Asked[] {
  const made = scene.rights.flatMap((each) =>
    each.caller === name && each.operation === id ? [each.asked] : [],
  )
  const asks = method === 'GET' && !path.includes('{') && who.some((each) => standing.includes(each))
  return asks ? [...made, { method, url: path, headers: {} }] : made
}

test.each(CALLERS.filter((name) => name !== 'anonymous'))('%s is signed in to begin with', async (name) => {
  const { send, standing } = callerNamed(name)
  const url = standing.includes('staff') ? '/api/v1/session' : '/api/v1/cases'
  expect((await send({ method: 'GET', url, headers: {} })).status).toBe(200)
})

test.each(SENDERS)(
  'whatever %s sends, the answer is calm, as described, bounded and about their own',
  async (name) => {
    const caller = callerNamed(name)
    const found: string[] = []
    const sendAll = async (operations: readonly Operation[]) => {
      for (const operation of operations) {
        const examples = EXAMPLES[operation.id] ?? scene.filings.get(name) ?? []
        const requests = requestsOf(operation, scene.known, examples)
        const trying = (asked: Asked) => tried(caller, operation, asked)
        const label = `${operation.id} as ${name}`
        const first = firstOf(caller, operation)
        found.push(...(await tryOut(label, runsOf(caller, operation), requests, trying, first)))
      }
    }
    const facts = await scene.factsInAll()
    await sendAll(scene.operations.filter(({ method }) => method === 'GET'))
    expect(await scene.factsInAll()).toBe(facts)
    await leavingAlone(caller, () => sendAll(scene.operations.filter(({ method }) => method !== 'GET')))
    expect(found.join('\n\n')).toBe('')
  },
  timeFor(60),
)

test.each(OUTSIDERS)(
  'no input whatever lets %s take a step of the town’s people',
  async (name) => {
    expect((await pressed(callerNamed(name), offered, 6)).join('\n\n')).toBe('')
  },
  timeFor(60),
)

test.each(INSIDERS)(
  'whatever input %s gives to a step of their own, it is taken or refused in words',
  async (name) => {
    for (const round of [1, 2, 3]) {
      const found = await pressed(callerNamed(name), await buttons(name), 12, ` in round ${round}`)
      expect(found.join('\n\n')).toBe('')
    }
  },
  timeFor(60),
)

test.each(INSIDERS)(
  'a day that no calendar counts, or another odd thing in one field of a step of %s, is taken or refused in words',
  async (name) => {
    const caller = callerNamed(name)
    const found: string[] = []
    await leavingAlone(caller, async () => {
      for (const asked of oddOnes(await buttons(name), scene)) {
        const flaws = await tried(caller, operationNamed(asked.operation), asked)
        found.push(...flaws.map((flaw) => `${flaw}: ${asked.url} ${String(asked.payload).slice(0, 500)}`))
      }
    })
    expect(found.join('\n\n')).toBe('')
  },
  timeFor(60),
)

const operationNamed = (id: string): Operation => scene.operations.find((each) => each.id === id)!

async function pressed(
  caller: FuzzCaller,
  all: readonly Button[],
  runs: number,
  round = '',
): Promise<readonly string[]> {
  if (all.length === 0) return []
  const trying = (asked: Pressed) => tried(caller, operationNamed(asked.operation), asked)
  return leavingAlone(caller, () =>
    tryOut(`steps as ${caller.name}${round}`, runs, actsOn(all, scene), trying),
  )
}

/** Whatever somebody does, the cases they may not see stay as they were. */
async function leavingAlone<T>(caller: FuzzCaller, work: () => Promise<T>): Promise<T> {
  const unseen = async () => (await scene.standing()).filter((row) => !caller.sees(row))
  const before = await unseen()
  const done = await work()
  expect([caller.name, await unseen()]).toEqual([caller.name, before])
  return done
}

/** Sends it and says everything that is wrong with the answer. */
async function tried(caller: FuzzCaller, operation: Operation, asked: Asked): Promise<string[]> {
  const answer = await caller.send(asked)
  const flaws = await scene.flawsOf(caller, operation, asked, answer)
  tallied.note(caller, operation, answer)
  if (answer.status === 200) await stayIn(caller, operation, asked)
  if (answer.status === 200 && operation.path.startsWith('/api/v1/duty')) aMomentLater()
  return [...flaws, ...faults()]
}

/** The server keeps the standing of a post for five seconds; until then whoever holds it could do nothing but hear so. */
function aMomentLater(): void {
  const { clock } = scene.stage
  clock.set(later(clock.now(), 6))
}

const faults = () => scene.stage.faults.splice(0).map((fault) => `fault: ${String(fault)}`)

/** Whoever has just signed out, or become somebody else, comes back. */
async function stayIn(caller: FuzzCaller, { method, path }: Operation, asked: Asked): Promise<void> {
  if (!path.startsWith('/api/v1/session') || method === 'GET') return
  const body = path.endsWith('/password') ? (JSON.parse(String(asked.payload)) as { new?: string }) : {}
  await caller.signInAgain(body.new)
}

test.each(['anonymous', ...CITIZENS])(
  'the pages and forms that %s finds take whatever is sent to them',
  async (name) => {
    const caller = callerNamed(name as CallerName)
    const cookie = name === 'anonymous' ? await scene.strangersCookie() : {}
    const triedOn = async (asked: Asked) => {
      const answer = await caller.send({ ...asked, headers: { ...asked.headers, ...cookie } })
      return [...(await scene.pageFlawsOf(caller, asked, answer)), ...faults()]
    }
    const found = await leavingAlone(caller, async () => {
      const read = await tryOut(`pages as ${name}`, 80, visits(scene.places), triedOn)
      const forms = await formsOf(caller, cookie)
      expect(forms.length).toBeGreaterThan(1)
      return [...read, ...(await tryOut(`forms as ${name}`, 50, posts(forms), triedOn))]
    })
    expect(found.join('\n\n')).toBe('')
  },
  timeFor(60),
)

/** Every form on every page this person can open; those that end the visit stay out. */
async function formsOf(caller: FuzzCaller, headers: Record<string, string>): Promise<Form[]> {
  const forms = new Map<string, Form>()
  for (const url of scene.urlsOfPages()) {
    const { status, type, text } = await caller.send({ method: 'GET', url, headers })
    if (status !== 200 || !type.includes('html')) continue
    for (const form of formsOn(text)) if (form.action !== '/sign-out') forms.set(form.action, form)
  }
  return [...forms.values()]
}

test.each(Object.entries(WIRES))(
  'on the wire, %s brings nothing down and nothing out',
  async (_what, bytes) => {
    const { app } = scene.stage
    if (!app.server.listening) await app.listen({ host: '127.0.0.1', port: 0 })
    const { port } = app.server.address() as AddressInfo
    const heard = await say(port, bytes)
    expect(heard).toMatch(/^$|^HTTP\/1\.1 [234]\d\d /)
    expect(heard).not.toMatch(/node_modules|\.ts:\d|HPE_/)
    const health = 'GET /healthz HTTP/1.1\r\nhost: house.test\r\nconnection: close\r\n\r\n'
    expect(await say(port, health)).toMatch(/^HTTP\/1\.1 200 /)
    expect(faults()).toEqual([])
  },
)

test(
  'afterwards every task is done, nothing was logged as a fault, and the ledger holds',
  async () => {
    expect(await scene.aftermath()).toEqual({ failed: [], parked: [], faults: [], brokenStreams: 0 })
  },
  timeFor(120),
)

test.runIf(asUsual)('somebody gets through to every operation, not only to its door', () => {
  expect(tallied.neverAnswered(scene.operations)).toEqual([])
})

test.runIf(asUsual)('every operation also says no to somebody who may ask it', () => {
  expect(tallied.neverRefused(scene.operations)).toEqual([])
})
