export const approvalsWords = {
  title: '待我批',
  text: '等您拍板的都在这里：要您决定的、批准延期的、会签的、代表本单位答复的。这些办件在“待办”里也有，是同一批。',
  cases: (count: number | undefined) => (count === undefined ? '办件' : `办件 ${count}`),
  casesList: '等我批的办件，按到期先后',
  noCases: '现在没有等您批的办件。',
  licences: (count: number | undefined) => (count === undefined ? '证照' : `证照 ${count}`),
  licencesText: '证照只在这里，“待办”里没有。拟撤销、拟撤回的等听取意见后决定；失去效力的还要注销。',
  licencesList: '等决定的证照',
  noLicences: '现在没有等您决定的证照。',
}
