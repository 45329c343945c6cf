import { expect, test } from 'vitest'
import type { CaseDetail } from '#capabilities/portal/contract.ts'
import { renderPart } from '#ui/html.ts'
import { sampleDetail } from '../../examples/views.ts'
import { Corrected, Received, StillMissing, Supplied } from './missing.tsx'
import { stillMissing } from './still-missing.ts'

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

test('a form put right is confirmed by what it says now, with what follows and by when', () => {
  const facts = [{ label: '采伐株数', text: '原为“3”，2026年11月23日更正为“30”（申请人在线确认）' }]
  const parts = [{ key: 'corrections', title: '当场更正', lines: [], facts }]
  const html = renderPart(Corrected({ detail: received([], { parts }) })!)
  for (const words of ['申请表改好了', '采伐株数', '更正为“30”', '窗口最晚2026年11月30日（星期一）答复'])
    expect(html).toContain(words)
  expect(Corrected({ detail: received([]) })).toBeNull()
  const asked = { open: true, dueDay: '2026-12-14', lines: [] }
  expect(renderPart(Corrected({ detail: received([], { parts, supplement: asked }) })!)).toContain(
    '通知里要补的，还要最晚2026年12月14日（星期一）交上来',
  )
})

test('a paper that came in unasked is confirmed by name and day, with what follows and by when', () => {
  const table = { head: ['哪天', '材料', '怎样交的'], rows: [['2026年11月23日', '身份证', '网上']] }
  const parts = [{ key: 'own-papers', title: '申请人自己再交的材料', lines: [], table }]
  const html = renderPart(Received({ detail: received([], { parts }) }))
  for (const words of ['身份证，2026年11月23日收到', '窗口最晚2026年11月30日（星期一）答复'])
    expect(html).toContain(words)
})
