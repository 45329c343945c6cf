import type { ComponentType } from 'react'
import type { AllowedAct, CaseDetail } from '#capabilities/case/contract.ts'
import { ChecklistDialog } from './checklist-dialog.tsx'
import { FieldsDialog } from './fields-dialog.tsx'
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
  'supply-at-window': SupplyDialog,
}

/** The dialog of an act; whatever has no table of its own is asked by plain fields. */
export function Act(props: ActProps) {
  const Dialog = DIALOGS[props.act.act] ?? FieldsDialog
  return <Dialog {...props} />
}
