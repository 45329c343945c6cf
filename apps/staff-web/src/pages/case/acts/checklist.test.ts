import { expect, test } from 'vitest'
import type { MaterialView } from '#capabilities/case/contract.ts'
import {
  checklistInput,
  judge,
  noticeLines,
  problemsOf,
  restIsOk,
  startChecklist,
  type Checklist,
  type JudgedLine,
} from './checklist.ts'

const material: MaterialView = {
  id: 'id-card',
  name: '身份证',
  necessity: 'required',
  requirement: '在有效期内',
  fromForm: false,
  verdict: 'unchecked',
  paperOriginals: 1,
  paperCopies: 0,
  files: [],
}
const fresh: JudgedLine = { verdict: undefined, note: '', problem: '', remedy: '', basis: '' }
const of = (line: JudgedLine): Checklist => ({ 'id-card': line })

test('a missing paper brings its own line of the notice, which becomes the other one when the verdict changes', () => {
  const missing = judge(fresh, material, 'missing')
  expect(missing.problem).toBe('没有收到“身份证”。')
  expect(judge(missing, material, 'defective').problem).toBe('“身份证”不符合要求。')
  expect(noticeLines([material], of(judge(missing, material, 'ok')))).toEqual([])
})

test('what the clerk wrote into the notice stays when the verdict changes', () => {
  const written = { ...judge(fresh, material, 'defective'), problem: '身份证已过期。' }
  expect(judge(written, material, 'missing').problem).toBe('身份证已过期。')
})

test.each<[string, JudgedLine, number]>([
  ['not judged', fresh, 1],
  ['in order', judge(fresh, material, 'ok'), 0],
  ['missing with its line', judge(fresh, material, 'missing'), 0],
  ['missing with an emptied line', { ...judge(fresh, material, 'missing'), remedy: ' ' }, 1],
])('a material that is %s gives %i problem(s)', (_title, line, count) => {
  expect(problemsOf([material], of(line))).toHaveLength(count)
})

test.each([
  ['handed in', material, 'ok'],
  ['made from the form', { ...material, paperOriginals: 0, fromForm: true }, 'ok'],
  ['not handed in', { ...material, paperOriginals: 0 }, undefined],
])('“the rest is in order” judges what was %s as %s', (_title, given, verdict) => {
  expect(restIsOk(of(fresh), [given])['id-card']?.verdict).toBe(verdict)
})

test.each<[string, Partial<MaterialView>, string | undefined]>([
  ['ruled out by the answers', { applies: false, paperOriginals: 0 }, 'not-applicable'],
  ['ruled out but brought', { applies: false }, undefined],
  ['called for', { applies: true, paperOriginals: 0 }, undefined],
])('a conditional paper %s begins as %s', (_title, part, verdict) => {
  const given: MaterialView = { ...material, necessity: 'conditional', ...part }
  expect(startChecklist({ materials: [given] })['id-card']?.verdict).toBe(verdict)
})

test('empty notes are left out of what is sent', () => {
  expect(checklistInput([material], of({ ...judge(fresh, material, 'ok'), note: ' ' }))).toEqual([
    { material: 'id-card', verdict: 'ok' },
  ])
})
