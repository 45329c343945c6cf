import { expect, test } from 'vitest'
import { renderPage } from '#ui/html.ts'
import type { FormSchema } from '#capabilities/catalogue/contract.ts'
import { sampleTogether } from '../../examples/together.ts'
import { sampleRegions } from '../../examples/views.ts'
import { visitsOf } from '../../examples/visits.ts'
import { TogetherFormPage } from './form-page.tsx'

const field = (name: string, label: string) => ({ name, label, type: 'region', required: true }) as const
const form: FormSchema = {
  title: '一起办',
  fields: [
    field('householdRegion', '户籍所在的村'),
    field('residenceRegion', '居住的村'),
    field('insuredRegion', '参保的村'),
  ],
}
const page = (values: Record<string, string>) =>
  renderPage(
    <TogetherFormPage
      visit={visitsOf(false).visit}
      view={{ ...sampleTogether, form, region: '990101001001' }}
      values={values}
      regions={sampleRegions}
    />,
  )

test('a village that was chosen a step before is said again in one line, and another is asked in full', () => {
  const html = page({ householdRegion: '990101001001', residenceRegion: '990101100201' })
  expect(html).toContain('户籍所在的村：示例街道 第一社区（改）')
  expect(html).toContain('照“在哪办”选的填好了，不是同一个地方的请改。')
  for (const asked of ['居住的村', '参保的村']) {
    expect(html).toContain(asked)
    expect(html).not.toContain(`${asked}：`)
  }
})
