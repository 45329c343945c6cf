import { forgetGround } from '#capabilities/organisation/index.ts'
import { savePeople } from '#capabilities/staff/index.ts'
import { demoForm } from '../demo/form-values.ts'
import { AREA, CENTRE, multipart, VILLAGE, type Citizen, type Stage } from '../matrix/stage.ts'
import type { Signed } from '../testing/signed.ts'
import { booksInWork } from './books.ts'
import { filingOfDraft, itemOf, LICENSED, secretOf, TOWNS, type Held } from './cases.ts'
import { DOCUMENT, NUMBERED_SEAL } from './examples.ts'
import { onTheGround } from './ground.ts'
import { heardNo } from './heard-no.ts'
import { importsInWork } from './imports.ts'
import { itemsInWork } from './items.ts'
import { got, right, type Right } from './right.ts'
import { onTheWall } from './photos.ts'
import { atTheStation } from './stations.ts'

export type { Right } from './right.ts'

/**
 * What lies on desks and counters beside the cases: absences, drafts that were picked up, licences that are to be taken away, seals, an attempt
 * beyond power, a file of another system. Operations about it would otherwise meet nothing.
 */
export async function furnish(stage: Stage, owner: Citizen): Promise<Right[]> {
  const clerk = await stage.as('clerk.shantou')
  const [duty, drafts] = [await onDuty(clerk), await onTheCounter(stage, clerk, owner)]
  return [
    ...(await keptLists(clerk)),
    ...(await forThePrinter(stage, clerk, owner)),
    ...[...duty, ...drafts, ...(await inTheRegisters(stage)), ...(await aboutLicences(stage))],
    ...(await itemsInWork(stage)),
    ...(await importsInWork(stage)),
    ...(await booksInWork(stage)),
    ...(await atTheStation(stage)),
    ...(await onTheGround(stage)),
    ...(await onTheWall(stage)),
    ...heardNo(),
    ...[...(await supervised(stage)), ...(await administered(stage))],
  ]
}

/** One draft each: whoever begins the same item again goes on with the draft there is. */
const DRAFTED = [
  'elderly-allowance',
  'disability-two-subsidies',
  'temporary-assistance-small',
  'orphan-basic-living',
]

async function onDuty(clerk: Signed): Promise<Right[]> {
  const { post } = clerk.session
  const path = `/duty/${post.id}`
  for (const day of ['2026-03-20', '2026-03-24'])
    got(await clerk.call('POST', `${path}/absences`, { from: day, to: day, kind: 'leave' }))
  const { posts } = got(await clerk.call('GET', '/duty')) as {
    posts: { own: boolean; absences: { id: string }[] }[]
  }
  const own = posts.find((each) => each.own)!
  const caller = 'the clerk of the town'
  return [
    right(caller, 'duty.endAbsence', 'POST', `${path}/absences/${own.absences[0]!.id}/end`),
    right(caller, 'duty.setCover', 'PUT', `${path}/cover`, { cover: null }),
    right(caller, 'session.switchPost', 'PUT', '/session/post', { post: post.id }),
  ]
}

/** 常用条件 of the clerk: one to begin with, one to throw away. */
async function keptLists(clerk: Signed): Promise<Right[]> {
  const kept = { page: 'cases', search: { queue: 'open' }, first: false }
  const ids: string[] = []
  for (const name of ['先看的', '不用的'])
    ids.push((got(await clerk.call('POST', '/saved-lists', { ...kept, name })) as { id: string }).id)
  const caller = 'the clerk of the town'
  return [
    right(caller, 'savedList.saveList', 'POST', '/saved-lists', { ...kept, name: '再存一个' }),
    right(caller, 'savedList.changeList', 'PUT', `/saved-lists/${ids[0]}`, { first: true }),
    right(caller, 'savedList.chooseColumns', 'PUT', '/list-columns', { page: 'cases', columns: ['matter'] }),
    right(caller, 'savedList.forgetList', 'DELETE', `/saved-lists/${ids[1]}`),
  ]
}

