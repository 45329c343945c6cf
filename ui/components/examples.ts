import type { Component } from './example.ts'
import * as breadcrumb from './breadcrumb/examples.tsx'
import * as button from './button/examples.tsx'
import * as clockBox from './clock-box/examples.tsx'
import * as dataTable from './data-table/examples.tsx'
import * as dialog from './dialog/examples.tsx'
import * as disclosure from './disclosure/examples.tsx'
import * as emptyState from './empty-state/examples.tsx'
import * as errorSummary from './error-summary/examples.tsx'
import * as failureState from './failure-state/examples.tsx'
import * as fileChoice from './file-choice/examples.tsx'
import * as filterBar from './filter-bar/examples.tsx'
import * as formField from './form-field/examples.tsx'
import * as linkList from './link-list/examples.tsx'
import * as loading from './loading/examples.tsx'
import * as materialRow from './material-row/examples.tsx'
import * as noticeBox from './notice-box/examples.tsx'
import * as pageHeading from './page-heading/examples.tsx'
import * as pageShell from './page-shell/examples.tsx'
import * as paging from './paging/examples.tsx'
import * as printArea from './print-area/examples.tsx'
import * as progress from './progress/examples.tsx'
import * as rating from './rating/examples.tsx'
import * as searchBox from './search-box/examples.tsx'
import * as signaturePad from './signature-pad/examples.tsx'
import * as statusTag from './status-tag/examples.tsx'
import * as stepList from './step-list/examples.tsx'
import * as summaryList from './summary-list/examples.tsx'
import * as tabs from './tabs/examples.tsx'
import * as timeline from './timeline/examples.tsx'

/** Every component with its use and its states, by the name of its folder; the gallery and the tests read this one list. */
export const components: Readonly<Record<string, Component>> = {
  breadcrumb,
  button,
  'clock-box': clockBox,
  'data-table': dataTable,
  dialog,
  disclosure,
  'empty-state': emptyState,
  'error-summary': errorSummary,
  'failure-state': failureState,
  'file-choice': fileChoice,
  'filter-bar': filterBar,
  'form-field': formField,
  'link-list': linkList,
  loading,
  'material-row': materialRow,
  'notice-box': noticeBox,
  'page-heading': pageHeading,
  'page-shell': pageShell,
  paging,
  'print-area': printArea,
  progress,
  rating,
  'search-box': searchBox,
  'signature-pad': signaturePad,
  'status-tag': statusTag,
  'step-list': stepList,
  'summary-list': summaryList,
  tabs,
  timeline,
}
