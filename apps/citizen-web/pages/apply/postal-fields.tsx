import type { VNode } from 'preact'
import type { FormSchema, PostalAddress } from '#capabilities/portal/contract.ts'
import { TextField, type Problem } from '#ui/components/index.ts'
import type { FormValues } from '#ui/form/index.ts'
import type { PostedForm } from '../../http/posted.ts'
import { errorAt } from '../../problems.ts'

/** Where a result by post goes, asked below the choice of it. */
export function PostalFields({
  postal,
  problems,
}: {
  postal: Partial<PostalAddress>
  problems: readonly Problem[]
}): VNode {
  return (
    <>
      <TextField
        id="field-postalReceiver"
        name="postalReceiver"
        label="收件人姓名"
        required
        width="middle"
        maxLength={60}
        value={postal.receiver ?? ''}
        {...errorAt(problems, 'field-postalReceiver')}
      />
      <TextField
        id="field-postalPhone"
        name="postalPhone"
        label="收件人电话"
        required
        type="tel"
        width="middle"
        maxLength={20}
        value={postal.phone ?? ''}
        {...errorAt(problems, 'field-postalPhone')}
      />
      <TextField
        id="field-postalAddress"
        name="postalAddress"
        label="寄到哪里"
        hint="写到门牌号：省、市、区县、镇（街道）、村或小区。"
        required
        maxLength={200}
        value={postal.address ?? ''}
        {...errorAt(problems, 'field-postalAddress')}
      />
    </>
  )
}

/** What a form already says of the person stands in the address until something else is written. */
export function addressKnown({ fields }: FormSchema, values: FormValues): Partial<PostalAddress> {
  const said = (element: string): string => {
    const field = fields.find((candidate) => candidate.element === element)
    const value = field && values[field.name]
    return typeof value === 'string' ? value : ''
  }
  return { receiver: said('party.name'), phone: said('party.phone'), address: said('party.address') }
}

/** As people type it: full-width digits and blanks in a number are put right. */
export function postalIn(posted: PostedForm): PostalAddress {
  return {
    receiver: posted.text('postalReceiver').slice(0, 60),
    phone: posted.text('postalPhone').normalize('NFKC').replace(/\s/g, '').slice(0, 20),
    address: posted.text('postalAddress').replace(/\s+/g, ' ').slice(0, 200),
  }
}
