import type { CaseDetail } from '#capabilities/case/contract.ts'
import { AREA, type Citizen, type Stage } from '../matrix/stage.ts'
import { ACTS } from '../demo/acts.ts'
import { knownBooks } from './books.ts'
import { CASE_NO_OF_NOBODY, TOWNS } from './cases.ts'
import { knownGround } from './ground.ts'
import { knownStations } from './stations.ts'
import type { Json, Known } from './values.ts'

/** Whose account, post and password may be lost while everybody is at it. */
const VICTIMS = ['clerk.badou', 'clerk.chishang', 'reviewer.badou']

/** Real values of the house by the name of a property, foreign ones too; `path:name` where an id means another thing. */
export async function knownOf(stage: Stage, citizens: readonly Citizen[]): Promise<Known> {
  const { db } = stage.house
  const column = async (sql: string) => (await db.query<{ value: Json }>(sql)).map(({ value }) => value)
  const cases = await column(
    `SELECT no AS value FROM cases.case_view WHERE area_code = '${AREA}' ORDER BY no`,
  )
  const files = await column(
    `SELECT id::text AS value FROM cases.attachment WHERE area_code = '${AREA}' ORDER BY id`,
  )
  const papers = await column(
    `SELECT id::text AS value FROM cases.paper WHERE area_code = '${AREA}' ORDER BY id`,
  )
  const licences = await column(
    `SELECT number AS value FROM licence_seal.licence WHERE area_code = '${AREA}' ORDER BY number`,
  )
  const victims = await Promise.all(VICTIMS.map((login) => stage.as(login)))
  const accounts = await Promise.all(
    [
      ...victims.map(({ session }) => session.person.id),
      (await stage.as('admin.audit')).session.person.id,
    ].map(async (person) => (await stage.house.accounts.findBySubject('staff', person))!.id),
  )
  const residents = await column(
    `SELECT id::text AS value FROM auth.account WHERE area_code = '000000' AND kind = 'citizen' ORDER BY id`,
  )
  const items = (await stage.anonymous.call('GET', '/items?limit=100')).body as { items: { id: string }[] }
  const places = Object.values(TOWNS)
  const parts = await partsOf(citizens)
  const cursors = await cursorsOf(stage, citizens[0]!)
  const password = stage.onboarded.password!
  const own = (await stage.as('clerk.shantou')).session.posts.map(({ id }) => id)
  const values: Record<string, readonly Json[]> = {
    no: [...cases, CASE_NO_OF_NOBODY],
    act: [
      ...new Set(Object.values(ACTS).map(({ act }) => act)),
      'file-online',
      'record-paper',
      'lapse',
      'deem-accept',
    ],
    item: items.items.slice(0, 5).map(({ id }) => id),
    itemVersion: [1],
    version: [1, 2, 3],
    area: [AREA],
    region: [...places.map(({ village }) => village), '370304000000', '370304004000'],
    acceptPlace: places.map(({ place }) => place),
    place: places.map(({ place }) => place),
    body: places.map(({ body }) => body),
    window: ['centre-370304004-w1', 'centre-370304113-w1'],
    material: ['identity-card', 'application-form', 'id-card'],
    files,
    number: licences,
    cursor: cursors,
    from: ['2026-03-01', '2026-03-16', '2026-01-01', '2026-03-02', '0000-01-01', '2026-02-30'],
    to: ['2026-03-31', '2026-03-16', '2026-03-17', '2026-12-31', '0001-01-01', '9999-12-31'],
    event: ['sign-in', 'applicant-revealed'],
    login: VICTIMS,
    person: victims.map(({ session }) => session.person.id),
    post: [
      ...(await stage.as('clerk.shantou')).session.posts.map(({ id }) => id),
      ...victims.map(({ session }) => session.post.id),
    ],
    password: [password],
    old: [password],
    phone: ['19900000001', '0533-4110000'],
    day: ['2026-03-16', '2026-03-17', '0000-01-01', '4000-40-00'],
    '/api/v1/cases/{no}/files/{id}': parts.files,
    '/api/v1/cases/{no}/papers/{id}': parts.papers,
    '/api/v1/items/{id}:id': items.items.slice(0, 8).map(({ id }) => id),
    '/api/v1/files/{id}:id': files,
    '/api/v1/cases/{no}/files/{id}:id': files,
    '/api/v1/cases/{no}/papers/{id}:id': papers,
    ...registers(
      await column(
        `SELECT id AS value FROM catalogue.power_grant WHERE area_code = '${AREA}' ORDER BY id LIMIT 3`,
      ),
      await column(
        `SELECT id AS value FROM licence_seal.seal WHERE area_code = '${AREA}' ORDER BY id LIMIT 2`,
      ),
    ),
    ...Object.fromEntries(
      ['cover', 'absences'].map((end) => [`/api/v1/duty/{post}/${end}:post`, own] as const),
    ),
    '/api/v1/posts/{id}/end:id': victims.map(({ session }) => session.post.id),
    ...rectifications(
      await column(
        `SELECT id::text AS value FROM evaluation.rectification WHERE area_code = '${AREA}' ORDER BY id`,
      ),
    ),
    ...changes(
      await column(`SELECT id::text AS value FROM catalogue.change WHERE area_code = '${AREA}' ORDER BY id`),
    ),
    ...Object.fromEntries(
      ['items/{id}/differences', 'items/{id}/lineage', 'item-quality/{id}'].map((path) => [
        `/api/v1/${path}:id`,
        items.items.slice(0, 8).map(({ id }) => id),
      ]),
    ),
    '/api/v1/data-elements/{id}/touches:id': ['party.name', 'account.number'],
    '/api/v1/standard-papers/touches:name': ['居民身份证', '户口簿'],
    '/api/v1/items/{id}/differences:from': [1, 2],
    '/api/v1/items/{id}/differences:to': [1, 2],
    run: await column(
      `SELECT id::text AS value FROM catalogue.import_run WHERE area_code = '${AREA}' ORDER BY id`,
    ),
    n: [1, 2, 3],
    system: ['shili', 'nowhere'],
    '/api/v1/directory-lines/{id}/begin:id': await column(
      `SELECT id::text AS value FROM catalogue.directory_line WHERE area_code = '${AREA}' ORDER BY id`,
    ),
    ...indicators(await idsOfIndicators(stage)),
    ...(await knownBooks(stage)),
    ...knownGround(),
    ...(await knownStations(stage)),
    ...Object.fromEntries(
      ['reset', 'disable', 'enable', 'unlock'].map((act) => [
        `/api/v1/accounts/{id}/${act}:id`,
        [...accounts, residents[0]!],
      ]),
    ),
  }
  return (name) => (Object.hasOwn(values, name) ? values[name]! : [])
}

