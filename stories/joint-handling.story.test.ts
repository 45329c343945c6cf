import { beforeAll, expect, test } from 'vitest'
import type { CaseDetail } from '#capabilities/case/contract.ts'
import { readText } from '#platform/documents/reading.ts'
import { startHouse, type TestHouse } from '../apps/server/testing/house.ts'
import { companyFiling } from './testing/food-licence.ts'
import { atDesk, type AtDesk } from './testing/officer.ts'
import { openScreens, type Screens } from './testing/screens.ts'
import { shanghai } from './testing/shanghai.ts'

// Real: server on a port, PostgreSQL, documents, the workbench in Chromium. Moved by hand: the clock and due work.
let house: TestHouse
let screens: Screens

beforeAll(async () => {
  house = await startHouse({ at: shanghai('2026-11-23T09:00'), listening: true })
  screens = await openScreens()
})

const APPROVER = 'approver.approval-bureau'

test('CAS-14 a kitchen that concerns three departments: two are asked, one answers, one stays silent and is flagged, and the licence lists both', async () => {
  const no = await acceptedAndSeen()
  await asksTwo(no)
  await oneAnswers(no)
  house.clock.set(shanghai('2026-11-30T08:30'))
  await house.settle()
  await decidesNotingTheSilence(no)
  await house.settle()
  await call('issuer.hall', no, 'seal', {})
  await house.settle()
  const paper = await licenceOf(no)
  expect(paper).toContain('区市场监督管理局意见同意：经营布局符合要求')
  expect(paper).toContain('区卫生健康局意见逾期未答复，不再等待')
  expect([screens.faults, house.faults]).toEqual([[], []])
})

test('CAS-11/c 即开: from a case of a major project a coordination meeting is called, held and minuted the same morning, and its task is done', async () => {
  house.clock.set(shanghai('2026-12-01T10:20'))
  const filed = await (await house.as('clerk.hall')).call('POST', '/cases', await companyFiling(house))
  const { no } = filed.body as { no: string }
  await house.settle()
  const lead = await atDesk(await screens.officer(), house, APPROVER)
  await flagged(lead, no)
  await meets(lead)
  await lead.page.context().close()
  await house.settle()
  const asked = await atDesk(await screens.officer(), house, 'reviewer.health')
  await asked.openFromList(no)
  await asked.press('办结交办事项')
  await asked.page.getByLabel('办理结果').fill('现场核对完毕，符合要求。')
  await asked.confirm('办结交办事项')
  await asked.dialog.waitFor({ state: 'hidden' })
  expect(await asked.text()).toContain('已办结：现场核对完毕，符合要求。')
  expect([screens.faults, house.faults]).toEqual([[], []])
})

/** One contact, three records; the list shows only such cases when asked. */
async function flagged(lead: AtDesk, no: string): Promise<void> {
  const { page } = lead
  await page.goto(`${house.url}/staff/cases/${no}`)
  await page.getByRole('heading', { name: '现在该做什么' }).waitFor()
  await lead.press('列入重大项目直通车')
  await page.getByLabel('项目代码').fill('2026-370304-48-03-012345')
  await page.getByLabel('项目名称').fill('示例新材料产业园')
  await page.getByRole('combobox', { name: '直通车联系人' }).fill('演示审批11')
  await page
    .getByTitle(/^演示审批11/)
    .last()
    .click()
  await page.getByLabel('联系人电话').fill('0533-4200003')
  await screens.officerLooks(page, 'open-fast-lane')
  await lead.confirm('列入重大项目直通车')
  await lead.dialog.waitFor({ state: 'hidden' })
  const text = await lead.text()
  for (const words of ['示例新材料产业园', '0533-***0003', '咨询', '指导', '办理', '已开通，待服务'])
    expect(text).toContain(words)
  await page.goto(`${house.url}/staff/cases?queue=open`)
  await page.getByRole('checkbox', { name: '只看直通车项目' }).check()
  await page.getByText('直通车：示例新材料产业园').waitFor()
  await screens.officerLooks(page, 'projects-only')
  await lead.openFromList(no)
}

async function meets(lead: AtDesk): Promise<void> {
  const { page, dialog } = lead
  await lead.press('召集会议')
  await page.getByLabel('几点开').fill('10:30')
  await page.getByLabel('在哪里开').fill('三楼会议室')
  await page.getByRole('checkbox', { name: '区卫生健康局', exact: true }).check()
  await page.getByLabel('会上要解决什么').fill('后厨排风要哪个部门认可')
  await screens.officerLooks(page, 'call-meeting')
  await lead.confirm('召集会议')
  await dialog.waitFor({ state: 'hidden' })
  house.clock.set(shanghai('2026-12-01T10:40'))
  await lead.press('登记会议议定事项')
  await dialog.getByText('交办事项', { exact: true }).click()
  await dialog.getByText('区卫生健康局', { exact: true }).click()
  await page.getByLabel('内容').fill('现场核对排风。')
  await page.getByLabel('几个工作日办完').fill('2')
  await dialog
    .getByRole('radiogroup', { name: '是不是办完才能作决定' })
    .getByText('是', { exact: true })
    .click()
  await screens.officerLooks(page, 'record-resolution')
  await lead.confirm('登记会议议定事项')
  await dialog.waitFor({ state: 'hidden' })
  await lead.press('结束会议，形成纪要')
  await page.getByLabel('会议情况').fill('当场商定由卫健局认可排风。')
  await lead.confirm('结束会议，形成纪要')
  await dialog.waitFor({ state: 'hidden' })
  await screens.officerLooks(page, 'meeting-held')
  expect(await lead.text()).toContain('协调会 2026年12月1日10:30')
}

