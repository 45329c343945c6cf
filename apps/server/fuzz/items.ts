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
  const { enquiryPhone } = got(await author.call('GET', `/items/${DRAFTED}`)) as { enquiryPhone: string }
  const edits = [{ at: '/enquiryPhone', value: '0533-0000896', was: { value: enquiryPhone } }]
  const caller = 'the author of items'
  const catalogue = '事项名称,基本编码,事项类型,实施主体\r\n示例补贴,370511999000,给付,民政局'
  return [
    right(caller, 'changes.change', 'GET', path),
    right(caller, 'changes.impact', 'GET', `${path}/impact`),
    right(caller, 'changes.actOnChange', 'POST', `${path}/acts/edit`, { input: { edits } }),
    right(caller, 'changes.openChange', 'POST', '/authoring/changes', { item: WAITING, reason }),
    right(caller, 'changes.openNewItem', 'POST', '/authoring/new-items', {
      ...{ name: '示例补贴申请', reason, from: { kind: 'copy', item: DRAFTED } },
    }),
    right(caller, 'changes.upperItems', 'GET', '/authoring/upper-items'),
    right(caller, 'changes.materialsInUse', 'GET', '/authoring/materials?q=身份证'),
    right(caller, 'changePreviews.previewGuide', 'GET', `${path}/preview`),
    right(caller, 'changePreviews.previewForm', 'GET', `${path}/preview/form`),
    right(caller, 'changePreviews.previewPaper', 'GET', `${path}/preview/papers/form-blank`),
    right(caller, 'subscriptions.subscribe', 'POST', '/item-subscriptions', {
      ...{ kind: 'item', subject: DRAFTED },
    }),
    right(caller, 'subscriptions.unsubscribe', 'DELETE', `/item-subscriptions/370304/item/${WAITING}`),
    right(caller, 'itemQuality.qualityOfItem', 'GET', `/item-quality/${DRAFTED}`),
    {
      ...{ caller, operation: 'exchangeFiles.checkCatalogueFile' },
      asked: {
        ...{ method: 'POST', url: '/api/v1/item-catalogue/check' },
        ...multipart(Buffer.from(catalogue), 'catalogue.csv'),
      },
    },
    right(caller, 'changes.differences', 'GET', `/items/${DRAFTED}/differences`),
    right(caller, 'guide.syncCopies', 'POST', '/guide-copies/sync', {}),
    right(caller, 'guide.guideComparison', 'GET', '/guide-copies/comparison?between=towns'),
    right(caller, 'guide.editCopy', 'POST', '/guide-copies/edit', {
      ...{ channel: 'portal', item: DRAFTED, field: 'fee', lines: ['不收费'] },
    }),
    right(caller, 'guide.restoreCopy', 'POST', '/guide-copies/restore', { channel: 'portal', item: DRAFTED }),
    right(caller, 'guide.copy', 'GET', `/guide-copies/portal/${DRAFTED}`),
    right(caller, 'guide.makeHandbook', 'POST', '/handbooks/town-list', {}),
    right(caller, 'guide.operatingProcedure', 'GET', `/operating-procedures/${DRAFTED}`),
  ]
}