/** Cases with a file or a paper of theirs: two ids that fit each other. */
async function partsOf(citizens: readonly Citizen[]) {
  const files: Json[] = []
  const papers: Json[] = []
  for (const { call } of citizens) {
    const { items } = (await call('GET', '/cases?queue=all')).body as { items: { no: string }[] }
    for (const { no } of items) {
      const detail = (await call('GET', `/cases/${no}`)).body as CaseDetail
      papers.push(...detail.papers.map(({ id }) => [no, id]))
      files.push(...detail.materials.flatMap((line) => line.files.map(({ id }) => [no, id])))
    }
  }
  return { files, papers }
}

function rectifications(ids: readonly Json[]): Record<string, readonly Json[]> {
  const path = '/api/v1/rectifications/{id}'
  return {
    ...{ [`${path}:id`]: ids, [`${path}/reveal:id`]: ids, [`${path}/acts/{act}:id`]: ids },
    [`${path}/acts/{act}:act`]: [
      ...['verify', 'answer', 'record-revisit', 'uphold-appeal', 'reject-appeal', 'hand-over'],
      ...['open', 'mark-overdue'],
    ],
  }
}

function changes(ids: readonly Json[]): Record<string, readonly Json[]> {
  const path = '/api/v1/authoring/changes/{id}'
  return {
    ...{ [`${path}:id`]: ids, [`${path}/impact:id`]: ids, [`${path}/acts/{act}:id`]: ids },
    ...{ [`${path}/preview:id`]: ids, [`${path}/preview/form:id`]: ids },
    [`${path}/preview/papers/{paper}:id`]: ids,
    [`${path}/acts/{act}:act`]: [
      ...['edit', 'comment', 'submit', 'return', 'approve', 'publish', 'call-off', 'withdraw'],
      ...['open', 'go-live'],
    ],
  }
}

