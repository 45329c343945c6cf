import type { ItemVersion } from '#capabilities/catalogue/contract.ts'

type Version = Pick<ItemVersion, 'version' | 'effectiveFrom' | 'faq' | 'guide'>

/**
 * Since when people read the questions and error examples of a version as they stand (最近更新): the first day of the version that
 * last changed them, so that a new phone number makes no old answer look fresh.
 */
export function faqSince(versions: readonly Version[], current: Version): string {
  const earlier = versions
    .filter(({ version }) => version < current.version)
    .toSorted((a, b) => b.version - a.version)
  let since = current.effectiveFrom
  for (const one of earlier) {
    if (said(one) !== said(current)) return since
    since = one.effectiveFrom
  }
  return since
}

const said = ({ faq, guide }: Version): string => JSON.stringify([faq, guide?.commonErrors ?? []])
