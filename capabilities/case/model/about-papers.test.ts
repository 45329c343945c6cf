import { expect, test } from 'vitest'
import { citesSupplement, isAboutPapers } from './about-papers.ts'

test.each([
  ['材料不齐全'],
  ['申请材料不齐'],
  ['缺少土地权属证明'],
  ['没有提供身份证复印件'],
  ['身份证复印件不清晰，看不清号码'],
  ['未提交家庭成员的户口簿'],
  ['申请表没有签字'],
  ['申请表填写错误，请重新填'],
  ['营业执照过期'],
  ['所交材料不符合法定形式'],
  ['请补正后再来申请'],
  ['材料 不全'],
  ['照片不符合要求'],
])('%s is a reason for a notice of what is missing', (reason) => {
  expect(isAboutPapers(reason)).toBe(true)
})

test.each([
  ['申请的事项不属于本机关职权范围'],
  ['零星树木不需要许可'],
  ['材料显示经营场所在邻区，应当向邻区的机关申请'],
  ['申请人一年内不得再次申请这项许可'],
  ['提供的证明系伪造'],
  ['同一林木已经由他人取得许可证'],
  ['按照服务指南和申请人的说明提出'],
  ['申请人不是该户的家庭成员，没有申请资格'],
])('%s is none', (reason) => {
  expect(isAboutPapers(reason)).toBe(false)
})

test.each([
  ['行政许可法第三十二条第一款第四项', true],
  ['《中华人民共和国行政许可法》第三十二条第一款第三项', true],
  ['行政许可法第三十二条第（四）项', true],
  ['行政许可法第三十二条第一款第二项', false],
  ['行政许可法第三十二条', false],
  ['行政许可法第七十八条', false],
])('%s asks for papers: %s', (basis, asks) => {
  expect(citesSupplement(basis)).toBe(asks)
})
