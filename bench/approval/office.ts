import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import type { CaseDetail, Filing } from '#capabilities/case/contract.ts'
import { demoForm } from '../../apps/server/demo/form-values.ts'
import { demoPerson } from '../../apps/server/demo/people.ts'
import { ok, type Send } from '../load/client.ts'

export type Timed = <T>(act: string, work: () => Promise<T>) => Promise<T>

export interface Office {
  /** One application from the window to the receipt of the result, by four people. */
  wholeCase(n: number, timed: Timed): Promise<void>
}

/** A town where one small allowance is filed, reviewed, decided, sealed and handed over. */
const ITEM = 'elderly-allowance'
const PEOPLE = {
  clerk: 'clerk.shantou',
  reviewer: 'reviewer.shantou',
  approver: 'approver.shantou',
  issuer: 'issuer.shantou',
}
const VILLAGE = '370304004207'
const APPLICANTS = 900

interface Signed {
  post: { place: string }
  write(path: string, body: object): Promise<unknown>
  read(path: string): Promise<unknown>
}

export async function openOffice(send: Send): Promise<Office> {
  const { password } = ok<{ password: string }>(await send('GET', '/api/v1/demo/accounts'))
  const signIn = (login: string) => signedIn(send, login, password)
  const [clerk, reviewer, approver, issuer] = (await Promise.all(Object.values(PEOPLE).map(signIn))) as [
    Signed,
    Signed,
    Signed,
    Signed,
  ]
  const item = ok<ItemVersion>(await send('GET', `/api/v1/items/${ITEM}`))
  return {
    async wholeCase(n, timed) {
      const person = demoPerson(n % APPLICANTS)
      const filing = filingOf(item, n % APPLICANTS, clerk.post.place)
      const { no } = (await timed('file', () => clerk.write('/cases', filing))) as { no: string }
      const act = (who: Signed, name: string, input: object) =>
        timed(name, () => who.write(`/cases/${no}/acts/${name}`, { input }))
      await act(clerk, 'accept', { checklist: checklist(item) })
      await act(reviewer, 'review', { opinion: 'grant', text: '材料齐全、内容一致，符合条件，建议准予。' })
      await act(approver, 'grant', { conclusion: '经审查，符合规定条件，准予办理。' })
      await act(issuer, 'seal', {})
      await paperMade(clerk, no)
      await act(clerk, 'deliver-at-window', {
        receiver: person.name,
        relation: 'self',
        identified: '核对居民身份证原件',
      })
      await timed('read', () => clerk.read(`/cases/${no}`))
    },
  }
}

async function signedIn(send: Send, login: string, password: string): Promise<Signed> {
  const reply = await send('POST', '/api/v1/session', { login, password })
  const { csrfToken, post } = ok<{ csrfToken: string; post: { place: string } }>(reply)
  const cookie = reply.headers['set-cookie']![0]!.split(';')[0]!
  return {
    post,
    write: async (path, body) =>
      ok(
        await send('POST', `/api/v1${path}`, body, {
          cookie,
          'x-csrf-token': csrfToken,
          'idempotency-key': randomUUID(),
        }),
      ),
    read: async (path) => ok(await send('GET', `/api/v1${path}`, undefined, { cookie })),
  }
}

function filingOf(item: ItemVersion, index: number, place: string): Filing {
  const papers = item.materials.filter((material) => !material.fromForm && material.necessity === 'required')
  return {
    item: item.id,
    itemVersion: item.version,
    region: VILLAGE,
    acceptPlace: place,
    // The oldest bring the fewest papers.
    form: demoForm(item.form, demoPerson(index), index, VILLAGE, { ageBand: '100' }),
    materials: papers.map(({ id, originals, copies }) => ({
      material: id,
      files: [],
      paperOriginals: Math.max(originals, 1),
      paperCopies: copies,
    })),
    delivery: item.delivery[0]!,
    // People of the demo county may have applied already, and more cases are filed than there are people.
    again: { reason: '这一次是新的困难，请另行受理。' },
  }
}

function checklist(item: ItemVersion) {
  return item.materials.map(({ id, necessity }) => ({
    material: id,
    verdict: necessity === 'required' ? 'ok' : 'not-applicable',
  }))
}

/** Each look is a whole page of a case, which costs more than the act it waits for: no more of them than a person takes. */
const LOOK_EVERY_MS = 1000
const LOOKS_MAX = 60

/** The result is a PDF that a job typesets; until it is there the window has nothing to hand over. */
async function paperMade(clerk: Signed, no: string): Promise<void> {
  for (let look = 0; look < LOOKS_MAX; look += 1) {
    await pause(LOOK_EVERY_MS)
    const { papers } = (await clerk.read(`/cases/${no}`)) as CaseDetail
    if (papers.some(({ kind, url }) => kind === 'grant' && url !== undefined)) return
  }
  throw new Error(`${no}: no paper to deliver after ${(LOOK_EVERY_MS * LOOKS_MAX) / 1000} s`)
}
