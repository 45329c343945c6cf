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
    '"domain": "elderly"',
    '"domain": "old"',
    '"domain"',
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
    ELDERLY,
    /"limitWorkingDays": 6/,
    '"limitWorkingDays": 7',
    '"steps"',
    /各环节时限之和不等于承诺时限（规则 CAS-09）/,
  ],
  [
    'one phone for both',
    ELDERLY,
    /"complaintPhone": "[^"]+"/,
    '"complaintPhone": "SAME"',
    '"complaintPhone"',
    /./,
  ],
  [
    'a body that is not in the list',
    'items/food-business-licence.json',
    '"body": "approval-bureau"',
    '"body": "approval-office"',
    '"decidingBody"',
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
  return /"enquiryPhone": "([^"]+)"/.exec(text)?.[1] ?? ''
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
  const file = JSON.parse(fs.readFileSync(where, 'utf8')) as { posts: { id: string }[] }
  file.posts = file.posts.filter(({ id }) => id !== 'post-370304-deputy-approval-bureau')
  fs.writeFileSync(where, JSON.stringify(file))
  const said = checkPack('boshan-2020', folder).problems.map(worded)
  expect(said).toEqual([expect.stringMatching(/行政审批服务局.*审批人员都兼任审查/)])
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
  const code = (file: string) =>
    (JSON.parse(fs.readFileSync(path.join(folder, file), 'utf8')) as { codes: { catalogCode: string } }).codes
      .catalogCode
  const taken = code(ELDERLY)
  const said = spoilt('items/legal-aid.json', code('items/legal-aid.json'), taken)
  expect(said.some((line) => line.includes(`${taken} 已在 ${ELDERLY} 用过`))).toBe(true)
})
