import { expect, test } from 'vitest'
import type { CaseDetail } from '#capabilities/portal/contract.ts'
import { renderPart } from '#ui/html.ts'
import { sampleDetail } from '../../examples/views.ts'
import { visitsOf } from '../../examples/visits.ts'
import { ActPage } from '../act/page.tsx'
import { Clocks } from './clocks.tsx'
import { CaseMaterials } from './materials.tsx'

type Material = CaseDetail['materials'][number]

const paper = (id: string, over: Partial<Material> = {}): Material => ({
  ...{ id, name: id, necessity: 'required', requirement: '', fromForm: false, verdict: 'unchecked' },
  ...{ paperOriginals: 0, paperCopies: 0, files: [] },
  ...over,
})
const clock = { ...sampleDetail.clocks[0]!, clock: 'notice', kind: 'notice', day: '2026-11-30' } as const
const received = (materials: Material[], over: Partial<CaseDetail> = {}): CaseDetail => ({
  ...sampleDetail,
  summary: { ...sampleDetail.summary, state: 'received' },
  clocks: [clock],
  materials,
  ...over,
})

test('a paper the answers rule out is no paper of the case; one handed in all the same stays', () => {
  const materials = [
    paper('身份证'),
    paper('低收入证明', { necessity: 'conditional', applies: false }),
    paper('委托书', { necessity: 'conditional', applies: false, paperCopies: 1 }),
  ]
  const html = renderPart(<CaseMaterials detail={received(materials)} />)
  expect(html).toContain('材料（2样）')
  expect(html).not.toContain('低收入证明')
})

test('handing in begins with what lacks; the rest and its question are folded, and open when touched', () => {
  const { visit } = visitsOf(false)
  const detail = received([
    paper('身份证', { paperCopies: 1 }),
    paper('社保卡'),
    paper('低收入证明', { necessity: 'conditional', applies: false }),
  ])
  const line = (material: string) => ({ material, name: material, problem: '还没有交过。', remedy: '' })
  const act = {
    ...{ act: 'add-paper', title: '再交一样材料', tone: 'normal' as const, input: {} },
    papers: ['身份证', '社保卡', '低收入证明'].map((one) => ({ ...line(one), optional: true })),
    fields: [{ name: 'how', label: '以前交过的', type: 'text' as const, required: false }],
  }
  const html = renderPart(<ActPage visit={visit} detail={detail} act={act} requestId="r" />)
  const at = (words: string) => html.indexOf(words, html.indexOf('<form method="post" action="/my/cases'))
  const fold = at('其他材料（2样）')
  expect(at('社保卡')).toBeLessThan(fold)
  for (const words of ['以前交过的', '身份证', '低收入证明', '照您填的情况，不需要交。'])
    expect(at(words)).toBeGreaterThan(fold)
  for (const words of ['<h1', '补交社保卡', '交上去']) expect(html).toContain(words)
  expect(html).not.toContain('确认再交一样材料')
  expect(html).toMatch(/class="button button-normal" href="[^"]*">先不办，回到办件/u)
  expect(html).not.toMatch(/<details class="disclosure" open/u)
  const problems = [{ target: 'material-身份证-file', message: '看不清' }]
  const wrong = <ActPage visit={visit} detail={detail} act={act} requestId="r" problems={problems} />
  expect(renderPart(wrong)).toMatch(/<details class="disclosure" open/u)
})

test('the limits say what comes on their day, and how long the decision takes while its day is not known', () => {
  const decisionWithin = { amount: 10, unit: 'working-day' as const }
  const html = renderPart(<Clocks detail={received([], { decisionWithin })} />)
  expect(html).toContain('窗口最晚这天答复：受理，或者一次说清要补什么')
  expect(html).toContain('受理以后，10个工作日内办完。')
  expect(renderPart(<Clocks detail={received([])} />)).not.toContain('受理以后')
})
