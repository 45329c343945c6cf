import { describe, expect, test } from 'vitest'
import type { CaseDetail } from '#capabilities/case/contract.ts'
import { axeViolations, launchBrowser, visitor } from '#platform/testing/browser.ts'
import { atWorkbench } from './testing/at-workbench.ts'
import { CASE_NO, detail } from './testing/canned-case.ts'
import { withGaps } from './testing/canned-paths.ts'

// Real: the built workbench and Chromium. Canned: every answer of the server.
const at = atWorkbench({ launchBrowser, visitor, axeViolations })

const CASE = `/staff/cases/${CASE_NO}`
const act = (name: string) => `POST /cases/${CASE_NO}/acts/${name}`
const answered = (detailOf: CaseDetail) => ({ [`GET /cases/${CASE_NO}`]: detailOf })
const key = (name: string) => at.page.keyboard.press(name)
const line = () =>
  at.page.evaluate<string>('document.activeElement.dataset.line ?? document.activeElement.tagName')
const pictured = () => at.page.getByRole('dialog').locator('.viewer')

describe('the papers lie beside the lines that judge them', () => {
  test('the line with the focus has its file open, and a PDF is shown in place', async () => {
    await at.open(CASE)
    await at.press('受理')
    await at.page.getByRole('dialog').waitFor()
    expect(await line()).toBe('application-form')
    await pictured().getByRole('heading', { name: '申请内容' }).waitFor()
    expect(await pictured().locator('dd').count()).toBe(detail.form.length)
    await key('j')
    await pictured().getByRole('img', { name: '居民身份证-1.png' }).waitFor()
    await key('ArrowDown')
    await pictured().getByTitle('委托书-1.pdf').waitFor()
    await key('k')
    await pictured().getByRole('img', { name: '居民身份证-1.png' }).waitFor()
    await at.looksWell()
  })

  test('verdicts are given by figures alone, and the last one leads to the button', async () => {
    await at.open(CASE, { [act('accept')]: { no: CASE_NO, state: 'accepted', version: 4 } })
    await at.press('受理')
    for (const verdict of ['1', '1', '4']) await key(verdict)
    expect(await at.focused()).toContain('受理')
    await key('Enter')
    await at.page.getByText('“受理”已办好。').waitFor()
    expect(at.server.received[0]!.body).toMatchObject({
      input: {
        checklist: [
          { material: 'application-form', verdict: 'ok' },
          { material: 'id-card', verdict: 'ok' },
          { material: 'agent-letter', verdict: 'not-applicable' },
        ],
      },
    })
  })

  test('what is being written is no command: figures stay figures, and Escape leads back to the line', async () => {
    await at.open(CASE)
    await at.press('受理')
    await key('1')
    await key('3')
    expect(await line()).toBe('id-card')
    await key('Enter')
    await key('Control+a')
    await at.page.keyboard.type('第1页缺2行jk')
    const problem = at.page.getByRole('group', { name: '居民身份证 补正告知的内容' }).getByLabel('问题')
    expect(await problem.inputValue()).toBe('第1页缺2行jk')
    await key('Escape')
    expect(await line()).toBe('id-card')
    await key('2')
    expect(await problem.inputValue()).toBe('第1页缺2行jk')
    expect(await at.page.getByRole('dialog').isVisible()).toBe(true)
  })

  test('nothing is lost with the connection: verdicts and notes stay and go out under the same request id', async () => {
    await at.open(CASE, { [act('notify-supplement')]: { no: CASE_NO, state: 'supplementing', version: 4 } })
    await at.press('受理')
    await key('1')
    await key('3')
    await key('Enter')
    await key('Control+a')
    await at.page.keyboard.type('身份证已过期。')
    const ids: (string | undefined)[] = []
    await at.page.route('**/acts/*', (route) => {
      ids.push(route.request().headers()['idempotency-key'])
      return route.abort('internetdisconnected')
    })
    await key('Escape')
    await key('j')
    await key('1')
    await key('Enter')
    const proof = at.page.getByRole('dialog').getByRole('alert')
    expect(await proof.innerText()).toContain('身份证已过期。')
    await key('Control+Enter')
    await at.page.getByRole('dialog').getByRole('button', { name: '一次告知补正', exact: true }).waitFor()
    await at.page.unroute('**/acts/*')
    await key('Control+Enter')
    await at.page.getByRole('button', { name: '确认发出' }).waitFor()
    await key('Control+Enter')
    await at.page.getByText('“一次告知补正”已办好。').waitFor()
    expect(at.server.received[0]!.requestId).toBe(ids[0])
    expect(at.server.received[0]!.body).toMatchObject({
      input: { lines: [{ material: 'id-card', problem: '身份证已过期。' }] },
    })
  })

  test('on a narrow screen the lines stand alone and files open in a window of their own', async () => {
    await at.open(CASE)
    await at.page.setViewportSize({ width: 390, height: 800 })
    await at.press('受理')
    const dialog = at.page.getByRole('dialog')
    await dialog.getByRole('link', { name: '居民身份证-1.png' }).waitFor()
    expect(await dialog.locator('.viewer').count()).toBe(0)
    await at.looksWell()
  })
})

