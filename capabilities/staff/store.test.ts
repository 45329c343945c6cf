import { beforeAll, describe, expect, test } from 'vitest'
import { isRefusal } from '#engine/refusal.ts'
import { loadOrganisation, packFolder, readPack } from '#capabilities/organisation/index.ts'
import type { OrganisationPack } from '#capabilities/organisation/contract.ts'
import { passwordProblem } from '#platform/auth/passwords.ts'
import { newId } from '#platform/id.ts'
import { plainCommit } from '#platform/ledger/commit.ts'
import { createLedger } from '#platform/ledger/ledger.ts'
import { streamId } from '#platform/ledger/stream.ts'
import { testDatabase } from '#platform/testing/database.ts'
import type { NewPost, PostsFile } from './contract.ts'
import {
  appointPost,
  changePost,
  endPost,
  loadStaff,
  packSurroundings,
  postsProblems,
  readPosts,
  staff,
  type LoadedStaff,
} from './index.ts'

const db = await testDatabase()
const ledger = createLedger({ db, subscribers: () => [] })
const registry = { db, ledger }
const people = staff(db)
const AREA = '370304'
const AT = '2026-03-02T01:00:00.000Z'
const office = {
  kind: 'staff',
  person: 'person-370304-admin-security',
  post: 'post-370304-admin-security',
  roles: ['security-admin'],
  place: 'hall-370304',
  body: 'egovernment-centre',
  area: AREA,
} as const
const asking = (requestId = newId(), at = AT) => ({ actor: office, at, requestId })
let boshan: OrganisationPack
let file: PostsFile
let first: LoadedStaff

const newPost = (id: string, change: Partial<NewPost> = {}): NewPost => ({
  id,
  person: 'person-370304-clerk-boshan',
  title: '博山镇便民服务中心公共服务窗口',
  roles: ['window-clerk'],
  place: 'centre-370304113',
  body: 'town-370304113',
  window: 'centre-370304113-w2',
  validFrom: '2026-03-02',
  ...change,
})

beforeAll(async () => {
  const pack = await readPack(packFolder('boshan-2020'))
  if (Array.isArray(pack)) throw new Error(JSON.stringify(pack.slice(0, 3)))
  boshan = pack
  await loadOrganisation(db, pack, '2026-03-02')
  file = await readPosts(packFolder('boshan-2020'))
  first = await loadStaff(registry, AREA, file, AT)
})

