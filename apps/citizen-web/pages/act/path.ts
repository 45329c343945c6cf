/** The page of an act of the applicant's. */
export function actPath(no: string, act: string): string {
  return `/my/cases/${no}/acts/${act}`
}