describe('the one-time notice from its own button', () => {
  const idCard = detail.materials.find(({ id }) => id === 'id-card')!
  const bare = { ...idCard, paperOriginals: 0, paperCopies: 0, files: [] }
  const withoutCard: CaseDetail = {
    ...detail,
    materials: detail.materials.map((one) => (one.id === 'id-card' ? bare : one)),
  }

  test('has its own name, knows what was not handed in, and shows what the applicant will read', async () => {
    await at.open(CASE, {
      ...answered(withoutCard),
      [act('notify-supplement')]: { no: CASE_NO, state: 'supplementing', version: 4 },
    })
    await at.press('一次告知补正')
    const dialog = at.page.getByRole('dialog', { name: '一次告知补正' })
    await dialog.getByRole('button', { name: '一次告知补正', exact: true }).waitFor()
    const verdicts = dialog.getByRole('radiogroup', { name: '居民身份证 核对结论' })
    expect(await verdicts.getByRole('radio', { name: '缺少' }).isChecked()).toBe(true)
    await dialog.getByRole('button', { name: '居民身份证', exact: true }).focus()
    await pictured().getByText('没有收到“居民身份证”').waitFor()
    const preview = dialog.getByRole('region', { name: '发出后，申请人看到的是：' })
    expect(await preview.innerText()).toContain('没有收到“居民身份证”。')
    expect(await preview.innerText()).toContain('（依据：本事项办事指南的受理标准）')
    await at.looksWell()
    await at.confirm('其余已收到的都合格')
    await at.confirm('一次告知补正')
    await dialog.getByText('发出前再看一遍：申请人会收到下面的告知').waitFor()
    expect(await verdicts.isVisible()).toBe(false)
    await at.looksWell()
    await at.confirm('确认发出')
    await at.page.getByText('“一次告知补正”已办好。').waitFor()
    expect(at.server.received[0]!.body).toMatchObject({
      input: { lines: [{ material: 'id-card', basis: '本事项办事指南的受理标准' }] },
    })
  })

  test('wants to know what is wrong with a paper, and for a slip in the form names the way without a notice', async () => {
    const correct = { act: 'correct-form', title: '当场更正申请表', tone: 'normal' as const, input: {} }
    await at.open(CASE, answered({ ...detail, allowed: [...detail.allowed, correct] }))
    await at.press('一次告知补正')
    await key('3')
    await at.page.getByText('申请表填错的，可以用“当场更正申请表”当场改正').waitFor()
    const problem = at.page.getByRole('group', { name: '高龄津贴申请表 补正告知的内容' }).getByLabel('问题')
    expect(await problem.inputValue()).toBe('')
    await problem.fill('不符合要求。')
    await at.confirm('其余已收到的都合格')
    await at.confirm('一次告知补正')
    await at.page
      .locator('[data-material=application-form]')
      .getByText('请写明“高龄津贴申请表”哪里不符合要求')
      .waitFor()
    expect(at.server.received).toEqual([])
    await at.looksWell()
  })

  test('cannot be sent while nothing is missing or wrong', async () => {
    await at.open(CASE)
    await at.press('一次告知补正')
    await at.confirm('其余已收到的都合格')
    await at.page.getByText('没有缺少或不合格的材料，不能发补正告知。').waitFor()
    const send = at.page.getByRole('dialog').getByRole('button', { name: '一次告知补正', exact: true })
    expect(await send.isDisabled()).toBe(true)
  })

  test('“the rest is in order” says what is left and goes there, and so does a press too early', async () => {
    await at.open(CASE, answered(withoutCard))
    await at.press('受理')
    await at.confirm('其余已收到的都合格')
    await at.page.getByText('“居民身份证”没有收到，还没有结论').waitFor()
    expect(await line()).toBe('id-card')
    await key('j')
    await at.confirm('受理')
    await at.page.locator('[data-material=id-card]').getByText('请给“居民身份证”选一个核对结论').waitFor()
    expect(await line()).toBe('id-card')
  })
})

describe('only what may follow is missing (容缺受理)', () => {
  test('the checklist proposes it, and asks what the promise still has to say', async () => {
    await at.open(CASE, {
      ...answered(withGaps),
      [act('accept-with-gaps')]: { no: CASE_NO, state: 'accepted', version: 4 },
    })
    await at.press('受理')
    // What did not come stands first.
    for (const verdict of ['2', 'j', '1', '1']) await key(verdict)
    await at.page.getByText('只缺可以后补的材料（房屋租赁合同），其余齐全，可以容缺受理。').waitFor()
    await at.choose('缺的材料怎么办', '容缺受理，申请人承诺以后补交')
    await at.page.getByLabel('受理后几个工作日内补齐').fill('3')
    await at.choose('打算怎样补交', '送到窗口')
    await at.choose('申请人的书面承诺', '申请人已在承诺书上签名，原件留存')
    await at.looksWell()
    await at.confirm('容缺受理')
    await at.page.getByText('“容缺受理”已办好。').waitFor()
    expect(at.server.received[0]!.body).toEqual({
      version: 3,
      input: { gaps: ['lease'], days: 3, how: 'at-window', signed: 'on-paper', inOrder: true },
    })
  })

  test('as soon as a required paper is missing too, it is the one-time notice and nothing else', async () => {
    await at.open(CASE, answered(withGaps))
    await at.press('受理')
    for (const verdict of ['2', 'j', '1', '2']) await key(verdict)
    await at.page.getByText('有2项要补正').waitFor()
    expect(await at.page.getByRole('radiogroup', { name: '缺的材料怎么办' }).count()).toBe(0)
  })

  test('every line is still judged for a case in which nothing may follow', async () => {
    await at.open(CASE, answered(detail))
    await at.press('受理')
    for (const verdict of ['1', '1', '2']) await key(verdict)
    await at.page.getByText('有1项要补正').waitFor()
    expect(await at.page.getByRole('radiogroup', { name: '缺的材料怎么办' }).count()).toBe(0)
  })
})
