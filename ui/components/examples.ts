import type { Example } from './example.ts'
import { examples as breadcrumb } from './breadcrumb/examples.tsx'
import { examples as button } from './button/examples.tsx'
import { examples as clockBox } from './clock-box/examples.tsx'
import { examples as dataTable } from './data-table/examples.tsx'
import { examples as disclosure } from './disclosure/examples.tsx'
import { examples as emptyState } from './empty-state/examples.tsx'
import { examples as errorSummary } from './error-summary/examples.tsx'
import { examples as formField } from './form-field/examples.tsx'
import { examples as linkList } from './link-list/examples.tsx'
import { examples as materialRow } from './material-row/examples.tsx'
import { examples as noticeBox } from './notice-box/examples.tsx'
import { examples as pageHeading } from './page-heading/examples.tsx'
import { examples as paging } from './paging/examples.tsx'
import { examples as printArea } from './print-area/examples.tsx'
import { examples as progress } from './progress/examples.tsx'
import { examples as rating } from './rating/examples.tsx'
import { examples as searchBox } from './search-box/examples.tsx'
import { examples as statusTag } from './status-tag/examples.tsx'
import { examples as stepList } from './step-list/examples.tsx'
import { examples as summaryList } from './summary-list/examples.tsx'
import { examples as timeline } from './timeline/examples.tsx'
import { examples as pageShell } from './page-shell/examples.tsx'

/** Every component with its states, by the name of its folder; the gallery and the tests read this one list. */
export const componentExamples: Readonly<Record<string, readonly Example[]>> = {
  breadcrumb,
  button,
  'clock-box': clockBox,
  'data-table': dataTable,
  disclosure,
  'empty-state': emptyState,
  'error-summary': errorSummary,
  'form-field': formField,
  'link-list': linkList,
  'material-row': materialRow,
  'notice-box': noticeBox,
  'page-heading': pageHeading,
  paging,
  'print-area': printArea,
  progress,
  rating,
  'search-box': searchBox,
  'status-tag': statusTag,
  'step-list': stepList,
  'summary-list': summaryList,
  timeline,
}

/** The shell brings its own `html` element. */
export const shellExamples: readonly Example[] = pageShell
