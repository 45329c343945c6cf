import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isRefusal } from '#engine/refusal.ts'
import { bornAsNumbered, paperScan, plausible } from '#capabilities/testing/citizens.ts'
import { at, startTown, syntheticCreditCode, type Town } from '#capabilities/testing/town.ts'
import { newId } from '#platform/id.ts'

/** First the licence of one department, then a registration with another that wants its approval as a paper. */
const AGENCY = 'human-resources-service-licence'
const SCHOOL = 'private-nonenterprise-registration'
const VILLAGE = '370304004207'
const PROJECT = '2026-370304-72-03-012345'

// Real: pack, database, files, ledger, due jobs, papers. Moved by hand: the clock.
let town: Town
beforeAll(async () => {
  town = await startTown({ clock: at('2026-11-23T09:00') })
})
afterAll(() => town.stop())

const doing = async (who: string, no: string, act: string, input: Record<string, unknown> = {}) => {
  const done = await town.act(who, no, act, input)
  return isRefusal(done) ? `refused: ${done.code}` : (done.answer as { state: string }).state
}

async function* once(bytes: Buffer): AsyncIterable<Uint8Array> {
  yield bytes
}

/** At the hall, with a scan for each paper named and nothing for the others. */
async function filed(
  itemId: string,
  firm: number,
  files: readonly string[],
  party?: string,
): Promise<string> {
  const { actor, now, reliesOn } = await town.looking('clerk.hall')
  const { item } = (await town.catalogue.itemInForce(town.area, itemId, now.slice(0, 10)))!
  const materials = []
  for (const material of files) {
    const sent = await town.cases.attachments.upload(
      town.area,
      actor,
      `${material}.pdf`,
      once(paperScan(material)),
    )
    if ('refused' in sent) throw new Error(sent.code)
    materials.push({ material, files: [sent.id], paperOriginals: 0, paperCopies: 0 })
  }
  const requestId = newId()
  const form = bornAsNumbered(item.form, { ...plausible(item.form.fields, VILLAGE), ...firmed(firm) })
  const done = await town.cases.file({
    ...{ area: town.area, actor, now, reliesOn, requestId, requestHash: requestId },
    ...(party === undefined ? {} : { party }),
    filing: {
      ...{ item: itemId, itemVersion: item.version, acceptPlace: actor.place, region: VILLAGE },
      ...{ delivery: 'window', form: form as Record<string, string | string[]>, materials },
    },
  })
  if (isRefusal(done)) throw new Error(`${done.code} ${JSON.stringify(done.facts ?? {})}`)
  return (done.answer as { no: string }).no
}

async function partyOf(no: string): Promise<string> {
  const text = 'SELECT party FROM cases.case_view WHERE area_code = $1 AND no = $2'
  return (await town.db.query<{ party: string }>(text, [town.area, no]))[0]!.party
}

const firmed = (firm: number) => ({
  ...{ founderKind: 'organisation', creditCode: syntheticCreditCode(firm), name: '示例职业培训有限公司' },
})

/** Files of the case that this post may open, by material. */
async function openable(who: string, no: string, material: string): Promise<number> {
  const actor = await town.as(who)
  const { materials } = await town.detailOf(who, no)
  const files = materials.find(({ id }) => id === material)?.files ?? []
  const opened = await Promise.all(files.map(({ id }) => town.cases.caseFile(actor, no, id)))
  for (const one of opened) if (!isRefusal(one)) one.stream.destroy()
  return opened.filter((one) => !isRefusal(one)).length
}

/** What the form of the act offers to take over. */
async function offered(no: string): Promise<{ value: string; label: string }[]> {
  const { allowed } = await town.detailOf('clerk.hall', no)
  const fields = allowed.find(({ act }) => act === 'take-over-result')!.fields!
  return fields.find(({ name }) => name === 'from')!.options!
}

