import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { packFolder } from '#capabilities/organisation/index.ts'
import { checkPack, worded } from './check.ts'

// Real: the whole Boshan pack, copied and spoilt in one place.
let folder: string
beforeEach(() => {
  folder = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'yichuang-pack-')), 'boshan-2020')
  fs.cpSync(packFolder('boshan-2020'), folder, { recursive: true })
})
afterEach(() => fs.rmSync(path.dirname(folder), { recursive: true, force: true }))

/** Replaces one text in one file and says what the check says of it. */
function spoilt(file: string, before: string | RegExp, after: string): string[] {
  const where = path.join(folder, file)
  const text = fs.readFileSync(where, 'utf8')
  const changed = text.replace(before, after)
  if (changed === text) throw new Error(`${file} has no ${String(before)}`)
  fs.writeFileSync(where, changed)
  return checkPack('boshan-2020', folder).problems.map(worded)
}

/** The line of a text in the pack as it is published. */
function lineOf(file: string, text: string): number {
  const lines = fs.readFileSync(path.join(packFolder('boshan-2020'), file), 'utf8').split('\n')
  return lines.findIndex((line) => line.includes(text)) + 1
}

const ELDERLY = 'items/elderly-allowance.json'

test('the published pack has no flaw, forty items or more, in all fourteen domains', () => {
  const { problems, items } = checkPack('boshan-2020', folder)
  expect(problems).toEqual([])
  expect(items.length).toBeGreaterThanOrEqual(40)
  expect(new Set(items.map(({ domain }) => domain)).size).toBe(14)
})