describe('the posts of the Boshan pack', () => {
  test('are all appointed', () => {
    expect(first).toEqual({ people: 123, appointed: 125, changed: 0, ended: 0, refusals: [] })
  })

  test('pass the check before anything is written, and a slip is named', async () => {
    const around = packSurroundings(boshan, file)
    expect(postsProblems(file.posts, AREA, around)).toEqual([])
    const slip = [...file.posts, file.posts[0]!, newPost('slip', { place: 'centre-370304114' })]
    expect(postsProblems(slip, AREA, around).map((problem) => problem.code)).toEqual([
      'post-exists',
      'place-unknown',
    ])
  })

  test('have one demo password, which every login may have', () => {
    const logins = file.people.flatMap((person) => person.login ?? [])
    expect(new Set(logins).size).toBe(file.people.length)
    for (const login of logins) expect(passwordProblem(file.demoPassword ?? '', login)).toBeNull()
  })

  test('loading them again changes nothing', async () => {
    const before = await db.query('SELECT count(*) FROM ledger.fact')
    expect(await loadStaff(registry, AREA, file, AT)).toMatchObject({ appointed: 0, changed: 0, ended: 0 })
    expect(await db.query('SELECT count(*) FROM ledger.fact')).toEqual(before)
  })

  test('every body that reviews also approves and issues, and no town is without a window', async () => {
    const posts = await people.postsOfArea(AREA)
    const bodiesWith = (role: NewPost['roles'][number]) =>
      new Set(posts.filter((post) => post.roles.includes(role)).map((post) => post.body))
    expect(bodiesWith('approver')).toEqual(bodiesWith('reviewer'))
    expect(bodiesWith('issuer')).toEqual(bodiesWith('reviewer'))
    expect([...bodiesWith('window-clerk')].filter((body) => body.startsWith('town-'))).toHaveLength(10)
  })

  test('a clerk with two posts chooses one, and acts for its place and body', async () => {
    const person = 'person-370304-clerk-shantou'
    const posts = await people.postsOfPerson(person, AT)
    expect(posts.map((post) => post.place).sort()).toEqual(['centre-370304004', 'centre-370304106'])
    expect(await people.actorFor(person, 'post-370304-clerk-shantou-2', AT)).toMatchObject({
      place: 'centre-370304106',
      body: 'town-370304106',
      area: AREA,
    })
    expect(await people.actorFor(person, 'post-370304-clerk-boshan', AT)).toMatchObject({
      code: 'post-not-yours',
    })
  })

  test('names of officials on duty are found by id', async () => {
    expect(await people.peopleByIds(['person-370304-admin-audit'])).toEqual([
      { id: 'person-370304-admin-audit', name: '演示审计管理员' },
    ])
  })

  test('a post is named for the story of a case and for choosing at sign-in', async () => {
    const id = 'post-370304-clerk-shantou'
    expect([...(await people.namesOf(AREA, [id, 'no-such']))]).toEqual([
      [id, '演示窗口05（山头街道便民服务中心市场准入窗口）'],
    ])
    const [named] = await people.namedPosts(AREA, await people.postsByIds(AREA, [id]))
    expect(named).toMatchObject({
      placeName: '山头街道便民服务中心',
      bodyName: '博山区人民政府山头街道办事处',
    })
  })

  test('where a role is on duty is told once a place', async () => {
    const day = '2026-03-02'
    const places = await people.placesWith('370304', day, 'approver')
    const posts = await people.searchPosts('370304', day, { role: 'approver', limit: 500 })
    expect(places.toSorted()).toEqual([...new Set(posts.map(({ place }) => place))].toSorted())
    expect(await people.placesWith('370304', day, 'nobody')).toEqual([])
  })

  test('posts are listed by place and role, page by page', async () => {
    const first = await people.searchPosts(AREA, '2026-03-02', {
      place: 'hall-370304',
      role: 'approver',
      limit: 7,
    })
    const rest = await people.searchPosts(AREA, '2026-03-02', {
      place: 'hall-370304',
      role: 'approver',
      limit: 7,
      after: first.at(-1)!.id,
    })
    expect([first.length, rest.length]).toEqual([7, 6])
  })
})

