import type { Page } from 'playwright-core'
import { creditCodeCheck } from '#ui/form/credit-code.ts'
import { legalDay } from '#platform/clock.ts'
import type { TestHouse } from '../../apps/server/testing/house.ts'

export const FOOD_LICENCE = 'food-business-licence'
export const HALL = 'hall-370304'

/** A noodle shop of one man who may promise, and a company whose kitchen is looked at. */
export const NOODLE_SHOP = {
  name: '博山示例面馆（测试甲）',
  creditCode: invented('92', '1'),
  owner: '测试甲',
}
export const COMPANY = { name: '博山示例餐饮有限公司', creditCode: invented('91', '2'), owner: '测试乙' }

function invented(kind: '91' | '92', sequence: string): string {
  const body = `${kind}370304DEM${sequence.padStart(6, '0')}`
  return body + creditCodeCheck(body)
}

/** The application of the noodle shop as the clerk takes it down on the screen. */
export async function fillFoodLicence(page: Page, { name, creditCode, owner }: typeof NOODLE_SHOP) {
  const fill = (label: string, value: string) => page.getByLabel(label, { exact: true }).fill(value)
  const choose = (question: string, answer: string) =>
    page.getByRole('radiogroup', { name: question, exact: true }).getByText(answer, { exact: true }).click()
  await fill('名称', name)
  await fill('统一社会信用代码', creditCode)
  await fill('法定代表人（负责人、经营者）姓名', owner)
  await fill('联系电话', '19900000301')
  await fill('住所', '博山区山头街道秋谷村30号')
  const village = page.getByRole('group', { name: '经营场所所在镇（街道）、村（社区）' })
  for (const [list, place] of [
    ['镇（街道）', '山头街道'],
    ['村（社区）', '秋谷村委会'],
  ] as const) {
    await village.getByRole('combobox', { name: list }).fill(place)
    await page.getByTitle(place, { exact: true }).last().click()
  }
  await fill('经营场所详细地址', '博山区山头街道秋谷村30号')
  await fill('经营场所面积（平方米）', '60')
  await page.getByLabel('热食类食品制售').check()
  await choose('是否在网上销售或者送外卖', '否')
  await choose('是否使用自动设备', '否')
  await fill('从业人员人数', '3')
  await fill('其中已取得健康证明的人数', '3')
  await fill('食品安全管理人员姓名', owner)
  await fill('食品安全管理人员电话', '19900000301')
  await choose('是否由他人代办', '否')
}

/** The company's application as it stands in the clerk's other window; the result goes by post. */
export async function companyFiling({ house, clock, onboarded }: TestHouse) {
  const found = await house.catalogue.itemInForce(onboarded.area, FOOD_LICENCE, legalDay(clock.now()))
  const { item } = found!
  const address = '博山区山头街道秋谷村31号'
  return {
    item: item.id,
    itemVersion: item.version,
    region: '370304004207',
    acceptPlace: HALL,
    delivery: 'post',
    // One company applies in several of these stories.
    again: { reason: '与前一件不是同一个经营场所' },
    postal: { receiver: COMPANY.owner, phone: '19900000302', address },
    form: {
      ...{ applicantKind: 'company', name: COMPANY.name, creditCode: COMPANY.creditCode },
      ...{ legalRepresentative: COMPANY.owner, phone: '19900000302', registeredAddress: address },
      ...{ premisesRegion: '370304004207', premisesAddress: address, premisesArea: '260' },
      ...{ businessKind: 'catering', items: ['hot-food'], sellsOnline: 'no', usesVendingMachines: 'no' },
      ...{ staffCount: '12', healthCertificateCount: '12', byAgent: 'no' },
      ...{ safetyManagerName: COMPANY.owner, safetyManagerPhone: '19900000302' },
    },
    materials: [
      'subject-qualification',
      'layout-and-equipment',
      'operation-process',
      'food-safety-rules',
    ].map((material) => ({ material, files: [], paperOriginals: 1, paperCopies: 1 })),
  }
}
