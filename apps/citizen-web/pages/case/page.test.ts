import { expect, test } from 'vitest'
import { renderPage } from '#ui/html.ts'
import { pageExamples } from '../../examples/pages/index.ts'

const pages = new Map(pageExamples().map(({ title, node }) => [title, renderPage(node)]))
const page = (title: string): string => pages.get(title)!
/** Words that the page lacks, or that stand before the ones they should follow. */
function astray(title: string, ...words: string[]): string[] {
  let from = 0
  return words.filter((one) => {
    const at = page(title).indexOf(one, from)
    if (at !== -1) from = at
    return at === -1
  })
}

test('the list says which matter waits for me, and which stands still, why, and until when', () => {
  const list = page('matters')
  expect(list).toContain('等您补交说好以后补的材料，最晚2026年11月27日')
  expect(list).toContain('暂停计时')
  expect(list).toContain('正在进行专家评审，由示例县行政审批服务局组织，预计到2026年12月8日（星期二）')
  expect(list).toContain('办理时间从11月20日起暂停计算')
})

test('what a notice asks stands before everything else, line by line, and giving up stands last', () => {
  expect(
    astray('case-supplementing', '需要您补', '。', '看要补什么，去补', '办到哪一步了', '办理经过'),
  ).toEqual([])
  expect(astray('case', '办到哪一步了', '最晚到哪一天', '申请的内容', '撤回这次申请')).toEqual([])
})

test('a tolerated gap names the papers and the day before anything is pressed', () => {
  expect(
    astray(
      'case-gaps',
      ...[
        '需要您：补交说好以后补的材料',
        '房屋租赁合同：容缺受理时说好以后补交',
        '最晚2026年11月27日（星期五）',
      ],
      ...['/acts/supply-gap', '办到哪一步了'],
    ),
  ).toEqual([])
})

test('where it stands, who acts and until when is said first, in the list and on the page', () => {
  const said = '由示例县行政审批服务局的审查人员审查，再由审批人员作出决定，最晚2026年11月27日（星期五）'
  for (const title of ['case', 'matters', 'query-found'])
    expect([title, page(title).includes(said)]).toEqual([title, true])
})

test('a pause is told above the steps; ended limits lie apart from those that run', () => {
  expect(
    astray('case-paused', '办理时间暂停计算', '专家评审（预计到2026年12月8日）', '办到哪一步了'),
  ).toEqual([])
  expect(
    astray('case-forwarded', '已转报示例市自然资源和规划局', '办到哪一步了', '当时的期限', '已经结束的期限'),
  ).toEqual([])
  expect(page('case-forwarded')).not.toContain('最晚到哪一天')
})

test('the guide tells the further lawful paths with their basis, below the ordinary steps', () => {
  expect(
    astray('guide', '怎么一步步办', '还可能遇到的情形', '听证', '行政许可法第四十六条、第四十七条'),
  ).toEqual([])
})

test('the guide asks which paper is the right one before it lists conditions; what was found does so before the list', () => {
  expect(astray('guide', '夜市摆摊，要办哪样', '先办营业执照', '（您在看的）', '办集市', '办给：')).toEqual(
    [],
  )
  expect(astray('search-in-order', '夜市摆摊，按这个顺序办', '办集市', 'item-list')).toEqual([])
})

test('the guide tells an extension and a hearing once, and keeps what only the item lists', () => {
  const guide = page('guide')
  expect(guide).not.toContain('延长决定期限')
  expect(guide.match(/<strong>延长期限<\/strong>/g)).toHaveLength(1)
})

test('who applies for the same once more is asked why, right where it is filed', () => {
  expect(
    astray('apply-check-twin-wrong', '同一个申请人的这个事项正在办理', '为什么还要再申请一件', '确认提交'),
  ).toEqual([])
})
