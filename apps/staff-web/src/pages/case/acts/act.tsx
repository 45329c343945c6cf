import type { ComponentType } from 'react'
import type { AllowedAct, CaseDetail } from '#capabilities/case/contract.ts'
import { KeptIn } from '../../../session/kept/kept-place.tsx'
import { ChecklistDialog } from './checklist-dialog.tsx'
import { FieldsDialog } from './fields-dialog.tsx'
import { keptMatter, keptPath } from './kept-matter.ts'
import { GapsDialog } from './gap-paper.tsx'
import { CheckDialog, SurveyDialog } from './on-site-dialog.tsx'
import { HandToPostDialog, WaybillDialog } from './post-dialogs.tsx'
import { RevokeDialog } from './revoke-dialog.tsx'
import { SupplyDialog } from './supply-dialog.tsx'

export interface ActProps {
  detail: CaseDetail
  /** The act as the server allowed it when the button was pressed. */
  act: AllowedAct
  close: () => void
  done: (title: string) => void
}

const DIALOGS: Readonly<Record<string, ComponentType<ActProps>>> = {
  accept: ChecklistDialog,
  'notify-supplement': ChecklistDialog,
  'accept-with-gaps': GapsDialog,
  'supply-at-window': SupplyDialog,
  'record-survey': SurveyDialog,
  'record-check': CheckDialog,
  'hand-to-post': HandToPostDialog,
  'record-waybill': WaybillDialog,
  revoke: RevokeDialog,
}

/** The dialog of an act; whatever has no table of its own is asked by plain fields. */
export function Act(props: ActProps) {
  const { detail, act } = props
  const Dialog = DIALOGS[act.act] ?? (act.papers ? SupplyDialog : FieldsDialog)
  return (
    <KeptIn matter={keptPath(detail.summary.no) + keptMatter(act.act)}>
      <Dialog {...props} />
    </KeptIn>
  )
}
