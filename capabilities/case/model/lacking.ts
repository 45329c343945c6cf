import type { MaterialView } from '../contract.ts'

type Standing = Pick<
  MaterialView,
  'necessity' | 'applies' | 'fromForm' | 'shared' | 'verdict' | 'paperOriginals' | 'paperCopies'
> & { files: readonly unknown[] }

/** Whether this applicant has to hand in a paper that is not there: everybody's, or one their own answers make necessary. */
export function isLacking(material: Standing): boolean {
  const { necessity, applies, fromForm, shared, verdict, files, paperOriginals, paperCopies } = material
  const isCalledFor = necessity === 'required' || (necessity === 'conditional' && applies === true)
  const isOwed = !fromForm && shared !== true && (verdict === 'unchecked' || verdict === 'missing')
  return isCalledFor && isOwed && files.length + paperOriginals + paperCopies === 0
}
