import { NO_AREA, subjectOf } from '#capabilities/party/index.ts'
import { isSealed, type Sealed } from '#platform/crypto/sealed.ts'
import type { SubjectKeys } from '#platform/crypto/subject-keys.ts'

/** Opens every sealed text in some values with one look-up of keys; what was erased with its key reads so. */
export async function openTexts(
  sealing: SubjectKeys,
  party: string,
  values: readonly unknown[],
): Promise<(sealed: unknown) => string> {
  const found = new Set<Sealed>()
  const collect = (value: unknown): void => {
    if (isSealed(value)) found.add(value)
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(collect)
  }
  collect(values)
  const sealed = [...found]
  const subject = subjectOf(party)
  const texts = await sealing.openAll(sealed.map((value) => ({ area: NO_AREA, subject, sealed: value })))
  const opened = new Map<unknown, string>(sealed.map((value, index) => [value, texts[index] ?? '（已删除）']))
  return (value) => opened.get(value) ?? ''
}