async function granted(no: string): Promise<void> {
  await doing('clerk.hall', no, 'accept', await town.goodChecklist('clerk.hall', no))
  await doing('reviewer.human-resources', no, 'review', { opinion: 'grant', text: '符合条件。' })
  await doing('approver.human-resources', no, 'grant', { conclusion: '准予从事职业中介。' })
  await doing('issuer.human-resources', no, 'seal')
  await town.work()
}

const receiver = { receiver: '测试甲', relation: 'self', identified: '居民身份证' }

describe('CAS-13 departments work on one folder', () => {
  test('CAS-13 a file uploaded once is visible to the second department, and the first department’s result is accepted as its material', async () => {
    const first = await filed(AGENCY, 1, [
      'business-licence',
      'articles-and-rules',
      'premises-proof',
      'staff-list',
    ])
    expect(await openable('reviewer.human-resources', first, 'premises-proof')).toBe(1)
    await doing('clerk.hall', first, 'accept', await town.goodChecklist('clerk.hall', first))
    // The second department opens the very file once it takes part, and no other department does.
    await doing('approver.human-resources', first, 'ask-opinions', {
      bodies: ['civil-affairs'],
      question: '场所能否办学',
    })
    expect(await openable('reviewer.civil-affairs', first, 'premises-proof')).toBe(1)
    const stranger = await town.as('reviewer.health')
    const { materials } = await town.detailOf('reviewer.civil-affairs', first)
    const file = materials.find(({ id }) => id === 'premises-proof')!.files[0]!.id
    expect(await town.cases.caseFile(stranger, first, file)).toMatchObject({ code: 'case-not-found' })
    await doing('reviewer.civil-affairs', first, 'give-opinion', { verdict: 'agree', text: '可以。' })
    await granted(first)

    // Not a result yet: it has not been handed over.
    const second = await filed(SCHOOL, 1, [
      'premises-proof',
      'capital-verification',
      'leader-profile',
      'draft-charter',
    ])
    expect((await offered(second)).filter(({ value }) => value.startsWith('r-'))).toEqual([])
    expect(await doing('clerk.hall', first, 'deliver-at-window', receiver)).toBe('closed')
    const [result] = (await offered(second)).filter(({ value }) => value.startsWith('r-'))
    expect(result!.label).toContain('从事职业中介活动')
    const taking = { material: 'supervisor-approval', from: result!.value }
    expect(await doing('clerk.hall', second, 'take-over-result', taking)).toBe('received')
    const { parts, materials: held } = await town.detailOf('reviewer.civil-affairs', second)
    expect(held.find(({ id }) => id === 'supervisor-approval')!.files).toHaveLength(1)
    expect(await openable('reviewer.civil-affairs', second, 'supervisor-approval')).toBe(1)
    const shown = parts.find(({ title }) => title === '由系统取得，免于提交')!.table!.rows[0]!
    expect(shown[1]).toContain(first)
    // What is held verifies like the paper itself.
    const token = shown[2]!.split('/verify/')[1]!
    expect(await town.cases.issuedPaper(token)).toMatchObject({ no: first, kind: 'grant', revokedAt: null })
    // It counts as material: the case is accepted, and the applicant brought nothing for it.
    expect(await doing('clerk.hall', second, 'accept', await town.goodChecklist('clerk.hall', second))).toBe(
      'accepted',
    )
  })

  test('only the same applicant’s results, and what a browser says about the source is not believed', async () => {
    const first = await filed(AGENCY, 2, [
      'business-licence',
      'articles-and-rules',
      'premises-proof',
      'staff-list',
    ])
    await granted(first)
    expect(await doing('clerk.hall', first, 'deliver-at-window', receiver)).toBe('closed')
    const own = await filed(SCHOOL, 2, ['draft-charter'])
    const others = await filed(SCHOOL, 3, ['draft-charter'])
    const [result] = (await offered(own)).filter(({ value }) => value.startsWith('r-'))
    expect((await offered(others)).filter(({ value }) => value.startsWith('r-'))).toEqual([])
    const forged = {
      ...{ material: 'supervisor-approval', from: result!.value },
      source: { kind: 'result', no: '伪造' },
      file: { id: 'forged', size: 1, mediaType: 'application/pdf' },
    }
    expect(await doing('clerk.hall', others, 'take-over-result', forged)).toBe('refused: result-unknown')
    expect(await doing('clerk.hall', own, 'take-over-result', forged)).toBe('received')
    expect(
      (await town.detailOf('clerk.hall', own)).parts.find(({ key }) => key === 'linked')!.table!.rows[0]![1],
    ).toContain(first)
    expect(await doing('clerk.hall', own, 'take-over-result', forged)).toBe('refused: taken-over-already')
  })

  test('one account may file for two people: what is one’s is not offered for the other', async () => {
    const one = await filed(AGENCY, 20, ['business-licence', 'premises-proof'])
    const other = await filed(SCHOOL, 20, ['draft-charter'])
    expect(await offered(other)).toEqual([])
    const third = await filed(AGENCY, 20, ['business-licence'])
    expect((await offered(third)).some(({ label }) => label.includes('营业执照'))).toBe(true)
    // The account that filed for the first firm files for another one.
    const stranger = await filed(AGENCY, 21, ['business-licence'], await partyOf(one))
    expect(await partyOf(stranger)).toBe(await partyOf(one))
    expect(await offered(stranger)).toEqual([])
  })

  test('a result that was revoked is none any more', async () => {
    const first = await filed(AGENCY, 22, [
      'business-licence',
      'articles-and-rules',
      'premises-proof',
      'staff-list',
    ])
    await granted(first)
    expect(await doing('clerk.hall', first, 'deliver-at-window', receiver)).toBe('closed')
    const second = await filed(SCHOOL, 22, ['draft-charter'])
    expect((await offered(second)).filter(({ value }) => value.startsWith('r-'))).toHaveLength(1)
    await town.db.query(
      `UPDATE cases.paper SET revoked_at = $3 WHERE area_code = $1 AND no = $2 AND kind = 'grant'`,
      [town.area, first, town.clock.now()],
    )
    expect((await offered(second)).filter(({ value }) => value.startsWith('r-'))).toEqual([])
  })

  test('a result that has run out is shown and not accepted', async () => {
    const first = await filed(AGENCY, 5, [
      'business-licence',
      'articles-and-rules',
      'premises-proof',
      'staff-list',
    ])
    await doing('clerk.hall', first, 'accept', await town.goodChecklist('clerk.hall', first))
    await doing('reviewer.human-resources', first, 'review', { opinion: 'grant', text: '符合条件。' })
    await doing('approver.human-resources', first, 'grant', {
      conclusion: '准予从事职业中介。',
      validUntil: '2026-11-30',
    })
    await doing('issuer.human-resources', first, 'seal')
    await town.work()
    expect(await doing('clerk.hall', first, 'deliver-at-window', receiver)).toBe('closed')
    town.clock.set(at('2026-12-01T09:00'))
    const second = await filed(SCHOOL, 5, ['draft-charter'])
    const [result] = (await offered(second)).filter(({ value }) => value.startsWith('r-'))
    expect(result!.label).toContain('已过期')
    const taking = { material: 'supervisor-approval', from: result!.value }
    expect(await doing('clerk.hall', second, 'take-over-result', taking)).toBe('refused: result-expired')
  })
})

