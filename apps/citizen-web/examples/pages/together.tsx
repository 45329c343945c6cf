import type { Example } from '#ui/components/example.ts'
import { TogetherCheckPage } from '../../pages/together/check-page.tsx'
import { ChoosePage } from '../../pages/together/choose-page.tsx'
import { TogetherDonePage } from '../../pages/together/done-page.tsx'
import { TogetherFormPage } from '../../pages/together/form-page.tsx'
import { TogetherPapersPage } from '../../pages/together/papers-page.tsx'
import { TogetherWherePage } from '../../pages/together/where-page.tsx'
import { sampleSummaries } from '../item.ts'
import { filedTogether, sampleTogether as view } from '../together.ts'
import { sampleRegions as regions } from '../views.ts'
import type { Visits } from '../visits.ts'

/** Several matters at once, from choosing them to their numbers. */
export const togetherPages = ({ guest, visit }: Visits): Example[] => [
  {
    title: 'together-choose',
    node: ChoosePage({ visit: guest, scene: 'shop', title: '开个店', items: sampleSummaries }),
  },
  { title: 'together-where', node: TogetherWherePage({ visit, view, regions }) },
  { title: 'together-form', node: TogetherFormPage({ visit, view, regions }) },
  {
    title: 'together-form-wrong',
    node: TogetherFormPage({
      ...{ visit, view, regions, values: {} },
      errors: [{ field: 'partyName', message: '请填写“姓名”' }],
    }),
  },
  { title: 'together-papers', node: TogetherPapersPage({ visit, view }) },
  { title: 'together-check', node: TogetherCheckPage({ visit, view, regions }) },
  { title: 'together-done', node: TogetherDonePage({ visit, view: filedTogether }) },
]
