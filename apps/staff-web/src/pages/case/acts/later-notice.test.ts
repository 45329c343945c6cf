import { expect, test } from 'vitest'
import type { CaseDetail, MaterialView } from '#capabilities/case/contract.ts'
import { noticeLines, type JudgedLine } from './checklist.ts'
import { problemsOf } from './line-problems.ts'
import { lastNoticeOf, type NewPoint } from './later-notice.ts'

const material = (id: string, name: string): MaterialView => ({
  ...{ id, name, necessity: 'required', requirement: '完整', fromForm: false, verdict: 'unchecked' },
  ...{ paperOriginals: 1, paperCopies: 0, files: [] },
})
const materials = [material('plan', '作业设计'), material('title', '权属证明'), material('photos', '照片')]
const point = (of: string, problem: string) => ({
  material: of,
  name: of,
  problem,
  remedy: '请补',
  basis: '第3项',
})
const supplement: CaseDetail['supplement'] = {
  ...{ open: false, round: 1, unasked: ['photos'] },
  lines: [point('plan', '没有盖章。'), point('plan', '没有日期。')],
}
const last = lastNoticeOf(
  { supplement },
  { ...{ act: 'notify-supplement', title: '', tone: 'normal', input: {} }, choices: { by: [], ground: [] } },
)!
const fine: JudgedLine = { verdict: 'ok', note: '', problem: '', remedy: '', basis: '' }
const bad = (more: Partial<JudgedLine> = {}): JudgedLine => ({ ...fine, verdict: 'defective', ...more })
const NEW: NewPoint = {
  ...{ problem: '面积不一致。', remedy: '请更正。', basis: '', by: 'plan', ground: 'contradiction' },
  why: ' 新图面积更大 ',
}
const repeats = (problem: string) => ({ material: 'plan', problem, remedy: '请补', basis: '第3项' })

test.each<[string, string, JudgedLine, object[]]>([
  ['all points of a paper are repeated', 'plan', bad(), [repeats('没有盖章。'), repeats('没有日期。')]],
  ['one taken out is not', 'plan', bad({ again: { 1: '' } }), [repeats('没有日期。')]],
  [
    'with why it is still open',
    'plan',
    bad({ again: { 0: ' 章不清 ' } }),
    [{ ...repeats('没有盖章。'), still: '章不清' }],
  ],
  ['a paper in order stands in no notice', 'plan', fine, []],
  [
    'a raised point stands beside them',
    'title',
    bad({ raised: NEW }),
    [
      {
        ...{ material: 'title', problem: '面积不一致。', remedy: '请更正。' },
        raised: { by: 'plan', ground: 'contradiction', why: '新图面积更大' },
      },
    ],
  ],
  [
    'what a promise stood in for is named as at first',
    'photos',
    bad({ problem: '没有照片。', remedy: '请补交。' }),
    [{ material: 'photos', problem: '没有照片。', remedy: '请补交。' }],
  ],
])('%s', (_title, id, line, gives) => {
  const checklist = { plan: fine, title: fine, photos: fine, [id]: line }
  expect(noticeLines(materials, checklist, last)).toEqual(gives)
})

test.each<[string, string, JudgedLine, string[]]>([
  ['a repeated point', 'plan', bad(), []],
  ['every point taken out', 'plan', bad({ again: {} }), ['没有可以重复的问题']],
  ['a paper nobody named', 'title', bad(), ['没有可以重复的问题']],
  ['a raised point', 'title', bad({ raised: NEW }), []],
  [
    'a raised point without paper or reason',
    'title',
    bad({ raised: { ...NEW, by: '', why: '看不出' } }),
    ['选是哪份新补交', '至少六个字'],
  ],
  ['what a promise stood in for', 'photos', bad(), ['问题和怎么补']],
])('before sending, %s wants %#', (_title, id, line, wants) => {
  const checklist = { plan: fine, title: fine, photos: fine, [id]: line }
  const said = problemsOf(materials, checklist, false, last).map(({ message }) => message)
  expect(said).toHaveLength(wants.length)
  wants.forEach((part, index) => expect(said[index]).toContain(part))
})