describe('CAS-12 the fast lane of a major project', () => {
  const contactOf = async () => (await town.as('reviewer.human-resources')).post

  test('CAS-12 a flagged project shows its contact and an open record for each of the three services, to applicant and office alike', async () => {
    const no = await filed(AGENCY, 7, ['business-licence'])
    const flagged = { project: PROJECT, name: '示例产业园', post: await contactOf(), phone: '0533-0000003' }
    const stranger = { ...flagged, post: (await town.as('reviewer.shantou')).post }
    expect(await doing('approver.human-resources', no, 'open-fast-lane', stranger)).toBe(
      'refused: contact-unknown',
    )
    expect(await doing('approver.human-resources', no, 'open-fast-lane', flagged)).toBe('received')
    const consulted = { service: 'consult', text: '讲清了三个部门各要什么' }
    expect(await doing('clerk.hall', no, 'record-service', consulted)).toBe('received')
    const name = (await town.staff.namesOf(town.area, [flagged.post])).get(flagged.post)!
    // Whoever is to call it reads the number; officers ask for it, for a reason that goes on record.
    for (const [view, phone] of [
      [await town.detailOf('clerk.hall', no), '0533-***0003'],
      [await town.applicantsView(no), '0533-0000003'],
    ] as const) {
      const lane = view.parts.find(({ key }) => key === 'fast-lane')!
      expect(lane.facts).toEqual(
        expect.arrayContaining([
          { label: '联系人', text: name },
          { label: '联系电话', text: phone },
        ]),
      )
      expect(lane.table!.rows.map(([service, state]) => [service, state])).toEqual([
        ['咨询', '服务中'],
        ['指导', '已开通，待服务'],
        ['办理', '已开通，待服务'],
      ])
      expect(lane.table!.rows[0]![2]).toContain('讲清了三个部门各要什么')
    }
    expect(JSON.stringify(await town.detailOf('clerk.hall', no))).not.toContain('0533-0000003')
    const { actor } = await town.looking('clerk.hall')
    expect(await town.cases.reveal(actor, no, '通知项目联系人', '192.0.2.1')).toMatchObject({
      contact: { name, phone: '0533-0000003' },
    })
  })

  test('CAS-12 the cases of one project know each other and share their files', async () => {
    const one = await filed(AGENCY, 8, ['business-licence', 'premises-proof'])
    const other = await filed(SCHOOL, 8, ['draft-charter'])
    expect((await offered(other)).some(({ label }) => label.includes('服务场所的所有权'))).toBe(false)
    const lane = (post: string) => ({
      project: `${PROJECT}8`,
      name: '示例产业园',
      post,
      phone: '0533-0000003',
    })
    await doing('approver.human-resources', one, 'open-fast-lane', lane(await contactOf()))
    const civil = (await town.as('reviewer.civil-affairs')).post
    expect(await doing('approver.civil-affairs', other, 'open-fast-lane', lane(civil))).toBe('received')
    const shown = (await town.detailOf('clerk.hall', other)).parts.find(({ key }) => key === 'fast-lane')!
    expect(shown.facts!.filter(({ label }) => label === '同项目办件').map(({ text }) => text)).toEqual([
      expect.stringContaining(one),
    ])
    const { actor, now } = await town.looking('clerk.hall')
    const { items } = await town.cases.list(actor, now, { queue: 'open', projects: '1' })
    expect(items.map(({ no, project }) => [no, project])).toEqual(
      expect.arrayContaining([
        [one, '示例产业园'],
        [other, '示例产业园'],
      ]),
    )
    expect(items.every(({ project }) => project !== undefined)).toBe(true)
    // The same upload serves the second case: nothing is sent again.
    const files = 'SELECT count(*)::int AS count FROM cases.attachment WHERE area_code = $1'
    const before = await town.db.query(files, [town.area])
    const [file] = (await offered(other)).filter(({ label }) => label.includes('服务场所的所有权'))
    const taking = { material: 'premises-proof', from: file!.value }
    expect(await doing('clerk.hall', other, 'take-over-result', taking)).toBe('received')
    expect(await openable('reviewer.civil-affairs', other, 'premises-proof')).toBe(1)
    expect(await town.db.query(files, [town.area])).toEqual(before)
  })
})
