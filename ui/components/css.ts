import { css as breadcrumb } from './breadcrumb/breadcrumb.css.ts'
import { css as button } from './button/button.css.ts'
import { css as clockBox } from './clock-box/clock-box.css.ts'
import { css as dataTable } from './data-table/data-table.css.ts'
import { css as dialog } from './dialog/dialog.css.ts'
import { css as disclosure } from './disclosure/disclosure.css.ts'
import { css as emptyState } from './empty-state/empty-state.css.ts'
import { css as errorSummary } from './error-summary/error-summary.css.ts'
import { css as failureState } from './failure-state/failure-state.css.ts'
import { css as fileChoice } from './file-choice/file-choice.css.ts'
import { css as filterBar } from './filter-bar/filter-bar.css.ts'
import { css as formField } from './form-field/form-field.css.ts'
import { css as linkList } from './link-list/link-list.css.ts'
import { css as loading } from './loading/loading.css.ts'
import { css as materialRow } from './material-row/material-row.css.ts'
import { css as noticeBox } from './notice-box/notice-box.css.ts'
import { css as pageHeading } from './page-heading/page-heading.css.ts'
import { css as pageShell } from './page-shell/page-shell.css.ts'
import { css as paging } from './paging/paging.css.ts'
import { css as printArea } from './print-area/print-area.css.ts'
import { css as progress } from './progress/progress.css.ts'
import { css as rating } from './rating/rating.css.ts'
import { css as searchBox } from './search-box/search-box.css.ts'
import { css as signaturePad } from './signature-pad/signature-pad.css.ts'
import { css as statusTag } from './status-tag/status-tag.css.ts'
import { css as stepList } from './step-list/step-list.css.ts'
import { css as summaryList } from './summary-list/summary-list.css.ts'
import { css as tabs } from './tabs/tabs.css.ts'
import { css as timeline } from './timeline/timeline.css.ts'

/** The stylesheets of all components. */
export const componentCss: string = [
  breadcrumb,
  button,
  clockBox,
  dataTable,
  dialog,
  disclosure,
  emptyState,
  errorSummary,
  failureState,
  fileChoice,
  filterBar,
  formField,
  linkList,
  loading,
  materialRow,
  noticeBox,
  pageHeading,
  pageShell,
  paging,
  printArea,
  progress,
  rating,
  searchBox,
  signaturePad,
  statusTag,
  stepList,
  summaryList,
  tabs,
  timeline,
].join('')
