/** Statements that one screen may cost, the county and the list of items being warm. */
export const QUERY_BUDGET = 5

/** Dearer pages of the portal, each with what it reads beyond the rest; nothing may be added here without a reason. */
export const DEARER_PAGES: Readonly<Record<string, number>> = {
  // Cases under way, cases that are over, drafts, licences and objections stand on one page.
  '/my': 7,
  // The register's line, its facts, who acted, and what its item allows.
  '/my/licences/:number': 6,
  '/my/licences/:number/acts/:act': 6,
  // The case twice: once as it stands, once for what its query code opens or for the file that is fetched.
  '/my/cases/:no/submitted': 6,
  '/my/cases/:no/files/:file': 6,
  // The case, its facts, its files, who acted, and the rating.
  '/my/cases/:no': 7,
}

/**
 * Dearer screens of the workbench. Each asks for the session, its posts and, where cases are worked on, the counts of what waits; each
 * of these is remembered for seconds, so that going on from screen to screen costs less.
 */
export const DEARER_SCREENS: Readonly<Record<string, number>> = {
  // The list, and the filters kept for it.
  '/cases': 7,
  '/all': 8,
  // The list, and the licences that wait for the same word.
  '/approvals': 8,
  // The case, its facts, its files, who acted, and what stands beside it.
  '/cases/:no': 9,
  '/intake/food-business-licence': 6,
  '/licences/:number': 9,
  // Who may give which powers, and the page of those given.
  '/powers': 6,
  // The office as it stands today and everybody in it.
  '/duty': 10,
  // Each indicator counts lines of its own: twenty numbers.
  '/supervision': 26,
}
