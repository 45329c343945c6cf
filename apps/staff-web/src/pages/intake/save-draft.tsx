import { useNavigate } from '@tanstack/react-router'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import type { FormSchema, ItemVersion } from '#capabilities/catalogue/contract.ts'
import { check } from '#ui/form/check.ts'
import { ErrorSummary } from '../../form/error-summary.tsx'
import { readValues, type RawValues } from '../../form/raw-values.ts'
import { fieldId, SchemaFields } from '../../form/schema-fields.tsx'
import { drafts } from '../../server/clients.ts'
import { FailureNote } from '../../server/failure-note.tsx'
import { newRequestId } from '../../server/request-id.ts'
import { useSend } from '../../server/use-send.ts'
import { announce } from '../../shell/notice.tsx'
import { draftOf, ownerFromForm, type Application } from './application.ts'
import { intakeWords as words } from './words.ts'

const PREFIX = 'owner'
const FORM: FormSchema = {
  title: words.saveDraft,
  fields: [
    { name: 'name', label: words.ownerName, type: 'text', required: true, maxLength: 50 },
    { name: 'citizenId', label: words.ownerId, type: 'citizen-id', required: true, hint: words.ownerIdHint },
  ],
}

interface Props {
  item: ItemVersion
  application: Application
  uploading: number
  /** The form was saved elsewhere: leaving loses nothing. */
  released: () => void
}

/** Whoever lacks a paper goes home with what was typed; they finish it online under their own account. */
export function SaveDraft(props: Props) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button size="large" disabled={props.uploading > 0} onClick={() => setOpen(true)}>
        {words.saveDraft}
      </Button>
      {open && <Owner {...props} close={() => setOpen(false)} />}
    </>
  )
}

function Owner({ item, application, released, close }: Props & { close: () => void }) {
  const navigate = useNavigate()
  const [raw, setRaw] = useState<RawValues>(() => ownerFromForm(item, application.values))
  const [errors, setErrors] = useState<Record<string, string>>({})
  const [times, setTimes] = useState(0)
  const [requestId] = useState(newRequestId)
  const save = useSend({
    mutationFn: (owner: { name: string; citizenId: string }) =>
      drafts.saveForPerson({ body: { ...draftOf(item, application), ...owner }, requestId }),
    onSuccess: () => {
      released()
      announce(words.draftSaved)
      void navigate({ to: '/intake' })
    },
  })

  function confirm() {
    const owner = readValues(FORM, raw)
    const found = Object.fromEntries(check(FORM, owner).map(({ field, message }) => [field, message]))
    setErrors(found)
    setTimes(times + 1)
    if (Object.keys(found).length === 0)
      save.mutate({ name: String(owner['name']), citizenId: String(owner['citizenId']) })
  }

  return (
    <Modal
      open
      title={words.saveDraft}
      okText={words.saveDraftConfirm}
      cancelText={words.cancel}
      confirmLoading={save.isPending}
      onOk={confirm}
      onCancel={close}
    >
      <div className="stack">
        <p>{words.saveDraftText}</p>
        <ErrorSummary
          times={times}
          problems={Object.entries(errors).map(([name, message]) => ({
            target: fieldId(PREFIX, name),
            message,
          }))}
        />
        <SchemaFields
          prefix={PREFIX}
          schema={FORM}
          values={raw}
          errors={errors}
          change={(name, value) => setRaw((before) => ({ ...before, [name]: value }))}
        />
        {save.isError && <FailureNote error={save.error} />}
      </div>
    </Modal>
  )
}
