import { expect, test } from 'vitest'
import { renderPart } from '#ui/html.ts'
import { visitsOf } from '../../examples/visits.ts'
import { sampleGuide } from '../../examples/views.ts'
import { Places } from '../guide/places.tsx'
import { NearPage } from './page.tsx'

const villages = Array.from({ length: 40 }, (_, at) => ({
  code: String(990101001001 + at),
  name: `第${at + 1}社区`,
  children: [],
}))
const regions = [{ code: '990101001000', name: '示例街道', children: villages }]

test('the town that was chosen stays chosen beside the question that lacks', () => {
  const { guest } = visitsOf(false)
  const problems = [{ target: 'field-region', message: '请从列表里选一个村或社区' }]
  const html = renderPart(
    <NearPage visit={guest} regions={regions} chosen="990101001000." problems={problems} />,
  )
  expect(html).toMatch(/value="990101001000"[^>]* checked/u)
})

test('what the reader said of themselves comes back with them from choosing a place', () => {
  const { guest } = visitsOf(false)
  const view = sampleGuide
  const way = (to: string) => `href="/near?to=${encodeURIComponent(`/items/${view.item.id}${to}`)}"`
  expect(renderPart(<Places visit={guest} view={view} />)).toContain(way('#where'))
  const answered = <Places visit={guest} view={view} answers={{ byAgent: 'yes' }} />
  expect(renderPart(answered)).toContain(way('?byAgent=yes#where'))
})