test.each<[title: string, file: string, before: string | RegExp, after: string, at: string, says: RegExp]>([
  ['a comma too many', ELDERLY, '"version": 1,', '"version": 1,,', '"version": 1', /不是正确的 JSON/],
  [
    'a word that is none of the list',
    ELDERLY,
    '"/powerSource": "2"',
    '"/powerSource": "old"',
    '"/powerSource"',
    /不在可选范围内（现在是“old”）.*改成其中之一/,
  ],
  [
    'a field nobody knows',
    ELDERLY,
    '"version": 1,',
    '"version": 1,\n  "colour": "red",',
    '"effectiveFrom"',
    /不认识的 colour/,
  ],
  [
    'a step too long',
    'items/food-business-licence.json',
    /"limitWorkingDays": 3/,
    '"limitWorkingDays": 4',
    '"steps"',
    /各环节时限之和不等于承诺时限（规则 CAS-09）/,
  ],
  [
    'one phone for both',
    ELDERLY,
    /complaintPhone": "[^"]+"/,
    'complaintPhone": "SAME"',
    'complaintPhone"',
    /./,
  ],
  [
    'a promise longer than the item’s own law',
    'items/food-business-licence.json',
    '"/entryModes": {',
    '"/statutoryLimit": { "amount": 90, "unit": "working-day" }, "/entryModes": {',
    '"/entryModes"',
    /改了上级定的内容（行政许可法第四十二条/,
  ],
  [
    'a paper that no tier above asks',
    'items/food-business-licence.json',
    '"/entryModes": {',
    '"/materials/seal": { "id": "seal", "name": "村委会盖章的证明", "kind": "other", "source": "other", "originals": 1, "copies": 0, "medium": "paper", "necessity": "required", "acceptStandard": "盖章清楚。" }, "/entryModes": {',
    '"/entryModes"',
    /增加了上级没有的内容（行政许可法第三十条/,
  ],
  [
    'a layer over a list nobody wrote',
    ELDERLY,
    '"extends": "elderly-allowance@1"',
    '"extends": "elderly-allowance@7"',
    '"extends"',
    /上级目录里没有 elderly-allowance@7/,
  ],
  [
    'a body that is not in the list',
    'items/food-business-licence.json',
    '"body": "approval-bureau"',
    '"body": "approval-office"',
    '"/decidingBody"',
    /决定机关 approval-office 不在机构名单里/,
  ],
  [
    'a parameter nothing obeys',
    'pack.json',
    '"windowModel":',
    '"windowModell":',
    '"windowModel"',
    /不认识的 windowModell/,
  ],
  [
    'a scene of an unknown shape',
    'scenes.json',
    '"key": "restaurant",',
    '"key": "restaurant",\n      "colour": "red",',
    '"title": "开饭店、小饭馆"',
    /不认识的 colour/,
  ],
  [
    'a title too long for a phone',
    'scenes.json',
    '"undertakings": [',
    '"scenes": [{ "key": "x", "title": "一二三四五六七八九十一二三四五", "who": "person", "wanted": {}, "topics": [] }],\n  "undertakings": [',
    '"undertakings"',
    /长短不合要求/,
  ],
  [
    'an undertaking without its guide',
    'scenes.json',
    /,\s*"guide": \{[^}]*\}/,
    '',
    '',
    /一件事“开饭店、小饭馆”不能发布：缺服务指南/,
  ],
  [
    'an undertaking without the procedure of a step',
    'scenes.json',
    /,\s*"procedure": \{[^}]*\}/,
    '',
    '',
    /这些步骤缺工作规程：先办营业执照/,
  ],
  [
    'a scene left out that is not there',
    'scenes.json',
    '"undertakings": [',
    '"leaveOut": ["farming"],\n  "undertakings": [',
    '"undertakings"',
    /没有 farming/,
  ],
  ['a saying without a reason', 'sayings.json', /"reason": "[^"]+",/, '', '', /第2行.*缺少 reason/],
  [
    'a clause of another plan',
    'pack.json',
    /\[\s*"BS-2\.2-08"\s*\]/,
    '["LC-2.2-08"]',
    '"crossTownAcceptance"',
    /别的方案的条款 LC-2.2-08/,
  ],
  [
    'a statement without a clause',
    'pack.json',
    /"clauses": \[\s*"BS-2\.2-08"\s*\]/,
    '"clauses": []',
    '"crossTownAcceptance"',
    /没有注明来源/,
  ],
  [
    'a file without the day of its source',
    'places/regions.json',
    /\s*"on": "2023-06-30",/,
    '',
    '"source"',
    /缺少 on/,
  ],
  [
    'a group that must be resident and has no item',
    'pack.json',
    '"real-estate-registration-query"',
    '"nothing"',
    '',
    /“不动产登记”没有一个事项/,
  ],
  [
    'a post of an unknown role',
    'places/posts.json',
    '"roles": ["supervisor"]',
    '"roles": ["king"]',
    '',
    /不在可选范围内/,
  ],
])('%s is shown with file, line and remedy', (_title, file, before, after, at, says) => {
  const said = spoilt(file, before, after.replace('SAME', phoneOf(file)))
  expect(said.length).toBeGreaterThan(0)
  const one = said.find((line) => says.test(line) && line.startsWith(file))
  expect(one ?? said.join('\n')).toMatch(says)
  expect(one).toMatch(/怎么改：.+。$/)
  if (at !== '') expect(one).toContain(`第${lineOf(file, at)}行`)
})

