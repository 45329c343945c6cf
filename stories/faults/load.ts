import assert from 'node:assert/strict'
import type { CaseDetail } from '#capabilities/case/contract.ts'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import { newId } from '#platform/id.ts'
import { demoPerson } from '../../apps/server/demo/people.ts'
import { ACTS, type Act, type DemoRole } from '../../apps/server/demo/acts.ts'
import { filing, scannedPaper, uploadOf, type Answer, type Desk } from './at-desk.ts'
import { until } from './own-server.ts'

/** The whole way of a granted case; the filing comes before. */
const WAY = [ACTS.accept, ACTS.review, ACTS.grant, ACTS.seal, ACTS.deliver]

/** A lane with more cases than this waiting for papers looks after the oldest before it files another. */
const WAITING_MAX = 3

/** The fact each act leaves exactly once in a case that goes this way. */
const FACT_OF: Readonly<Record<string, string>> = {
  file: 'received',
  accept: 'accepted',
  review: 'reviewed',
  grant: 'granted',
  seal: 'sealed',
  'deliver-at-window': 'delivered',
}

export interface Town {
  region: string
  desks: Readonly<Record<DemoRole, Desk>>
}

interface Request {
  act: string
  desk: Desk
  path: string
  body: unknown
  key: string
}

interface Filed {
  no: string
  clerk: Desk
  /** Acts the server acknowledged, with what it answered. */
  done: { request: Request; answer: { no: string; version: number } }[]
}

interface Upload {
  desk: Desk
  id: string
  content: Buffer
}

/** One of several people at work at once: takes case after case along its way and remembers every word of the server. */
export class Lane {
  readonly filed: Filed[] = []
  readonly uploads: Upload[] = []
  /** Sent, and nobody knows whether it was done. */
  #unanswered: Request | undefined
  #current: Filed | undefined
  /** Cases whose decision paper is still being made. */
  readonly #waiting: Filed[] = []
  readonly #town: Town
  readonly #item: ItemVersion
  #person: number
  #onSend: () => void

  constructor(town: Town, item: ItemVersion, firstPerson: number, onSend: () => void) {
    this.#town = town
    this.#item = item
    this.#person = firstPerson
    this.#onSend = onSend
  }

  get acknowledged(): number {
    return this.filed.reduce((sum, { done }) => sum + done.length, 0)
  }

