import type { ActProps } from './act.tsx'
import { FieldsDialog } from './fields-dialog.tsx'
import { actWords as words } from './words.ts'

/** Revocation (撤销): what the check found stands above, the basis begins as the item publishes it. */
export function RevokeDialog(props: ActProps) {
  const { afterCheck, promise } = props.detail
  return (
    <FieldsDialog {...props} start={promise === undefined ? {} : { basis: promise.basis }}>
      <div className="beside-act stack-tight">
        <p>
          <strong>{words.whatTheCheckFound}</strong>
          {afterCheck?.text ?? words.rectifiedNothing}
        </p>
      </div>
    </FieldsDialog>
  )
}
