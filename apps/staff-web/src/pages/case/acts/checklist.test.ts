import { expect, test } from 'vitest'
import type { MaterialView } from '#capabilities/case/contract.ts'
import {
  checklistInput,
  judge,
  noticeLines,
  restIsOk,
  startChecklist,
  withMissing,
  type Checklist,
  type JudgedLine,
} from './checklist.ts'
import { problemsOf } from './line-problems.ts'

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
  expect(judge(missing, material, 'defective').problem).toBe('')
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
  ['not in order without saying why', judge(fresh, material, 'defective'), 1],
  [
    'not in order and said to be so once more',
    { ...judge(fresh, material, 'defective'), problem: '“身份证”不符合要求。' },
    1,
  ],
  ['not in order and said why', { ...judge(fresh, material, 'defective'), problem: '已过期。' }, 0],
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

test.each<[string, Partial<MaterialView>, string | undefined]>([
  ['a required paper that is not here', { paperOriginals: 0 }, 'missing'],
  ['a required paper that is here', {}, undefined],
  ['one that may follow and is not here', { paperOriginals: 0, necessity: 'tolerable' }, 'missing'],
  ['one the answers call for', { paperOriginals: 0, necessity: 'conditional', applies: true }, 'missing'],
  ['one only a person can call for', { paperOriginals: 0, necessity: 'conditional' }, undefined],
  ['one the answers spare', { paperOriginals: 0, necessity: 'tolerable', applies: false }, 'not-applicable'],
  ['one made from the form', { paperOriginals: 0, fromForm: true }, undefined],
])('a notice begins with %s as %s', (_title, part, verdict) => {
  const materials = [{ ...material, ...part }]
  expect(withMissing(startChecklist({ materials }), materials, undefined)['id-card']?.verdict).toBe(verdict)
})

test('a later notice begins with nothing the last one did not name', () => {
  const materials = [{ ...material, paperOriginals: 0 }]
  const line = { material: 'id-card', name: '身份证', problem: '缺', remedy: '补' }
  const last = { round: 1, lines: [], unasked: [], papers: [], grounds: [] }
  const begun = (lines: (typeof line)[]) =>
    withMissing(startChecklist({ materials }), materials, { ...last, lines })['id-card']?.verdict
  expect([begun([]), begun([line])]).toEqual([undefined, 'missing'])
})

test('empty notes are left out of what is sent', () => {
  expect(checklistInput([material], of({ ...judge(fresh, material, 'ok'), note: ' ' }))).toEqual([
    { material: 'id-card', verdict: 'ok' },
  ])
})
