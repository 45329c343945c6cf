import { describe, expect, test } from 'vitest'
import { axeViolations, launchBrowser, visitor } from '#platform/testing/browser.ts'
import { atWorkbench } from './testing/at-workbench.ts'
import { CASE_NO, unknownAct } from './testing/canned-case.ts'
import { addPaperAtWindow, answerUrge, urge, urgedCase, urgedList } from './testing/canned-urging.ts'
import { itemDraft, itemNews } from './testing/canned-item-draft.ts'
import { session } from './testing/canned-office.ts'
import { refused, type Canned } from './testing/canned-server.ts'
import { allow, CASE, deny, fillApplication, fillDenial, signedOut } from './testing/filled-in.ts'

// Real: the built workbench and Chromium. Canned: every answer of the server.
const at = atWorkbench({ launchBrowser, visitor, axeViolations })
const { open, confirm } = at

const press = (name: string) => at.page.getByRole('button', { name, exact: true }).click()

describe('every page is clean under axe and fits its screen', () => {
  const nothing = async () => {}
  test.each<[string, string, Canned, () => Promise<void>]>([
    [
      'sign-in',
      '/staff/',
      { 'GET /session': signedOut },
      async () => {
        await at.page.getByText('演示账号：选一个岗位试试').click()
        await at.page.getByText('窗口收件（1个）').click()
        await at.page.getByText('clerk.hall').waitFor()
      },
    ],
    ['work list', '/staff/cases', {}, nothing],
    ['empty work list', '/staff/cases', { 'GET /cases': { items: [] } }, nothing],
    [
      'work list with an urged case and fresh papers',
      '/staff/cases',
      { 'GET /cases': { items: urgedList } },
      async () => {
        await at.page.getByText('有人催办，先办这些').waitFor()
        await at.page.getByText('申请人又交了2样材料').waitFor()
        await at.page.getByText('已补正，待复核').waitFor()
      },
    ],
    [
      'work list that cannot be read',
      '/staff/cases',
      { 'GET /cases': refused('fault', '系统出了故障。', 500) },
      nothing,
    ],
    ['item search', '/staff/intake', {}, () => at.page.getByText('食品经营许可', { exact: true }).waitFor()],
    ['intake with errors', '/staff/intake/elderly-allowance', {}, () => press('下一步：核对')],
    [
      'intake read back',
      '/staff/intake/elderly-allowance',
      {},
      async () => {
        await fillApplication(at.page)
        await press('下一步：核对')
      },
    ],
    ['receipt', `/staff/receipts/${CASE_NO}`, {}, nothing],
    ['case', CASE, {}, nothing],
    ['story of a case', CASE, {}, () => at.page.getByRole('tab', { name: '经过' }).click()],
    ['facts of a case', CASE, {}, () => at.page.getByRole('tab', { name: '办理记录' }).click()],
    [
      'one-time notice',
      CASE,
      {},
      async () => {
        await press('受理')
        await at.page.getByRole('radiogroup', { name: '居民身份证 核对结论' }).getByText('不合格').click()
        await confirm('一次告知补正')
      },
    ],
    ['reasoned act', CASE, allow(deny), () => fillDenial(at.page)],
    ['act without a form of its own', CASE, allow(unknownAct), () => press('延长期限')],
    ['urging somebody', CASE, allow(urge), () => press('催办')],
    [
      'urging with nothing written',
      CASE,
      allow(urge),
      async () => {
        await press('催办')
        await confirm('催办')
        await at.page.getByRole('dialog').getByRole('alert').first().waitFor()
      },
    ],
    ['answering an urge', CASE, allow(answerUrge), () => press('答复催办')],
    [
      'papers the applicant brings unasked',
      CASE,
      allow(addPaperAtWindow),
      () => press('接收申请人再交的材料'),
    ],
    [
      'an urge answered from its card',
      CASE,
      urgedCase,
      async () => {
        const card = at.page.getByRole('region', { name: '催办' })
        await card.getByRole('button', { name: '答复催办', exact: true }).click()
        await at.page.getByRole('dialog').getByText('请今天下班以前核对完材料').waitFor()
      },
    ],
    ['a case somebody urged', CASE, urgedCase, () => at.page.getByText('1次等答复').first().waitFor()],
    ['reveal', CASE, {}, () => press('查看明文')],
    [
      'news of items',
      '/staff/item-news',
      itemNews,
      () => at.page.getByText('承诺时限改为：8个工作日').waitFor(),
    ],
    [
      'draft of an item',
      '/staff/item-changes/c1/edit?part=form',
      itemDraft,
      () => at.page.getByRole('button', { name: '增加一个填写项' }).click(),
    ],
    ['process of a draft', '/staff/item-changes/c1/edit?part=limits', itemDraft, nothing],
    [
      'a draft compared',
      '/staff/item-changes/c1',
      itemDraft,
      () => at.page.getByRole('tab', { name: '对照' }).click(),
    ],
    ['a new item', '/staff/item-changes', itemDraft, () => press('新增一个事项')],
    ['channels of guides', '/staff/guides', { 'GET /session': session('item-author') }, nothing],
    ...['七项统一对照', '清单和手册', '依据的法规', '公开信息缺项'].map(
      (tab): [string, string, Canned, () => Promise<void>] => [
        `guides: ${tab}`,
        '/staff/guides',
        { 'GET /session': session('item-author', 'supervisor') },
        () => at.page.getByRole('tab', { name: tab }).click(),
      ],
    ),
    ['procedure beside a case', CASE, {}, () => at.page.getByRole('tab', { name: '工作规程' }).click()],
    ['accounts', '/staff/accounts', { 'GET /session': session('system-admin') }, nothing],
    ['posts', '/staff/posts', { 'GET /session': session('security-admin') }, nothing],
    ['audit', '/staff/audit', { 'GET /session': session('audit-admin') }, nothing],
  ])('%s', async (_title, path, replies, go) => {
    await open(path, replies, 'phone')
    await go()
    for (const width of [360, 1280]) {
      await at.page.setViewportSize({ width, height: 800 })
      await at.page.getByText('正在读取…').first().waitFor({ state: 'detached' })
      expect(await axeViolations(at.page), `${width} px`).toEqual([])
      expect(await at.page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(
        width,
      )
    }
  })

  test('larger text keeps to a phone and stays chosen', async () => {
    await open(CASE, {}, 'phone')
    await press('大字')
    await at.page.reload()
    await at.page.getByRole('button', { name: '标准字' }).waitFor()
    expect(await at.page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360)
    expect(await axeViolations(at.page)).toEqual([])
  })
})

test.each([
  [['window-clerk'], ['窗口收件', '待办', '证照台账', '开具证明', '代收水电气暖费', '台账', '离岗与顶岗']],
  [['village-agent'], ['代办收件', '代办的办件', '开具证明', '代收水电气暖费', '离岗与顶岗']],
  [['approver'], ['待办', '待我批', '证照台账', '离岗与顶岗']],
  [['head'], ['待办', '待我批', '进驻管理', '事项下放', '离岗与顶岗']],
  [
    ['director'],
    [
      '全部办件',
      '监督',
      '差评整改',
      '证照台账',
      '开具证明',
      '代收水电气暖费',
      '事项更新',
      '事项质量',
      '数据元',
      '事项层级',
      '办事指南管理',
      '权责清单',
      '进驻管理',
      '事项下放',
      '机构和场所',
      '改革报告',
      '台账',
      '印章',
      '离岗与顶岗',
    ],
  ],
  [
    ['power-registrar'],
    ['事项更新', '事项质量', '数据元', '事项层级', '权责清单', '进驻管理', '事项下放', '台账', '印章'],
  ],
  [
    ['item-author'],
    [
      '事项变更',
      '事项更新',
      '目录导入',
      '事项质量',
      '数据元',
      '事项层级',
      '办事指南管理',
      '进驻管理',
      '事项下放',
      '台账',
    ],
  ],
  [['system-admin'], ['账号']],
  [['security-admin'], ['岗位']],
  [['audit-admin'], ['审计']],
])('a post with %j finds %j', async (roles, titles) => {
  await open('/staff/', { 'GET /session': session(...roles) })
  expect(await at.page.getByRole('navigation').getByRole('link').allTextContents()).toEqual(titles)
})

test('urgency is said in words, and j opens the way to the first case', async () => {
  await open('/staff/cases')
  for (const words of ['已超期3个工作日', '今天到期', '还有5个工作日', '12月2日到期']) {
    await at.page.getByText(words, { exact: true }).waitFor()
  }
  await at.page.keyboard.press('j')
  expect(await at.page.evaluate<string>('document.activeElement.textContent')).toBe(
    '户口迁入（夫妻投靠）登记',
  )
})
