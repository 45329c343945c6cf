import { describe, expect, test } from 'vitest'
import { axeViolations, launchBrowser, visitor } from '#platform/testing/browser.ts'
import { atWorkbench } from './testing/at-workbench.ts'
import { CASE_NO } from './testing/canned-case.ts'
import { answeredNotice, secondNotice } from './testing/canned-second-notice.ts'

// Real: the built workbench and Chromium. Canned: every answer of the server.
const at = atWorkbench({ launchBrowser, visitor, axeViolations })

const CASE = `/staff/cases/${CASE_NO}`
const NOTICE = `POST /cases/${CASE_NO}/acts/notify-supplement`
const key = (name: string) => at.page.keyboard.press(name)
const group = (name: string) => at.page.getByRole('group', { name, exact: true })
const opened = () =>
  at.open(CASE, {
    [`GET /cases/${CASE_NO}`]: answeredNotice,
    [NOTICE]: { no: CASE_NO, state: 'supplementing', version: 4 },
  })
const linesSent = () => (at.server.received[0]!.body as { input: { lines: unknown[] } }).input.lines

describe('CAS-15 the checklist of a second notice', () => {
  test('CAS-15 offers the points of the first to tick, and sends them in their own words', async () => {
    await opened()
    expect(await at.page.getByText('新交', { exact: true }).count()).toBe(1)
    await at.press('受理')
    // The form stands as it was judged; the identity card is the first line open.
    await key('3')
    await at.page.getByText('改为第2次补正告知', { exact: false }).waitFor()
    const card = group('居民身份证 补正告知的内容')
    const point = card.getByRole('checkbox', {
      name: '上次告知、仍未补正：身份证已过期。请提供有效期内的身份证。',
    })
    expect(await point.isChecked()).toBe(true)
    expect(await card.getByLabel('问题').count()).toBe(0)
    await card.getByLabel('还差什么').fill('新交的也已经过期。')
    await key('Escape')
    await key('j')
    await key('4')
    await at.looksWell()
    await at.confirm('一次告知补正')
    await at.confirm('确认发出')
    await at.page.getByText('“一次告知补正”已办好。').waitFor()
    expect(linesSent()).toEqual([
      {
        ...{ material: 'id-card', problem: '身份证已过期。', remedy: '请提供有效期内的身份证。' },
        still: '新交的也已经过期。',
      },
    ])
  })

  test('CAS-15 a paper the first notice did not name has nothing to tick, and cannot be sent', async () => {
    await opened()
    await at.press('受理')
    await key('1')
    await key('3')
    await group('委托书 补正告知的内容').getByText('上次没有告知这份材料的问题，现在不能再提。').waitFor()
    await at.confirm('一次告知补正')
    await at.page.getByRole('dialog').getByRole('link', { name: '“委托书”没有可以重复的问题' }).waitFor()
    expect(at.server.received).toEqual([])
  })

  test('CAS-15 a new point is folded away, and wants the paper that raised it and the reason, by keyboard alone', async () => {
    await opened()
    await at.press('受理')
    await key('1')
    await key('3')
    const letter = group('委托书 补正告知的内容')
    const fold = letter.getByRole('button', { name: '新补交的材料引出新问题' })
    expect(await fold.getAttribute('aria-expanded')).toBe('false')
    expect(await letter.getByLabel('为什么以前看不出').count()).toBe(0)
    await fold.focus()
    await key('Enter')
    const raised = group('委托书 新补交的材料引出新问题')
    // The only paper that came in is chosen already.
    expect(await raised.getByRole('radio', { name: '居民身份证' }).isChecked()).toBe(true)
    await key('Control+Enter')
    const alert = at.page.getByRole('dialog').getByRole('alert')
    for (const missing of ['新问题是什么', '新问题怎么补', '怎样引出', '至少六个字'])
      await alert.getByRole('link', { name: missing }).waitFor()
    await alert.getByRole('link', { name: '怎样引出' }).press('Enter')
    await key('ArrowDown')
    for (const [label, text] of [
      ['问题', '代办人与身份证不是同一人。'],
      ['怎么补', '请重新出具委托书。'],
      ['为什么以前看不出', '新交的身份证上是另一个姓名'],
    ] as const) {
      await raised.getByLabel(label, { exact: true }).focus()
      await at.page.keyboard.type(text)
    }
    await at.looksWell()
    await key('Control+Enter')
    await at.page.getByRole('button', { name: '确认发出' }).waitFor()
    await key('Control+Enter')
    await at.page.getByText('“一次告知补正”已办好。').waitFor()
    expect(linesSent()).toEqual([
      {
        ...{ material: 'agent-letter', problem: '代办人与身份证不是同一人。', remedy: '请重新出具委托书。' },
        raised: { by: 'id-card', ground: 'contradiction', why: '新交的身份证上是另一个姓名' },
      },
    ])
  })

  test('CAS-15 the case page tells apart what is asked again and what is new and why', async () => {
    await at.open(CASE, { [`GET /cases/${CASE_NO}`]: secondNotice })
    await at.page.getByText('已发出第2次补正告知，等申请人补正').waitFor()
    await at.page.getByText('还差：新交的也已经过期。').waitFor()
    await at.page.getByText('由申请人新补交的“居民身份证”引出').waitFor()
    await at.page.getByText('2026年11月16日第一次告知的1个问题').press('Enter')
    expect(await at.page.getByText('（仍未补正）').count()).toBe(1)
    await at.looksWell()
  })
})