/** Powers and seals under every act of their registers. */
function registers(powers: readonly Json[], seals: readonly Json[]): Record<string, readonly Json[]> {
  const under = (path: string, ends: readonly string[], ids: readonly Json[]) =>
    ends.map((end) => [`/api/v1/${path}/{id}${end}:id`, ids] as const)
  return Object.fromEntries([
    ...under('powers', ['', '/amend-power', '/take-back'], powers),
    ...under('seals', ['/bind', '/suspend', '/resume', '/retire'], seals),
  ])
}

function indicators(ids: readonly string[]): Record<string, readonly Json[]> {
  return Object.fromEntries(
    ['cases', 'cases/export'].map((end) => [`/api/v1/indicators/{id}/${end}:id`, ids]),
  )
}

async function idsOfIndicators(stage: Stage): Promise<string[]> {
  const { body } = await (await stage.as('supervisor')).call('GET', '/indicators')
  return (body as { indicators: { id: string }[] }).indicators.map(({ id }) => id)
}

/** Cursors as the lists themselves hand them out, to be sent to every list. */
async function cursorsOf(stage: Stage, citizen: Citizen): Promise<Json[]> {
  const lists = [
    [await stage.as('supervisor'), '/cases?queue=all&limit=1'],
    [await stage.as('supervisor'), '/alerts?limit=1'],
    [await stage.as('supervisor'), '/licences?limit=1'],
    [await stage.as('supervisor'), '/rectifications?queue=all&limit=1'],
    [await stage.as('admin.system'), '/accounts?limit=1'],
    [await stage.as('admin.security'), '/posts?limit=1'],
    [await stage.as('admin.audit'), '/audit?limit=1'],
    [citizen, '/cases?queue=all&limit=1'],
    [stage.anonymous, '/items?limit=1'],
  ] as const
  const replies = await Promise.all(lists.map(([who, path]) => who.call('GET', path)))
  return replies.flatMap(({ body }) => (body as { nextCursor?: string }).nextCursor ?? [])
}

/** Every step that some citizen is offered on some case. */
async function actsOfCitizens(citizens: readonly Citizen[]): Promise<string[]> {
  const names = new Set<string>()
  for (const { call } of citizens) {
    const { items } = (await call('GET', '/cases?queue=all')).body as { items: { no: string }[] }
    for (const { no } of items) {
      const { allowed } = (await call('GET', `/cases/${no}/allowed`)).body as { allowed: { act: string }[] }
      for (const { act } of allowed) names.add(act)
    }
  }
  return [...names]
}

/** What stands for the parts of a page's address, everybody's of everything. */
export async function placesOf(
  stage: Stage,
  citizens: readonly Citizen[],
): Promise<Record<string, readonly string[]>> {
  const { db } = stage.house
  const column = async (sql: string) => (await db.query<{ value: string }>(sql)).map(({ value }) => value)
  const drafts: string[] = []
  const messages: string[] = []
  for (const { walker, csrfToken } of citizens) {
    const begun = await walker.post('/items/elderly-allowance/apply', { csrf: csrfToken })
    drafts.push(begun.location!.split('/')[2]!)
    const { html } = await walker.get('/my/messages')
    for (const [, id] of html.matchAll(/\/my\/messages\/([0-9a-f-]{36})/g)) messages.push(id!)
  }
  return {
    no: await column(`SELECT no AS value FROM cases.case_view WHERE area_code = '${AREA}' ORDER BY no`),
    file: await column(
      `SELECT id::text AS value FROM cases.attachment WHERE area_code = '${AREA}' ORDER BY id`,
    ),
    paper: await column(`SELECT id::text AS value FROM cases.paper WHERE area_code = '${AREA}' ORDER BY id`),
    draft: drafts,
    message: messages,
    item: ['elderly-allowance', 'temporary-assistance-small'],
    domain: ['farm-benefits'],
    material: ['identity-card', 'household-register'],
    place: Object.values(TOWNS).map(({ place }) => place),
    number: await column(
      `SELECT number AS value FROM licence_seal.licence WHERE area_code = '${AREA}' ORDER BY number`,
    ),
    kind: ['change', 'renew', 'cancel'],
    act: await actsOfCitizens(citizens),
    token: ['A'.repeat(24)],
  }
}
