import { expect, test } from 'vitest'
import { axeViolations, launchBrowser, visitor } from '#platform/testing/browser.ts'
import { atWorkbench } from './testing/at-workbench.ts'
import { CASE_NO } from './testing/canned-case.ts'
import { LICENCE_NO } from './testing/canned-licences.ts'
import { session } from './testing/canned-office.ts'
import { refused } from './testing/canned-server.ts'

// Real: the built workbench and Chromium. Canned: every answer of the server.
const at = atWorkbench({ launchBrowser, visitor, axeViolations })
const LICENCE = encodeURIComponent(LICENCE_NO)
const FAULT = refused('fault', '系统出了故障，请稍后再试。', 500)

/** Every page and every tab, the request it lives on, and who opens it; a press leads there where an address does not. */
const PAGES: readonly [title: string, path: string, request: string, role: string, press?: string][] = [
  ['work list', '/staff/cases', 'GET /cases', 'window-clerk'],
  ['everything open', '/staff/all', 'GET /cases', 'supervisor'],
  ['approvals: cases', '/staff/approvals', 'GET /cases', 'approver'],
  ['approvals: licences', '/staff/approvals', 'GET /licences', 'approver'],
  ['case', `/staff/cases/${CASE_NO}`, `GET /cases/${CASE_NO}`, 'window-clerk'],
  ['facts of a case', `/staff/cases/${CASE_NO}`, `GET /cases/${CASE_NO}/facts`, 'window-clerk', '办理记录'],
  ['items to choose', '/staff/intake', 'GET /items', 'window-clerk'],
  ['intake', '/staff/intake/elderly-allowance', 'GET /items/elderly-allowance', 'window-clerk'],
  ['intake of a draft', '/staff/intake/elderly-allowance?draft=d1', 'GET /drafts/d1', 'window-clerk'],
  ['receipt', `/staff/receipts/${CASE_NO}`, `GET /cases/${CASE_NO}`, 'window-clerk'],
  ['licences', '/staff/licences', 'GET /licences', 'approver'],
  ['licence', `/staff/licences/${LICENCE}`, `GET /licences/${LICENCE}`, 'approver'],
  ['certificates', '/staff/certificates', 'GET /certificates', 'village-agent'],
  ['kinds of certificates', '/staff/certificates/new', 'GET /certificates/types', 'village-agent'],
  ['certificate', '/staff/certificates/c1', 'GET /certificates/c1', 'village-agent'],
  ['bills that were paid', '/staff/utilities', 'GET /books/utility-payment', 'village-agent'],
  ['powers', '/staff/powers', 'GET /powers', 'power-registrar'],
  ['item quality', '/staff/item-quality', 'GET /item-quality', 'supervisor'],
  ['residency', '/staff/residency', 'GET /residency', 'supervisor'],
  ['units in the hall', '/staff/residency?view=units', 'GET /residency/units', 'supervisor'],
  ['lists by version', '/staff/residency?view=town-list', 'GET /lists', 'supervisor'],
  ['data elements', '/staff/data-elements', 'GET /data-elements', 'supervisor'],
  ['standard papers', '/staff/data-elements?view=papers', 'GET /standard-papers', 'supervisor'],
  ['powers by tier', '/staff/item-tiers', 'GET /power-boundary', 'supervisor'],
  [
    'differences from the tiers above',
    '/staff/item-tiers?view=differences',
    'GET /item-differences',
    'supervisor',
  ],
  [
    'who set what',
    '/staff/item-tiers?view=lineage&item=elderly-allowance',
    'GET /items/elderly-allowance/lineage',
    'supervisor',
  ],
  ['delegation', '/staff/delegation', 'GET /delegation/batches', 'organiser'],
  ['items of both tiers', '/staff/delegation?view=both-tiers', 'GET /delegation/both-tiers', 'supervisor'],
  ['sorting', '/staff/delegation?view=sorting', 'GET /delegation/sorting-rounds', 'organiser'],
  ['sinking to stations', '/staff/delegation?view=sinking', 'GET /delegation/sinking', 'director'],
  ['guiding catalogue', '/staff/delegation?view=guiding', 'GET /delegation/guiding-counties', 'item-author'],
  ['catalogue files', '/staff/item-imports', 'GET /item-imports', 'item-approver'],
  ['lines of the directory', '/staff/item-imports', 'GET /directory-lines', 'item-approver', '待编制目录'],
  ['items of other systems', '/staff/item-imports', 'GET /outside-items', 'item-approver', '系统事项对应'],
  ['catalogue file', '/staff/item-imports/r1', 'GET /item-imports/r1', 'item-approver'],
  ['item changes', '/staff/item-changes', 'GET /authoring/changes', 'item-author'],
  ['item change', '/staff/item-changes/c1', 'GET /authoring/changes/c1', 'item-author'],
  ['draft of an item', '/staff/item-changes/c1/edit', 'GET /authoring/changes/c1', 'item-author'],
  ['news of items', '/staff/item-news', 'GET /item-news', 'item-author'],
  ['books', '/staff/books', 'GET /books', 'power-registrar'],
  ['book', '/staff/books/entrustment', 'GET /books/entrustment', 'power-registrar'],
  ['entry of a book', '/staff/books/entrustment/b1', 'GET /books/entrustment/entries/b1', 'power-registrar'],
  ['channels of guides', '/staff/guides', 'GET /guide-copies/differences', 'supervisor'],
  ['unified fields', '/staff/guides', 'GET /guide-copies/comparison', 'item-author', '七项统一对照'],
  ['handbooks', '/staff/guides', 'GET /handbooks', 'item-author', '清单和手册'],
  ['cited laws', '/staff/guides', 'GET /cited-laws', 'item-author', '依据的法规'],
  ['disclosure gaps', '/staff/guides', 'GET /disclosure-gaps', 'supervisor', '公开信息缺项'],
  ['places and bodies', '/staff/organisation', 'GET /ground', 'organiser'],
  ['reform reports', '/staff/reform', 'GET /reform-reports', 'supervisor'],
  ['seals', '/staff/seals', 'GET /seals', 'power-registrar'],
  ['uses of seals', '/staff/seals', 'GET /seal-uses', 'power-registrar', '印章使用记录'],
  ['duty', '/staff/duty', 'GET /duty', 'window-clerk'],
  ['indicators', '/staff/supervision', 'GET /indicators', 'supervisor'],
  ['alerts', '/staff/supervision', 'GET /alerts', 'supervisor', '预警'],
  ['findings', '/staff/supervision', 'GET /findings', 'supervisor', '超权限·超时限·逆程序'],
  ['attempts', '/staff/supervision', 'GET /attempts', 'supervisor', '越权记录'],
  ['imports', '/staff/supervision', 'GET /imports', 'supervisor', '数据导入监督'],
  ['re-engineering', '/staff/supervision', 'GET /reengineering', 'supervisor', '流程再造对照'],
  ['stuck cases', '/staff/supervision', 'GET /gaps', 'supervisor', '卡住的办件'],
  ['poor ratings', '/staff/rectifications', 'GET /rectifications', 'director'],
  ['poor rating', '/staff/rectifications/r1', 'GET /rectifications/r1', 'director'],
  ['accounts', '/staff/accounts', 'GET /accounts', 'system-admin'],
  ['posts', '/staff/posts', 'GET /posts', 'security-admin'],
  ['audit', '/staff/audit', 'GET /audit', 'audit-admin'],
]

