import { beforeAll, expect, test } from 'vitest'
import { isRefusal } from '#engine/refusal.ts'
import { loadOrganisation, packFolder, readPack } from '#capabilities/organisation/index.ts'
import { newId } from '#platform/id.ts'
import { createLedger } from '#platform/ledger/ledger.ts'
import { testDatabase } from '#platform/testing/database.ts'
import {
  changePost,
  endAbsence,
  endPost,
  loadStaff,
  readPosts,
  setAbsence,
  setCover,
  staff,
} from './index.ts'

const db = await testDatabase()
const ledger = createLedger({ db, subscribers: () => [] })
const registry = { db, ledger }
const people = staff(db)
const AREA = '370304'
const AT = '2026-03-02T01:00:00.000Z'
const DAY = '2026-03-02'
const A = 'post-370304-clerk-shantou'
const B = 'post-370304-clerk-shantou2'
const of = async (id: string) => (await people.postsByIds(AREA, [id]))[0]!
const asking = async (id: string, requestId = newId(), at = AT) => {
  const { person, roles, place, body } = await of(id)
  return {
    actor: { kind: 'staff' as const, person, post: id, roles, place, body, area: AREA },
    at,
    requestId,
  }
}
const desk = async (id: string, day = DAY) => {
  const { place, body } = await of(id)
  return people.deskOf(AREA, { post: id, place, body }, day)
}

beforeAll(async () => {
  const pack = await readPack(packFolder('boshan-2020'))
  if (Array.isArray(pack)) throw new Error(JSON.stringify(pack.slice(0, 3)))
  await loadOrganisation(db, pack, DAY)
  const file = await readPosts(packFolder('boshan-2020'))
  const { refusals } = await loadStaff(registry, AREA, file, AT)
  if (refusals.length > 0) throw new Error(JSON.stringify(refusals))
})

test('a pack names covers, and loading it again leaves what the office has named since', async () => {
  expect((await of(A)).cover).toBe(B)
  expect(await setCover(registry, AREA, { post: A, cover: null }, await asking(A))).toMatchObject({
    cover: null,
  })
  const renamed = await setCover(
    registry,
    AREA,
    { post: A, cover: 'post-370304-clerk-shantou' },
    await asking(A),
  )
  expect(renamed).toMatchObject({ code: 'cover-is-oneself' })
  await setCover(registry, AREA, { post: A, cover: B }, await asking(A))
  const { version } = await of(A)
  await loadStaff(registry, AREA, await readPosts(packFolder('boshan-2020')), AT)
  expect(await of(A)).toMatchObject({ cover: B, version })
})

test('an absence is a fact of the post: seen by the cover on its days, ended early, told once', async () => {
  const requestId = newId()
  const asked = { post: A, from: DAY, to: '2026-03-04', kind: 'training' as const }
  const set = await setAbsence(registry, AREA, asked, await asking(A, requestId))
  const again = await setAbsence(registry, AREA, asked, await asking(A, requestId))
  expect(again).toEqual(set)
  const facts = await ledger.facts(AREA, (await of(A)).stream)
  expect(facts.filter(({ kind }) => kind === 'post.absence-set')).toHaveLength(1)
  expect((await desk(B)).covering).toEqual([A])
  expect((await desk(B, '2026-03-05')).covering).toEqual([])
  const [standing] = await people.standings(AREA, [A], DAY)
  expect(standing).toMatchObject({ onDuty: true, cover: B, away: { to: '2026-03-04', kind: 'training' } })
  expect(standing).not.toHaveProperty('coverAway')
  if (isRefusal(set)) throw new Error(set.code)
  const back = { post: A, absence: set.absences[0]!.id }
  await endAbsence(registry, AREA, back, await asking(A, newId(), '2026-03-03T01:00:00.000Z'))
  expect((await desk(B, '2026-03-03')).covering).toEqual([])
  expect((await desk(B, DAY)).covering).toEqual([A])
  const gone = await endAbsence(registry, AREA, back, await asking(A, newId(), '2026-03-03T02:00:00.000Z'))
  expect(gone).toMatchObject({ code: 'absence-unknown' })
})

test('nobody sets another’s, but the director of the place does', async () => {
  const asked = { post: A, from: '2026-03-09', to: '2026-03-09', kind: 'leave' as const }
  expect(await setAbsence(registry, AREA, asked, await asking(B))).toMatchObject({ code: 'duty-not-yours' })
  const director = await asking('post-370304-director-shantou')
  expect(isRefusal(await setAbsence(registry, AREA, asked, director))).toBe(false)
})

test('with the cover away as well, the standing says so', async () => {
  const day = '2026-03-16'
  for (const who of [A, B])
    await setAbsence(registry, AREA, { post: who, from: day, to: day, kind: 'leave' }, await asking(who))
  const [standing] = await people.standings(AREA, [A], day)
  expect(standing).toMatchObject({ cover: B, coverAway: true })
})

test('changing a post keeps its cover and absences; ending it leaves its claims to nobody', async () => {
  const { person, title, roles, place, body, window, validFrom } = await of(A)
  const changed = {
    id: A,
    person,
    title: `${title}（改名）`,
    roles: [...roles],
    place,
    body,
    window,
    validFrom,
  }
  await changePost(registry, AREA, changed, await asking(A))
  expect(await of(A)).toMatchObject({ cover: B, title: `${title}（改名）` })
  expect((await of(A)).absences.length).toBeGreaterThan(0)
  await endPost(registry, AREA, { post: A, lastDay: '2026-03-01' }, await asking(A))
  expect(await desk(B)).toEqual({ covering: [], ended: [A] })
  expect((await people.standings(AREA, [A], DAY))[0]?.onDuty).toBe(false)
})