/** A company's application, accepted; the place was looked at and the reviewer advises to grant. */
async function acceptedAndSeen(): Promise<string> {
  const filed = await (await house.as('clerk.hall')).call('POST', '/cases', await companyFiling(house))
  expect(filed).toMatchObject({ status: 200 })
  const { no } = filed.body as { no: string }
  const { materials } = await detailOf('clerk.hall', no)
  const checklist = materials.map(({ id, necessity, fromForm, paperOriginals }) => ({
    material: id,
    verdict: necessity === 'required' || fromForm || paperOriginals > 0 ? 'ok' : 'not-applicable',
  }))
  await call('clerk.hall', no, 'accept', { checklist })
  await call('reviewer.approval-bureau', no, 'record-survey', {
    ...{ surveyors: ['演示审查11', '演示审查12'], day: '2026-11-23', result: 'met' },
    text: '场所、设备和布局与布局图一致。',
  })
  await call('reviewer.approval-bureau', no, 'review', { opinion: 'grant', text: '符合许可条件。' })
  await house.settle()
  return no
}

async function asksTwo(no: string): Promise<void> {
  const lead = await atDesk(await screens.officer(), house, APPROVER)
  const { page } = lead
  await lead.openFromList(no)
  await lead.press('征求部门意见')
  await page.getByRole('checkbox', { name: '区市场监督管理局', exact: true }).check()
  await page.getByRole('checkbox', { name: '区卫生健康局', exact: true }).check()
  await page.getByLabel('请对方研究什么').fill('经营布局和卫生设施是否符合要求')
  await page.getByLabel('几个工作日内回复').fill('3')
  await screens.officerLooks(page, 'ask-opinions')
  await lead.confirm('征求部门意见')
  await lead.dialog.waitFor({ state: 'hidden' })
  expect(await lead.text()).toContain('等2个部门答复')
  await screens.officerLooks(page, 'opinions-asked')
  await page.context().close()
  await house.settle()
}

async function oneAnswers(no: string): Promise<void> {
  const asked = await atDesk(await screens.officer(), house, 'reviewer.market-supervision')
  const { page } = asked
  await asked.openFromList(no)
  expect(await asked.text()).toContain('经营布局和卫生设施是否符合要求')
  await asked.press('提出部门意见')
  await asked.dialog.getByText('同意', { exact: true }).click()
  await page.getByLabel('理由和要求').fill('经营布局符合要求。')
  await screens.officerLooks(page, 'give-opinion')
  await asked.confirm('提出部门意见')
  await asked.dialog.waitFor({ state: 'hidden' })
  expect(await asked.buttons()).toEqual([])
  await page.context().close()
  await house.settle()
}

async function decidesNotingTheSilence(no: string): Promise<void> {
  const lead = await atDesk(await screens.officer(), house, APPROVER)
  const { page } = lead
  await lead.openFromList(no)
  expect(await lead.text()).toContain('1个部门逾期未答复')
  await screens.officerLooks(page, 'opinion-overdue')
  await triesTooEarly(lead)
  await lead.press('不再等待逾期意见')
  await page.getByLabel('理由').fill('卫生设施已由现场勘验核实，现有材料足以作出决定。')
  await lead.confirm('不再等待逾期意见')
  await lead.confirm('确认不再等待逾期意见')
  await lead.dialog.waitFor({ state: 'hidden' })
  await lead.press('准予')
  await page.getByRole('textbox', { name: '决定内容' }).fill('准予从事热食类食品制售。')
  await lead.confirm('准予')
  await lead.dialog.waitFor({ state: 'hidden' })
  expect(await lead.text()).toContain('已作出决定，待制证')
  await page.context().close()
}

/** The sentence of the refusal says whom the decision waits for and what to do. */
async function triesTooEarly({ page, press, confirm, dialog }: AtDesk): Promise<void> {
  await press('准予')
  await page.getByRole('textbox', { name: '决定内容' }).fill('准予从事热食类食品制售。')
  await confirm('准予')
  await dialog.getByText(/区卫生健康局还没有答复，不能作出决定/).waitFor()
  await confirm('取消')
  await dialog.waitFor({ state: 'hidden' })
}

async function licenceOf(no: string): Promise<string> {
  const { papers } = await detailOf('clerk.hall', no)
  const grant = papers.find(({ kind }) => kind === 'grant')!
  const { cookie } = await house.as('clerk.hall')
  const reply = await house.app.inject({ method: 'GET', url: grant.url!, headers: { cookie } })
  return (await readText(reply.rawPayload)).replaceAll(/\s/g, '')
}

async function detailOf(who: string, no: string): Promise<CaseDetail> {
  const reply = await (await house.as(who)).call('GET', `/cases/${no}`)
  expect(reply).toMatchObject({ status: 200 })
  return reply.body as CaseDetail
}

async function call(who: string, no: string, act: string, input: object): Promise<void> {
  const reply = await (await house.as(who)).call('POST', `/cases/${no}/acts/${act}`, { input })
  expect([act, reply]).toMatchObject([act, { status: 200 }])
}