function phoneOf(file: string): string {
  const text = fs.readFileSync(path.join(folder, file), 'utf8')
  return /enquiryPhone": "([^"]+)"/.exec(text)?.[1] ?? ''
}

test('a deciding body without somebody for a step does not load', () => {
  const where = path.join(folder, 'places/posts.json')
  const file = JSON.parse(fs.readFileSync(where, 'utf8')) as { posts: { body: string; roles: string[] }[] }
  file.posts = file.posts.filter(
    ({ body, roles }) => body !== 'medical-insurance' || !roles.includes('approver'),
  )
  fs.writeFileSync(where, JSON.stringify(file))
  const said = checkPack('boshan-2020', folder).problems.map(worded)
  expect(said.some((line) => /医疗保障局没有 approver 岗位/.test(line))).toBe(true)
})

test('a body whose only approver also reviews would one day have nobody to decide', () => {
  const where = path.join(folder, 'places/posts.json')
  const deputy = 'post-370304-deputy-approval-bureau'
  const file = JSON.parse(fs.readFileSync(where, 'utf8')) as {
    posts: { id: string }[]
    covers: { post: string; cover: string }[]
  }
  file.posts = file.posts.filter(({ id }) => id !== deputy)
  file.covers = file.covers.filter((line) => !Object.values(line).includes(deputy))
  fs.writeFileSync(where, JSON.stringify(file))
  const said = checkPack('boshan-2020', folder).problems.map(worded)
  expect(said).toEqual([expect.stringMatching(/行政审批服务局.*审批人员都兼任审查/)])
})

test('a post the register would refuse is told before anything is loaded', () => {
  const where = path.join(folder, 'places/posts.json')
  const file = JSON.parse(fs.readFileSync(where, 'utf8')) as {
    posts: { id: string; window: string | null }[]
  }
  file.posts.find(({ id }) => id === 'post-370304-clerk-hall')!.window = 'centre-370304004-w1'
  fs.writeFileSync(where, JSON.stringify(file))
  const said = checkPack('boshan-2020', folder).problems.map(worded)
  expect(said).toEqual([expect.stringMatching(/^places\/posts\.json：post-370304-clerk-hall .*窗口/)])
})

test.each([
  ['no leader in charge', 'post-370304-head-shima', undefined, /石马镇人民政府没有分管负责人/],
  ['no director', 'post-370304-director-shima', undefined, /石马镇人民政府没有专职的中心主任/],
  [
    'a director who also sits at a window',
    'post-370304-clerk-shima',
    'person-370304-director-shima',
    /石马镇人民政府没有专职的中心主任/,
  ],
])('ORG-15 a town with %s fails the check', (_title, post, person, says) => {
  const where = path.join(folder, 'places/posts.json')
  const file = JSON.parse(fs.readFileSync(where, 'utf8')) as { posts: { id: string; person: string }[] }
  if (person === undefined) file.posts = file.posts.filter(({ id }) => id !== post)
  else file.posts.find(({ id }) => id === post)!.person = person
  fs.writeFileSync(where, JSON.stringify(file))
  expect(checkPack('boshan-2020', folder).problems.map(worded)).toEqual([expect.stringMatching(says)])
})

test('a missing file and a missing pack are said in words', () => {
  fs.rmSync(path.join(folder, 'places/duties.json'))
  expect(checkPack('boshan-2020', folder).problems.map(worded)).toEqual([
    'places/duties.json：没有这个文件。怎么改：照 packs/README.md 的清单补上这个文件。',
  ])
  expect(checkPack('nowhere', path.join(path.dirname(folder), 'nowhere')).problems.map(worded)).toEqual([
    'nowhere：没有这个方案。怎么改：已有的方案：boshan-2020。',
  ])
})

test('the same base code in two items is one too many', () => {
  const { items } = checkPack('boshan-2020', folder)
  const item = (id: string) => items.find((one) => one.id === id)!
  const taken = item('elderly-allowance').codes.catalogCode
  const aid = item('legal-aid')
  const file = path.join(folder, 'items/legal-aid.json')
  fs.writeFileSync(file, JSON.stringify({ ...aid, codes: { ...aid.codes, catalogCode: taken } }))
  const said = checkPack('boshan-2020', folder).problems.map(worded)
  expect(said.some((line) => line.includes(`${taken} 已在 ${ELDERLY} 用过`))).toBe(true)
})

test('CAT-08 where the plan blocks differences, an item that its province calls otherwise does not load', () => {
  const file = path.join(folder, 'pack.json')
  const pack = JSON.parse(fs.readFileSync(file, 'utf8')) as { parameters: Record<string, unknown> }
  const asked = { label: '三级四同', tiers: [1, 2, 3, 4], fields: ['name', 'type', 'basis', 'code'] }
  const plan = (onDifference: 'block' | 'list') => {
    const parameter = {
      value: { ...asked, onDifference },
      clauses: ['BS-2.1-03'],
      certainty: 'assumed',
      note: '示例',
    }
    const parameters = { ...pack.parameters, sameAcrossTiers: parameter }
    fs.writeFileSync(file, JSON.stringify({ ...pack, parameters }))
    return checkPack('boshan-2020', folder).problems.map(worded)
  }
  expect(plan('block')).toEqual([])
  // A whole item, over no list of a tier above, beside the list that has it.
  const aid = checkPack('boshan-2020', folder).items.find(({ id }) => id === 'legal-aid')!
  fs.writeFileSync(path.join(folder, 'items/legal-aid.json'), JSON.stringify({ ...aid, name: '法律帮助' }))
  expect(plan('list')).toEqual([])
  expect(plan('block')).toEqual([
    expect.stringMatching(/^items\/legal-aid\.json.*\/name 与省（自治区、直辖市）清单不一致/),
  ])
})