test.each(PAGES)(
  '%s: grey lines while it is read, a sentence and a button when it cannot be',
  async (_title, path, request, role, press) => {
    let calls = 0
    const answered = Promise.withResolvers<void>()
    const reply = async () => {
      calls += 1
      await answered.promise
      return FAULT
    }
    await at.go(path, { 'GET /session': session(role), [request]: reply })
    if (press !== undefined) await at.page.getByRole('tab', { name: press }).click()
    await at.page.locator('.skeleton').last().waitFor()
    expect(await at.page.getByText('正在读取…').count()).toBeGreaterThan(0)
    answered.resolve()
    const alert = at.page.getByRole('alert').filter({ hasText: '系统出了故障，请稍后再试。' })
    await alert.waitFor()
    expect(await at.page.locator('h1').count()).toBe(1)
    await at.looksWell()
    const before = calls
    await alert.getByRole('button', { name: '重新读取' }).click()
    await expect.poll(() => calls).toBeGreaterThan(before)
  },
)

test.each([
  ['a power', '/staff/powers', '登记下放或委托'],
  ['a seal', '/staff/seals', '启用印章'],
])(
  'the form for %s opens at once, and says so when its choices cannot be read',
  async (_what, path, press) => {
    await at.open(path, {
      'GET /session': session('power-registrar'),
      'GET /powers': { items: [] },
      'GET /seals': { items: [] },
      'GET /power-choices': FAULT,
    })
    await at.page.getByRole('button', { name: press }).click()
    const dialog = at.page.getByRole('dialog')
    await dialog.getByRole('alert').getByText('系统出了故障').waitFor()
    await at.looksWell()
    expect(await dialog.getByRole('button', { name: '重新读取' }).count()).toBe(1)
  },
)
