import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import type { PartyDetails } from '#capabilities/party/contract.ts'
import { maskAddress, maskBankCard, maskCitizenId, maskName, maskPhone } from '#platform/crypto/mask.ts'
import { describe } from '#ui/form/index.ts'
import type { CaseDetail, PostalAddress } from '../../contract.ts'
import type { RegionEntries } from '../worlds.ts'

/** The applicant, masked unless it is the applicant who looks. */
export function applicantView(
  details: PartyDetails | undefined,
  clear: boolean,
  postal?: PostalAddress,
): CaseDetail['applicant'] {
  if (details === undefined)
    return { name: '（信息已删除）', idKind: '', idNumber: '', phone: '', masked: true }
  const { name, idKind, idNumber, phone } = details
  const kind = idKind === 'citizen-id' ? '公民身份号码' : '统一社会信用代码'
  return clear
    ? { name, idKind: kind, idNumber, phone, ...(postal ? { postal } : {}), masked: false }
    : {
        name: maskName(name),
        idKind: kind,
        idNumber: idKind === 'citizen-id' ? maskCitizenId(idNumber) : idNumber,
        phone: maskPhone(phone),
        ...(postal ? { postal: maskPostal(postal) } : {}),
        masked: true,
      }
}

function maskPostal({ receiver, phone, address }: PostalAddress): PostalAddress {
  return { receiver: maskName(receiver), phone: maskPhone(phone), address: maskAddress(address) }
}

/** The answers of the form as they are read, section by section. */
export function answersOf(
  { form }: Pick<ItemVersion, 'form'>,
  values: Record<string, string>,
  regions: RegionEntries,
): CaseDetail['form'] {
  return describe(form, values, { regions }).map(({ label, text, section }) => ({
    ...{ label, text },
    ...(section === undefined ? {} : { section }),
  }))
}

/** Fields that hold the number of a bank account: no type of field tells it from other numbers. */
const ACCOUNTS: ReadonlySet<string> = new Set(['accountNumber'])

/** What the applicant filled in; the party's own fields are masked for staff until revealed. */
export function maskForm(
  item: ItemVersion,
  values: Record<string, string>,
  clear: boolean,
): Record<string, string> {
  if (clear) return values
  const masks: Record<string, (value: string) => string> = {
    'citizen-id': maskCitizenId,
    phone: maskPhone,
  }
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const field = item.form.fields.find((candidate) => candidate.name === name)
      const mask = ACCOUNTS.has(name)
        ? maskBankCard
        : field?.element === 'party.name'
          ? maskName
          : masks[field?.type ?? '']
      return [name, mask && typeof value === 'string' ? mask(value) : value]
    }),
  )
}
