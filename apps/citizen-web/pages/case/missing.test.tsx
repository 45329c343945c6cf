import { expect, test } from 'vitest'
import type { CaseDetail } from '#capabilities/portal/contract.ts'
import { renderPart } from '#ui/html.ts'
import { sampleDetail } from '../../examples/views.ts'
import { StillMissing, stillMissing, Supplied } from './missing.tsx'

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
const names = (detail: CaseDetail): string[] => stillMissing(detail).map(({ id }) => id)

test('what everybody or this applicant needs and nobody holds is missing, and nothing else', () => {
  const all = [
    paper('身份证'),
    paper('申请表', { fromForm: true }),
    paper('户籍信息', { shared: true }),
    paper('纸质证明', { paperCopies: 1 }),
    paper('委托书', { necessity: 'conditional', applies: true }),
    paper('低收入证明', { necessity: 'conditional', applies: false }),
    paper('病历', { necessity: 'conditional' }),
    paper('照片', { necessity: 'tolerable' }),
    paper('结婚证', { verdict: 'not-applicable' }),
  ]
  expect(names(received(all))).toEqual(['身份证', '委托书'])
  const notice = { open: true, lines: [] }
  expect(names(received(all, { supplement: notice }))).toEqual([])
  expect(names({ ...received(all), summary: sampleDetail.summary })).toEqual([])
})

test('the applicant reads what lacks, by when the window says so, and where it may be brought now', () => {
  const html = renderPart(StillMissing({ detail: received([paper('身份证')]) })!)
  for (const words of ['还缺1样材料', '身份证', '最晚2026年11月30日（星期一）', '现在就可以带到'])
    expect(html).toContain(words)
  expect(StillMissing({ detail: received([paper('身份证', { paperOriginals: 1 })]) })).toBeNull()
})

test('what came in after a notice is confirmed by name and day, with the day of the answer', () => {
  const supplied = [{ material: 'id-card', name: '身份证', on: '2026-11-23' }]
  const answered = received([paper('身份证')], { supplement: { open: false, lines: [], supplied } })
  const html = renderPart(Supplied({ detail: answered })!)
  for (const words of ['补的材料收到了', '身份证，2026年11月23日', '窗口最晚2026年11月30日（星期一）答复'])
    expect(html).toContain(words)
  expect(Supplied({ detail: received([], { supplement: { open: true, lines: [], supplied } }) })).toBeNull()
})