describe('a post in the ledger', () => {
  test('is appointed, changed and ended as facts of one stream', async () => {
    await appointPost(registry, AREA, newPost('ledger-1'), asking())
    await changePost(registry, AREA, newPost('ledger-1', { roles: ['window-clerk', 'issuer'] }), asking())
    const person = 'person-370304-clerk-boshan'
    const ended = await endPost(
      registry,
      AREA,
      { post: 'ledger-1', lastDay: '2026-03-31', reason: '调离岗位' },
      asking(),
    )
    if (isRefusal(ended)) throw new Error(ended.code)
    expect(ended).toMatchObject({ version: 3, validTo: '2026-03-31', roles: ['window-clerk', 'issuer'] })
    const facts = await ledger.facts(AREA, ended.stream)
    expect(facts.at(-1)?.body).toMatchObject({ reason: '调离岗位' })
    expect(facts.map((fact) => fact.kind)).toEqual(['post.appointed', 'post.changed', 'post.ended'])
    expect(await people.actorFor(person, 'ledger-1', '2026-03-31T15:59:00.000Z')).toMatchObject({
      kind: 'staff',
    })
    expect(await people.actorFor(person, 'ledger-1', '2026-03-31T16:01:00.000Z')).toMatchObject({
      code: 'post-ended',
    })
  })

  test('a post that began today can be ended at once', async () => {
    const post = newPost('ledger-0')
    await appointPost(registry, AREA, post, asking())
    expect(await people.actorFor(post.person, 'ledger-0', AT)).toMatchObject({ post: 'ledger-0' })
    await endPost(registry, AREA, { post: 'ledger-0', lastDay: '2026-03-01' }, asking())
    expect(await people.actorFor(post.person, 'ledger-0', AT)).toMatchObject({ code: 'post-ended' })
  })

  test('a decision that relied on an older version of the post is refused at its commit', async () => {
    const post = await appointPost(registry, AREA, newPost('ledger-2'), asking())
    if (isRefusal(post)) throw new Error(post.code)
    await changePost(registry, AREA, newPost('ledger-2', { title: '换了职责' }), asking())
    const outcome = await ledger.commit(plainCommit, {
      areaCode: AREA,
      actorKey: 'test',
      requestId: newId(),
      requestHash: 'x',
      actor: { kind: 'system', job: 'test' },
      at: AT,
      streams: [
        {
          stream: streamId('case', newId(), AT),
          expectedVersion: 0,
          prevHash: null,
          facts: [{ kind: 'filed', body: {}, schemaVersion: 1 }],
        },
      ],
      reliesOn: [{ stream: post.stream, version: post.version }],
      jobs: [],
      cancelJobs: [],
      result: null,
    })
    expect(outcome).toEqual({ outcome: 'relied-changed', streams: [post.stream] })
  })

  test('a double click is one appointment; the same request id for another post is refused', async () => {
    const twice = asking()
    const first = await appointPost(registry, AREA, newPost('ledger-3'), twice)
    expect(await appointPost(registry, AREA, newPost('ledger-3'), twice)).toEqual(first)
    expect(await appointPost(registry, AREA, newPost('ledger-4'), twice)).toMatchObject({
      code: 'request-reused',
    })
    expect(await people.postsByIds(AREA, ['ledger-4'])).toEqual([])
  })

  test('two administrator posts asked for at once for one person: one is refused', async () => {
    const ask = (id: string, role: 'system-admin' | 'audit-admin') =>
      appointPost(
        registry,
        AREA,
        newPost(id, { person: 'person-new-admin', roles: [role], window: null, place: 'hall-370304' }),
        asking(),
      )
    await db.query(
      `INSERT INTO staff.person (area_code, id, name) VALUES ('000000', 'person-new-admin', '测试甲')`,
    )
    const answers = await Promise.all([ask('ledger-5', 'system-admin'), ask('ledger-6', 'audit-admin')])
    expect(answers.flatMap((answer) => ('refused' in answer ? [answer.code] : []))).toEqual([
      'administrators-are-separate',
    ])
  })

  test.each([
    ['post-exists', () => appointPost(registry, AREA, newPost('post-370304-clerk-boshan'), asking())],
    ['post-unknown', () => changePost(registry, AREA, newPost('nobody-1'), asking())],
    ['post-unknown', () => endPost(registry, AREA, { post: 'no', lastDay: '2026-03-02' }, asking())],
    [
      'post-days-reversed',
      () => {
        return endPost(registry, AREA, { post: 'post-370304-clerk-boshan', lastDay: '2019-01-01' }, asking())
      },
    ],
    [
      'window-elsewhere',
      () => appointPost(registry, AREA, newPost('w-1', { window: 'hall-370304-w1' }), asking()),
    ],
  ])('%s', async (code, act) => expect(await act()).toMatchObject({ refused: true, code }))
})

describe('a changed pack', () => {
  test('does not bring back what the office has ended since', async () => {
    const id = 'post-370304-agent-heishan'
    await endPost(registry, AREA, { post: id, lastDay: '2026-04-30' }, asking())
    expect(await loadStaff(registry, AREA, file, '2026-05-05T01:00:00.000Z')).toMatchObject({
      changed: 0,
      refusals: [],
    })
    expect((await people.postsByIds(AREA, [id]))[0]?.validTo).toBe('2026-04-30')
  })

  test('changes a post, ends one it no longer names, and leaves those of the office alone', async () => {
    const changed = structuredClone(file)
    changed.posts[0]!.title = '改名的窗口'
    const gone = changed.posts.splice(1, 1)[0]!
    const before = (await people.postsOfArea(AREA)).filter((post) => post.id.startsWith('ledger-'))
    const loaded = await loadStaff(registry, AREA, changed, '2026-05-06T01:00:00.000Z')
    expect(loaded).toEqual({ people: file.people.length, appointed: 0, changed: 1, ended: 1, refusals: [] })
    const [ended] = await people.postsByIds(AREA, [gone.id])
    expect(ended?.validTo).toBe('2026-05-05')
    expect((await people.postsOfArea(AREA)).filter((post) => post.id.startsWith('ledger-'))).toEqual(before)
  })
})
