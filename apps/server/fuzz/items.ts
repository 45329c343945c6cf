import { multipart, type Stage } from '../matrix/stage.ts'
import { got, right, type Right } from './right.ts'

/** Items of civil affairs whose drafts nobody else touches. */
const [DRAFTED, WAITING] = ['extreme-poverty-support', 'disability-two-subsidies'] as const

/** A draft on the author's desk, and one that could be begun. */
export async function itemsInWork(stage: Stage): Promise<Right[]> {
  const author = await stage.as('author.civil-affairs')
  const reason = '更换咨询电话'
  const { id } = got(await author.call('POST', '/authoring/changes', { item: DRAFTED, reason })) as {
    id: string
  }
  const path = `/authoring/changes/${id}`
  const edits = [{ at: '/enquiryPhone', value: '0533-0000896' }]
  const caller = 'the author of items'
  const catalogue = '事项名称,基本编码,事项类型,实施主体\r\n示例补贴,370511999000,给付,民政局'
  return [
    right(caller, 'changes.change', 'GET', path),
    right(caller, 'changes.impact', 'GET', `${path}/impact`),
    right(caller, 'changes.actOnChange', 'POST', `${path}/acts/edit`, { input: { edits } }),
    right(caller, 'changes.openChange', 'POST', '/authoring/changes', { item: WAITING, reason }),
    right(caller, 'itemQuality.qualityOfItem', 'GET', `/item-quality/${DRAFTED}`),
    {
      ...{ caller, operation: 'exchangeFiles.checkCatalogueFile' },
      asked: {
        ...{ method: 'POST', url: '/api/v1/item-catalogue/check' },
        ...multipart(Buffer.from(catalogue), 'catalogue.csv'),
      },
    },
    right(caller, 'changes.differences', 'GET', `/items/${DRAFTED}/differences`),
  ]
}