/** A receipt to be printed together with others, and a bundle that was made. */
async function forThePrinter(stage: Stage, clerk: Signed, owner: Citizen): Promise<Right[]> {
  const no = await stage.file(owner)
  await stage.settle()
  const asked = { numbers: [no], papers: ['receipt'], duplex: true }
  const { url } = got(await clerk.call('POST', '/case-papers/print', asked)) as { url: string }
  const caller = 'the clerk of the town'
  return [
    right(caller, 'files.printPapers', 'POST', '/case-papers/print', asked),
    right(caller, 'files.printedPapers', 'GET', url.replace('/api/v1', '')),
  ]
}

/** Drafts of one citizen: one waiting with its code, the others picked up, to be looked at, filed, and given back. */
async function onTheCounter(stage: Stage, clerk: Signed, owner: Citizen): Promise<Right[]> {
  const idTail = owner.person.citizenId.slice(-4)
  const [waiting, ...picked] = await begun(stage, owner)
  const held: Held[] = []
  for (const { code } of picked)
    held.push(got(await clerk.call('POST', '/drafts/pick-up', { code, idTail })) as Held)
  const [seen, filed, back] = held as [Held, Held, Held]
  const { citizenId, name } = owner.person
  const caller = 'the clerk of the town'
  return [
    right(caller, 'portal.pickUp', 'POST', '/drafts/pick-up', { code: waiting!.code, idTail }),
    right(caller, 'portal.heldDrafts', 'GET', '/drafts'),
    right(caller, 'portal.heldDraft', 'GET', `/drafts/${seen.id}`),
    right(caller, 'portal.fileDraft', 'POST', `/drafts/${filed.id}/file`, filingOfDraft(filed)),
    right(caller, 'portal.giveBack', 'POST', `/drafts/${back.id}/give-back`),
    right(caller, 'portal.nameDiffers', 'POST', '/applicants/name-check', {
      idKind: 'citizen-id',
      idNumber: citizenId,
      name,
    }),
    right(caller, 'portal.saveForPerson', 'POST', '/drafts', { citizenId, name, item: DRAFTED[0], form: {} }),
  ]
}

/** Filled in online as far as the papers, each with the code for the counter. */
async function begun(stage: Stage, { walker, csrfToken: csrf, person }: Citizen) {
  const drafts: { code: string }[] = []
  for (const [index, id] of DRAFTED.entries()) {
    const { form } = await itemOf(stage, id)
    const { location } = await walker.post(`/items/${id}/apply`, { csrf })
    const draft = location!.split('/')[2]!
    const where = { region: VILLAGE, acceptPlace: CENTRE, delivery: 'window' }
    await walker.post(`/apply/${draft}/where`, { csrf, ...where })
    await walker.post(`/apply/${draft}/form`, { csrf, ...demoForm(form, person, index + 1, VILLAGE) })
    await walker.post(`/apply/${draft}/counter`, { csrf, then: 'make' })
    const { html } = await walker.get(`/apply/${draft}/counter`)
    drafts.push({ code: /(\d{4}) (\d{4})<\/p>/.exec(html)!.slice(1).join('') })
  }
  return drafts
}

const SHOP = 'publications-retail-licence'