  /** Works until the server no longer answers, or until the day is over. */
  async work(base: string, isOver: () => boolean): Promise<void> {
    while (!isOver() && (await this.#next(base)));
  }

  /** Takes every case begun to its end, once papers are there. */
  async finish(base: string): Promise<void> {
    for (const filed of this.filed) {
      await until(`${filed.no} is delivered`, async () => {
        if (filed.done.length > WAY.length) return true
        this.#current = filed
        while (this.#current) if (!(await this.#step(base, filed))) throw new Error('the server went away')
        return filed.done.length > WAY.length
      })
    }
  }

  async #next(base: string): Promise<boolean> {
    if (this.#current === undefined && this.#waiting.length > WAITING_MAX)
      this.#current = this.#waiting.shift()
    if (this.#current) return this.#step(base, this.#current)
    const upload = await this.#upload(base)
    return upload !== undefined && this.#send(base, this.#newFiling(upload))
  }

  #step(base: string, filed: Filed): Promise<boolean> {
    return this.#send(base, this.#actOn(filed, WAY[filed.done.length - 1]!))
  }

  #actOn({ no }: Filed, { act, role, input }: Act): Request {
    const about = { item: this.#item, person: demoPerson(this.#person), promise: false, day: '' }
    const body = { input: input(about) }
    return { act, desk: this.#town.desks[role], path: `/cases/${no}/acts/${act}`, body, key: newId() }
  }

  #newFiling(file: string): Request {
    const clerk = this.#town.desks['window-clerk']
    this.#person += 1
    const body = filing(this.#item, clerk, this.#town.region, this.#person, [file])
    return { act: 'file', desk: clerk, path: '/cases', body, key: newId() }
  }

  async #upload(base: string): Promise<string | undefined> {
    const desk = this.#town.desks['window-clerk']
    const content = scannedPaper(newId())
    this.#onSend()
    const reply = await desk.send(base, 'POST', '/files', { body: uploadOf(content) }).catch(() => undefined)
    if (reply?.status !== 200) return isAway(reply) ? undefined : unexpected('upload', reply)
    const { id } = reply.body as { id: string }
    this.uploads.push({ desk, id, content })
    return id
  }

  /** True when the work can go on. */
  async #send(base: string, request: Request): Promise<boolean> {
    this.#onSend()
    const reply = await post(base, request)
    if (reply?.status === 200) this.#remember(request, reply)
    else if (isTooEarly(reply)) this.#setAside()
    else if (isAway(reply)) this.#unanswered = request
    else unexpected(request.act, reply)
    return !isAway(reply)
  }

  #remember(request: Request, reply: Answer): void {
    const answer = reply.body as { no: string; version: number }
    if (request.act === 'file') {
      this.#current = { no: answer.no, clerk: request.desk, done: [] }
      this.filed.push(this.#current)
    }
    const filed = this.#current!
    filed.done.push({ request, answer })
    if (filed.done.length > WAY.length) this.#current = undefined
  }

  #setAside(): void {
    this.#waiting.push(this.#current!)
    this.#current = undefined
  }

  /** After a crash: what was acknowledged is there, what was not is whole or absent, and asking again does nothing twice. */
  async checkAfterCrash(base: string): Promise<void> {
    const [last, upload] = [this.filed.at(-1), this.uploads.at(-1)]
    const acknowledged = last?.done.at(-1)
    if (acknowledged) await checkSameAnswer(base, acknowledged.request, acknowledged.answer)
    if (upload) await checkUpload(base, upload)
    await this.#askAgain(base)
    for (const filed of new Set([last, this.#current, this.#waiting.at(-1)]))
      if (filed) await checkCase(base, filed)
  }

  async #askAgain(base: string): Promise<void> {
    const request = this.#unanswered
    if (request === undefined) return
    this.#unanswered = undefined
    if (request.act !== 'file') await checkWholeOrAbsent(base, this.#current!, request)
    const reply = await post(base, request)
    if (isTooEarly(reply)) return this.#setAside()
    if (reply?.status !== 200) unexpected(request.act, reply)
    this.#remember(request, reply)
    await checkSameAnswer(base, request, reply.body)
  }

  async checkEverything(base: string): Promise<void> {
    for (const filed of this.filed) await checkCase(base, filed)
    for (const upload of this.uploads) await checkUpload(base, upload)
  }
}

const post = (base: string, { desk, path, body, key }: Request): Promise<Answer | undefined> =>
  desk.send(base, 'POST', path, { body, key }).catch(() => undefined)

/** No answer, or the server says itself that its database is away. */
const isAway = (reply: Answer | undefined): boolean => reply === undefined || reply.status === 503

/** Sealing and delivery wait until the background has made the decision's paper. */
const isTooEarly = (reply: Answer | undefined): boolean =>
  (reply?.body as { code?: string } | undefined)?.code === 'decision-paper-not-ready'

function unexpected(act: string, reply: Answer | undefined): never {
  throw new Error(`${act} was answered ${reply?.status}: ${JSON.stringify(reply?.body)}`)
}

/** A second click is the first click. */
async function checkSameAnswer(base: string, request: Request, answer: unknown): Promise<void> {
  assert.deepEqual((await post(base, request))?.body, answer)
}

async function checkCase(base: string, { no, clerk, done }: Filed): Promise<void> {
  const { version, kinds } = await standing(base, no, clerk)
  for (const { request, answer } of done) {
    assert(version >= answer.version, `${no} is at ${version}, acknowledged at ${answer.version}`)
    assert.equal(countOf(kinds, request.act), 1, `${no}: ${request.act} is there once`)
    // The acknowledged version is where the act's facts ended.
    assert(kinds.slice(0, answer.version).includes(FACT_OF[request.act]!), `${no} lacks ${request.act}`)
  }
}

async function checkWholeOrAbsent(base: string, { no, clerk }: Filed, { act }: Request): Promise<void> {
  const { kinds } = await standing(base, no, clerk)
  assert(countOf(kinds, act) <= 1, `${act} is there twice`)
}

/** Reads the view and the facts; the one is the fold of the other. */
async function standing(
  base: string,
  no: string,
  clerk: Desk,
): Promise<{ version: number; kinds: string[] }> {
  // The background may record a paper between the two readings; then the next pair is of one moment.
  for (let tries = 1; ; tries += 1) {
    const version = await versionOf(base, no, clerk)
    const reply = await clerk.send(base, 'GET', `/cases/${no}/facts`)
    assert.equal(reply.status, 200, no)
    const { facts } = reply.body as { facts: { seq: number; kind: string }[] }
    if (facts.length > version && tries < 20) continue
    assert.deepEqual(
      facts.map(({ seq }) => seq),
      Array.from({ length: version }, (_, index) => index + 1),
    )
    return { version, kinds: facts.map(({ kind }) => kind) }
  }
}

async function versionOf(base: string, no: string, clerk: Desk): Promise<number> {
  const reply = await clerk.send(base, 'GET', `/cases/${no}`)
  assert.equal(reply.status, 200, no)
  return (reply.body as CaseDetail).summary.version
}

async function checkUpload(base: string, { desk, id, content }: Upload): Promise<void> {
  const own = await desk.send(base, 'GET', `/files/${id}`)
  assert.equal(own.status, 200, id)
  assert.equal(own.body, content.toString('latin1'))
}

const countOf = (kinds: readonly string[], act: string): number =>
  kinds.filter((kind) => kind === FACT_OF[act]).length
