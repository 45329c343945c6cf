import { expect, test } from 'vitest'
import type { CaseDetail } from '#capabilities/portal/contract.ts'
import { renderPart } from '#ui/html.ts'
import { sampleDetail } from '../../examples/views.ts'
import { visitsOf } from '../../examples/visits.ts'
import { CasePage } from './page.tsx'
import { Coming } from '../guide/coming.tsx'
import { sampleItem } from '../../examples/item.ts'

const GAIN = '不再需要材料“照片”。'
const act = (name: string, title: string) => ({
  ...{ act: name, title, tone: 'normal' as const, input: {}, fields: [] },
})
const offered: CaseDetail = {
  ...sampleDetail,
  parts: [
    {
      ...{ key: 'newer-version', title: '可以按新版本办理', lines: [GAIN] },
      tag: { text: '等申请人选择', tone: 'blue' },
    },
  ],
  allowed: [act('follow-version', '同意按新版本办理'), act('keep-version', '不用，仍按原来的办')],
}

test('an easier version stands in the open on the page of the case, with both answers and before the details', () => {
  const html = renderPart(<CasePage visit={visitsOf(false).visit} detail={offered} />)
  for (const text of [GAIN, '同意按新版本办理', '不用，仍按原来的办']) expect(html).toContain(text)
  expect(html.indexOf(GAIN)).toBeLessThan(html.indexOf('详细情况'))
  expect(html).not.toContain('同时申请的')
})

test('a case that was filed together leads back to its siblings', () => {
  const siblings = [{ no: '370304-20261123-000002', itemName: '食品经营许可' }]
  const html = renderPart(
    <CasePage visit={visitsOf(false).visit} detail={sampleDetail} siblings={siblings} />,
  )
  expect(html).toContain('同时申请的')
  expect(html).toContain('href="/my/cases/370304-20261123-000002"')
})

test('a guide says from which day on something is different, and until when a matter is offered', () => {
  const coming = { from: '2026-12-01', changes: [GAIN] }
  const html = renderPart(<Coming view={{ item: sampleItem, coming }} />)
  expect(html).toContain('从2026年12月1日')
  expect(html).toContain(GAIN)
  expect(renderPart(<Coming view={{ item: { ...sampleItem, effectiveTo: '2026-12-31' } }} />)).toContain(
    '为止',
  )
  expect(Coming({ view: { item: sampleItem } })).toBeNull()
})
