import path from 'node:path'
import { expect, test } from 'vitest'
import { readItems } from '#capabilities/catalogue/index.ts'
import { packFolder } from '#capabilities/organisation/index.ts'
import { citesLaw } from './cites-law.ts'

test.each([
  ['《森林法》第五十九条'],
  ['依据《中华人民共和国森林法》第五十九条第一款，需要鉴定。'],
  ['《森林法》第59条'],
  ['《森林法》实施条例第十六条'],
  ['《森林法实施条例》第十六条'],
  ['《食品经营许可和备案管理办法》第十三条第一款第三项'],
  ['《食品经营许可和备案管理办法》（国家市场监督管理总局令第78号）第十三条'],
  ['《社会救助暂行办法》（2019年修订）第四十八条'],
  ['《医疗机构管理条例实施细则》第八条'],
  ['《山东省行政程序规定》第二十条'],
  ['《淄博市城市供热管理办法》第九条'],
  ['《内蒙古自治区实施办法》第三条'],
  ['《城市社区服务管理办法》第三条'],
  ['《国务院对确需保留的行政审批项目设定行政许可的决定》附件第三十五项'],
  ['行政许可法第三十二条第一款第二项'],
  ['参照行政许可法第七十条第五项'],
  ['人力资源市场暂行条例第十八条'],
  ['根据土地管理法第五十七条第一款、第二款'],
  ['民法典第一千一百二十一条'],
  ['中华人民共和国社会保险法第三十条第二款'],
  ['见会议纪要，另依据《森林法》第五十六条'],
])('%s names law', (text) => {
  expect(citesLaw(text)).toBe(true)
})

test.each([
  ['内部规定第三条'],
  ['《内部管理规定》第三条'],
  ['本单位《管理办法》第二条'],
  ['本局《行政审批运行规定》第二条'],
  ['《本单位考核规定》第五条'],
  ['局长办公会会议纪要第三条'],
  ['《局务会议纪要》第三条'],
  ['《关于加强管理的通知》第三条'],
  ['《关于进一步优化服务的意见》第三条'],
  ['通知第二条'],
  ['《窗口工作规则》第四条'],
  ['《政务服务中心大厅管理办法》第四条'],
  ['《博山区行政审批管理办法》第四条'],
  ['《淄博市博山区临时救助规定》第四条'],
  ['《源泉镇人民政府工作规定》第四条'],
  ['《某街道办事处管理办法》第四条'],
  ['《管理办法》第三条'],
  ['《有关规定》第三条'],
  ['《关于简化手续的决定》第二条'],
  ['该办法第三条'],
  ['食品经营许可和备案管理办法第十三条'],
  ['通行做法第三条'],
  ['办法第三条'],
  ['依法第三条'],
  ['《森林法》有关规定'],
  ['《森林法》'],
  ['没有依据'],
  ['按惯例办理，领导批示同意'],
  ['根据相关法律法规的规定'],
  ['第三十二条'],
  ['服务指南第三条'],
  ['村规民约第六条'],
  [''],
])('%s names none', (text) => {
  expect(citesLaw(text)).toBe(false)
})

test('a rule on which the published guide stands needs no marks, and an office paper listed there stays one', () => {
  const known = [{ law: '《食品经营许可和备案管理办法》' }, { law: '《关于优化审批的通知》' }]
  expect(citesLaw('食品经营许可和备案管理办法第十三条', known)).toBe(true)
  expect(citesLaw('食品经营许可和备案管理办法', known)).toBe(false)
  expect(citesLaw('关于优化审批的通知第三条', known)).toBe(false)
})

test('every law an item of the pack is set on is recognised by its name and article', () => {
  const { items } = readItems(path.join(packFolder('boshan-2020'), 'items'))
  const missed = items.flatMap(({ legalBasis }) => {
    return legalBasis
      .filter(({ article }) => /^第.+条/.test(article))
      .map(({ law, article }) => `${law}${article}`)
      .filter((text) => !citesLaw(text))
  })
  expect(missed).toEqual([])
})
