/** Statements that one screen may cost, the county and the list of items being warm. */
export const QUERY_BUDGET = 5