/** Numbered seals, of which one is out of use for a time, and a power that nobody needs here. */
async function inTheRegisters(stage: Stage): Promise<Right[]> {
  // A plan that has batches takes no decision down past them; here it is the register that is asked.
  await stage.house.db.query(
    `UPDATE organisation.pack_version SET body = body #- '{parameters,delegationBatches}'`,
  )
  forgetGround()
  const registrar = await stage.as('registrar.approval-bureau')
  const caller = 'the registrar'
  const issue = async (number: number) =>
    (got(await registrar.call('POST', '/seals', { ...NUMBERED_SEAL, number })) as { id: string }).id
  const [inUse, suspended] = [await issue(10), await issue(11)]
  const reason = '例行调整'
  got(await registrar.call('POST', `/seals/${suspended}/suspend`, { reason }))
  const holder = TOWNS.boshan.body
  const power = {
    ...{ items: [SHOP], body: holder, places: [], kind: 'delegated', by: NUMBERED_SEAL.body },
    ...{ powers: ['decide', 'seal'], from: '2026-03-16', document: DOCUMENT },
  }
  const { ids } = got(await registrar.call('POST', '/powers', power)) as { ids: string[] }
  const back = { on: '2026-04-01', document: DOCUMENT, reason }
  return [
    right(caller, 'seals.bindSeal', 'POST', `/seals/${inUse}/bind`, { holder, items: [SHOP], reason }),
    right(caller, 'seals.resumeSeal', 'POST', `/seals/${suspended}/resume`, { reason }),
    right(caller, 'powers.amendPower', 'POST', `/powers/${ids[0]}/amend-power`, {
      to: '2026-12-31',
      document: DOCUMENT,
    }),
    right(caller, 'powers.takeBack', 'POST', `/powers/${ids[0]}/take-back`, back),
  ]
}

const SERVED = { mode: 'window', receiver: '测试签收人', relation: 'self', identified: '居民身份证' }

/** Each town granted one; what 山头 granted is to be taken away again, and its holder has not been told yet. */
async function aboutLicences(stage: Stage): Promise<Right[]> {
  const { items } = got(
    await (await stage.as('clerk.shantou')).call('GET', `/licences?item=${LICENSED}`),
  ) as {
    items: { number: string; place: string }[]
  }
  const approver = await stage.as('approver.shantou')
  const found: Right[] = []
  for (const { number } of items) {
    const path = `/licences/${number}`
    const input = { ground: 'beyond-power', reason: secretOf('shantou'), basis: '行政许可法第六十九条' }
    const told = await approver.call('POST', `${path}/acts/intend`, { input })
    if (told.status === 404) continue
    got(told)
    await stage.settle()
    const { papers } = got(await approver.call('GET', path)) as { papers: { id: string }[] }
    const paper = `${path}/papers/${papers.at(-1)!.id}`
    found.push(
      right('the clerk of the town', 'licences.licence', 'GET', path),
      right('the clerk of the town', 'licenceFiles.licencePaper', 'GET', paper),
      right('the clerk of the town', 'licences.licenceAct', 'POST', `${path}/acts/serve-intent`, {
        input: SERVED,
      }),
    )
  }
  return found
}

async function supervised(stage: Stage): Promise<Right[]> {
  const [reviewed] = await stage.house.db.query<{ no: string }>(
    `SELECT no FROM cases.case_view WHERE area_code = $1 AND state = 'reviewed' LIMIT 1`,
    [AREA],
  )
  const input = { conclusion: '准予' }
  await (await stage.as('approver.boshan')).call('POST', `/cases/${reviewed!.no}/acts/grant`, { input })
  await stage.settle()
  const director = await stage.as('director.shantou')
  const { items } = got(await director.call('GET', '/rectifications?queue=all')) as {
    items: { id: string; anonymous: boolean }[]
  }
  const poor = `/rectifications/${items.find(({ anonymous }) => !anonymous)!.id}`
  const verified = { input: { finding: 'true', contact: 'by-phone', text: '情况属实' } }
  const reported =
    'projectNo,taskName,orgName,acceptDate\r\nFUZZ-1,食品经营许可（新办）,博山区民政局,20260302T100000'
  const file = multipart(Buffer.from(reported), 'reported.csv')
  return [
    right('the director', 'rectification.act', 'POST', `${poor}/acts/verify`, verified),
    right('the director', 'rectification.reveal', 'POST', `${poor}/reveal`, { reason: '电话核实' }),
    {
      caller: 'the supervisor',
      operation: 'supervisionUploads.importFile',
      asked: { method: 'POST', url: '/api/v1/imports', ...file },
    },
  ]
}

async function administered(stage: Stage): Promise<Right[]> {
  const person = { id: 'person-without-account', name: '测试新人' }
  await savePeople(stage.house.db, [person])
  const account = { login: 'new.colleague', person: person.id }
  return [right('the system administrator', 'administration.createAccount', 'POST', '/accounts', account)]
}
