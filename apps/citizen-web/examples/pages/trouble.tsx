import type { Example } from '#ui/components/example.ts'
import { AccessibilityPage } from '../../pages/accessibility/page.tsx'
import { AreasPage } from '../../pages/areas/page.tsx'
import { HelpPage } from '../../pages/help/page.tsx'
import { OfflinePage } from '../../pages/offline/page.tsx'
import { FaultPage, NotFoundPage, RefusalPage, StalePage } from '../../pages/trouble/page.tsx'
import { TWO_AREAS, type Visits } from '../visits.ts'

/** Help, and what is said when something goes wrong. */
export const troublePages = ({ guest, visit, oneOfTwo }: Visits): Example[] => [
  { title: 'help', node: HelpPage({ visit: guest }) },
  { title: 'accessibility', node: AccessibilityPage({ visit: guest }) },
  { title: 'not-found', node: NotFoundPage({ visit: guest }) },
  {
    title: 'not-found-here',
    node: NotFoundPage({
      visit: oneOfTwo,
      elsewhere: [
        { area: '样例区', title: '农村村民住宅用地审批', href: '/items/village-homestead?area=990102' },
      ],
    }),
  },
  { title: 'areas', node: AreasPage({ visit: oneOfTwo, here: '990101', areas: TWO_AREAS }) },
  {
    title: 'refusal',
    node: RefusalPage({
      visit,
      refusal: { refused: true, code: 'not-in-this-state', sentence: '这件事已经办结，不能再撤回。' },
    }),
  },
  { title: 'stale', node: StalePage({ visit }) },
  { title: 'offline', node: OfflinePage({ visit: guest }) },
  { title: 'fault', node: FaultPage({ visit: guest, again: '/near' }) },
]
